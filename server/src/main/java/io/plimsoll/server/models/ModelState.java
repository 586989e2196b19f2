package io.plimsoll.server.models;

import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.server.page.Tag;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.util.List;
import java.util.SortedSet;

/** What may change of a model: which versions it has, their states, and the aliases that point at them. */
public record ModelState(String model, List<Version> versions) {
    public record Version(int version, VersionState state, SortedSet<String> aliases) {
        static Version of(ModelVersion version) {
            return new Version(version.version(), version.state(), version.aliases());
        }
    }

    public static ModelState of(String model, ModelRegistry registry) {
        List<Version> versions = new ModelReference(model, "")
                .all(registry).stream().map(Version::of).toList();
        return new ModelState(model, versions);
    }

    public Tag tag() {
        return Tag.of(this);
    }
}
