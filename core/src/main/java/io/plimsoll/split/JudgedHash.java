package io.plimsoll.split;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What tells rows that judge apart: which they are, and what is true of them. */
public final class JudgedHash {
    private final Sha256 sha = new Sha256();

    private JudgedHash() {}

    /** @param key of each row, in key order */
    public static String of(String[] key, double[] target) {
        JudgedHash hash = new JudgedHash();
        for (int row = 0; row < key.length; row++) {
            hash.add(key[row], target[row]);
        }
        return hash.sha.hex();
    }

    public static String of(Dataset rows, Roles roles) {
        JudgedHash hash = new JudgedHash();
        rows.scan(new Selection(List.of(roles.target()), List.of(roles.key())), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                hash.add(
                        String.valueOf(batch.texts().get(0)[row]),
                        batch.numbers().get(0)[row]);
            }
        });
        return hash.sha.hex();
    }

    private void add(String key, double target) {
        sha.add((key + ',' + CanonicalJson.number(target) + '\n').getBytes(StandardCharsets.UTF_8));
    }
}
