package io.plimsoll.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names that columns often have which are written after the fact, or by those who collected the rows. A suspicion, never a proof. */
final class TellingNames {
    private static final Set<String> AFTERWARDS = Set.of(
            "status",
            "outcome",
            "outcomes",
            "result",
            "results",
            "followup",
            "follow",
            "completed",
            "completion",
            "terminated",
            "withdrawn",
            "ended",
            "actual",
            "final",
            "rank");
    private static final Set<String> COLLECTING =
            Set.of("source", "snapshot", "extract", "extracted", "masked", "imported", "updated");
    /** First words with which the others are about something earlier, {@code prior_status}, or planned, {@code n_primary_outcomes}. */
    private static final Set<String> EARLIER = Set.of("prior", "previous", "past", "last", "baseline", "n", "planned");

    private TellingNames() {}

    static Optional<String> reason(String column) {
        List<String> words = words(column);
        if (EARLIER.contains(words.get(0))) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> AFTERWARDS.contains(word) || COLLECTING.contains(word))
                .findFirst()
                .map(word -> "by the word '" + word + "' in its name, it sounds like something "
                        + (AFTERWARDS.contains(word) ? "known only afterwards" : "about how rows were collected"));
    }

    /** {@code FollowUp_days} is follow, up and days. */
    private static List<String> words(String column) {
        String parted = column.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[^\\p{L}0-9]+", " ");
        return Arrays.asList(parted.strip().toLowerCase(Locale.ROOT).split(" "));
    }
}
