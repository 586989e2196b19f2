package io.plimsoll.config.bind;

import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Shown;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which keys do not belong, and which are not there. */
final class KeyCheck {
    private final Faults faults;

    KeyCheck(Faults faults) {
        this.faults = faults;
    }

    /**
     * Reports the keys of a mapping that are not known.
     *
     * @return known keys that a near match stands for, and that need not be reported as missing too
     */
    Set<String> unknownKeys(Mapping mapping, Set<String> known) {
        Set<String> free = new LinkedHashSet<>(known);
        free.removeAll(mapping.entries().keySet());
        Set<String> meant = new HashSet<>();
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                Optional<String> near = NearMatch.of(key, free);
                near.ifPresent(meant::add);
                String hint = NearMatch.hint(key, near.isPresent() ? free : known);
                String sentence = Shown.quoted(key) + " is not a key here" + hint;
                faults.add(around(entry), entry.getValue().key(), sentence, "keys here: " + String.join(", ", known));
            }
        }
        return meant;
    }

    /** The keys that lead to a key's mapping where it was written, which is not where it was merged into. */
    private static String around(Map.Entry<String, Entry> entry) {
        String path = entry.getValue().value().path();
        String around = path.substring(
                0, Math.max(0, path.length() - Shown.key(entry.getKey()).length()));
        return around.endsWith(".") ? around.substring(0, around.length() - 1) : around;
    }

    /** Reports a key that must be there and is not. */
    void missing(Slot slot, Mapping mapping, String remedy) {
        String path = mapping.path().isEmpty() ? slot.key() : mapping.path() + "." + slot.key();
        String unless = slot.annotation(DefaultsTo.class)
                .map(usual -> " (its default, " + usual.value() + ", does not apply here)")
                .orElse("");
        faults.add(path, mapping.key(), "is missing" + unless, remedy);
    }

    /** Reports that a mapping is none of several kinds, or more than one. */
    void tellOneKind(Mapping mapping, List<RecordShape> kinds, List<RecordShape> meant) {
        Set<String> known = kinds.stream()
                .flatMap(kind -> kind.keys().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> excused = unknownKeys(mapping, known);
        List<String> telling = kinds.stream().map(RecordShape::tellingKey).toList();
        if (meant.size() > 1) {
            String both = meant.stream().map(RecordShape::tellingKey).collect(Collectors.joining(" and "));
            faults.add(mapping, "has " + both + ", which exclude each other", "keep one of them");
        } else if (telling.stream().noneMatch(excused::contains)) {
            faults.add(mapping, "needs one of these keys: " + String.join(", ", telling), "add one of them");
        }
    }
}
