package io.plimsoll.cli.remote;

import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.VersionState;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Versions and moves of aliases as a server tells them. */
final class ModelForm {
    private ModelForm() {}

    /** In a list a version comes without its verdict. */
    static ModelVersion version(Fields told) {
        SortedMap<String, String> tags = new TreeMap<>();
        told.part("tags")
                .object()
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new ModelVersion(
                told.text("model"),
                told.number("version"),
                told.text("sha256"),
                told.text("run"),
                told.time("created"),
                tags,
                told.object().has("verdict") ? told.json("verdict") : "",
                new TreeSet<>(told.texts("aliases")),
                told.of(VersionState.class, "state"));
    }

    static AliasMove move(Fields told) {
        return new AliasMove(
                told.text("model"),
                told.text("alias"),
                told.numberIfAny("from"),
                told.numberIfAny("to"),
                told.time("moved"),
                told.textOrNull("run"),
                told.text("actor"),
                told.text("reason"),
                told.ofOrNull(PromotedBy.class, "promoted_by"));
    }
}
