package io.plimsoll.pipeline;

import io.plimsoll.evaluate.Agreement;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;

/**
 * What came of training a registered version again.
 *
 * @param dataset whose rows it was trained on, then and now
 * @param sha256 address that the rebuilt model has
 * @param files of the model folder that are not the same in both, sorted; without the manifest, which follows from the others
 * @param differences in how the two were made
 * @param agreement of both on the labelled rows of the dataset
 */
public record Rebuild(
        ModelVersion version,
        DatasetVersion dataset,
        Likeness likeness,
        String sha256,
        List<String> files,
        List<Difference> differences,
        Agreement agreement) {
    public Rebuild {
        files = List.copyOf(files);
        differences = List.copyOf(differences);
    }

    /** Whether it is as it must be: the same bytes, or, where another platform or other versions made it, the same predictions. */
    public boolean isAsExpected() {
        return likeness == Likeness.IDENTICAL
                || (likeness == Likeness.EQUAL_WITHIN_TOLERANCE && isOfAnotherInstallation());
    }

    /** Whether platform or versions are others than those that made the registered model. */
    public boolean isOfAnotherInstallation() {
        return differences.stream()
                .anyMatch(one -> one.kind() == Difference.Kind.PLATFORM || one.kind() == Difference.Kind.VERSION);
    }
}
