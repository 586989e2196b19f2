package io.plimsoll.evaluate;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.metric.ScoredRows;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that judge, as the candidate scored them.
 *
 * @param key of each row, in the order of {@code rows}
 * @param folding where each was scored out of its fold; absent where the model itself scored rows that were held out
 */
record Holdout(String[] key, ScoredRows rows, @Nullable Folding folding) {
    Holdout(String[] key, ScoredRows rows) {
        this(key, rows, null);
    }

    Map<String, Integer> indexByKey() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < key.length; i++) {
            index.put(key[i], i);
        }
        return index;
    }

    /** As CSV, so that every metric can be computed again: key, group, target, prediction, weight, and the fold if there are any. */
    String csv() {
        StringBuilder csv = new StringBuilder("key,group,target,prediction,weight");
        csv.append(folding == null ? "\n" : ",fold\n");
        for (int i = 0; i < key.length; i++) {
            csv.append(quoted(key[i])).append(',').append(quoted(rows.group()[i]));
            csv.append(',').append(CanonicalJson.number(rows.target()[i]));
            csv.append(',').append(CanonicalJson.number(rows.prediction()[i]));
            csv.append(',').append(CanonicalJson.number(rows.weight()[i]));
            csv.append(folding == null ? "\n" : "," + folding.fold()[i] + "\n");
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
