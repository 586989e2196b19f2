package io.plimsoll.config;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node.Entry;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Place;
import io.plimsoll.config.yaml.Shown;
import java.util.Optional;
import java.util.Set;

/** The profiles of {@code plimsoll.yml}: each changes the file key by key. */
final class Profiles {
    private static final String PROFILES = "profiles";
    private static final String DATABASES = "databases";

    private Profiles() {}

    /** The tree with a profile worked in; one that is not there is a fault. */
    static Mapping chosen(Mapping tree, String profile, Faults faults) {
        Optional<Mapping> chosen = tree.mapping(PROFILES).flatMap(profiles -> profiles.mapping(profile));
        Set<String> known =
                tree.mapping(PROFILES).map(all -> all.entries().keySet()).orElse(Set.of());
        // one that is there and holds something else has its fault where it stands
        if (!known.contains(profile)) {
            String sentence = Shown.quoted(profile) + " is not a profile" + NearMatch.hint(profile, known);
            String help = known.isEmpty() ? "add it under 'profiles'" : "one of: " + String.join(", ", known);
            faults.add(PROFILES, Place.of("--profile " + profile), sentence, help);
        }
        return chosen.map(tree::overlaidBy).orElse(tree);
    }

    /** The tree in which a profile says all of a database of which it changes some keys. */
    static Mapping withWholeDatabases(Mapping tree) {
        Optional<Mapping> databases = tree.mapping(DATABASES);
        Optional<Mapping> profiles = tree.mapping(PROFILES);
        if (databases.isEmpty() || profiles.isEmpty()) {
            return tree;
        }
        Mapping whole = profiles.get();
        for (String name : profiles.get().entries().keySet()) {
            Optional<Mapping> profile = profiles.get().mapping(name);
            Optional<Mapping> own = profile.flatMap(some -> some.mapping(DATABASES));
            if (profile.isPresent() && own.isPresent()) {
                Mapping changed = own.get();
                for (String database : own.get().entries().keySet()) {
                    changed = overlaid(changed, database, databases.get());
                }
                Mapping all = profile.get().with(DATABASES, new Entry(own.get().key(), changed));
                whole = whole.with(name, new Entry(profile.get().key(), all));
            }
        }
        return tree.with(PROFILES, new Entry(profiles.get().key(), whole));
    }

    private static Mapping overlaid(Mapping own, String database, Mapping databases) {
        Optional<Mapping> above = own.mapping(database);
        Optional<Mapping> below = databases.mapping(database);
        return above.isEmpty() || below.isEmpty()
                ? own
                : own.with(database, new Entry(above.get().key(), below.get().overlaidBy(above.get())));
    }
}
