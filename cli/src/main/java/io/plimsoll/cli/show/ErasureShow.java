package io.plimsoll.cli.show;

import io.plimsoll.guard.Figures;
import io.plimsoll.upkeep.Eraser.Erased;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Erasure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is left of rows that were erased, for people and as data. */
public final class ErasureShow {
    private final Style style;

    public ErasureShow(Style style) {
        this.style = style;
    }

    /** The tombstone, as {@code datasets show --json} has it under {@code erased}. */
    public static Map<String, Object> data(Erasure erasure) {
        return Map.of("erased", erasure.erased().toString(), "actor", erasure.actor(), "reason", erasure.reason());
    }

    /** What {@code datasets erase --json} says. */
    public static Map<String, Object> data(Erased erased) {
        return Map.of("versions", references(erased), "runs", erased.runs(), "tombstone", data(erased.erasure()));
    }

    /** The tombstone in one line. */
    public String tombstone(Erasure erasure) {
        return style.bad("ERASED") + " " + RunShow.time(erasure.erased()) + " UTC by " + erasure.actor() + ": "
                + erasure.reason() + "\n";
    }

    public String text(Erased erased) {
        String versions =
                erased.versions().stream().map(DatasetVersion::reference).collect(Collectors.joining(", "));
        return style.bold("ERASED " + versions) + "\n  " + erased.erasure().reason()
                + "\n  the rows of its snapshot and of the evidence of "
                + Figures.count(erased.runs().size(), "run")
                + " are gone; hash and tombstone stay, and the same rows are refused from now on\n"
                + "  backups and exports that were made before still have them\n";
    }

    private static List<String> references(Erased erased) {
        return erased.versions().stream().map(DatasetVersion::reference).toList();
    }
}
