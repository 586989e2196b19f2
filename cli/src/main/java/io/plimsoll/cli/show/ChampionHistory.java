package io.plimsoll.cli.show;

import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which versions of a model were champion, for people and as data.
 *
 * @param moves of the alias, the first one first
 */
public record ChampionHistory(List<AliasMove> moves) {
    public ChampionHistory {
        moves = List.copyOf(moves);
    }

    public static ChampionHistory of(String model, ModelRegistry registry) {
        return new ChampionHistory(registry.aliasHistory(model, ModelVersion.CHAMPION));
    }

    /** The move that took the champion away; empty if there is a champion, or never was one. */
    public Optional<AliasMove> retirement() {
        return moves.isEmpty()
                ? Optional.empty()
                : Optional.of(moves.get(moves.size() - 1))
                        .filter(move -> move.to().isEmpty());
    }

    /** What {@code --json} says of every move. */
    public List<Map<String, Object>> data() {
        return moves.stream().map(ChampionHistory::data).toList();
    }

    /** What {@code --json} says of one move; {@code from}, {@code to}, {@code run}, {@code actor}, {@code promoted_by} and {@code reason} only where there is one. */
    public static Map<String, Object> data(AliasMove move) {
        Map<String, Object> data = new TreeMap<>();
        data.put("model", move.model());
        data.put("alias", move.alias());
        data.put("moved", move.moved().toString());
        move.from().ifPresent(version -> data.put("from", version));
        move.to().ifPresent(version -> data.put("to", version));
        if (move.runId() != null) {
            data.put("run", move.runId());
        }
        if (!move.actor().isEmpty()) {
            data.put("actor", move.actor());
        }
        if (move.promotedBy() != null) {
            data.put("promoted_by", move.promotedBy());
        }
        if (!move.reason().isEmpty()) {
            data.put("reason", move.reason());
        }
        return data;
    }

    /** Who was champion by what right, a line each. */
    public String table(Style style) {
        Table table = new Table(style, "champion", "since (UTC)", "by", "who", "run", "reason");
        for (AliasMove move : moves) {
            table.row(
                    move.to().isPresent() ? "@" + move.to().getAsInt() : "none",
                    RunShow.time(move.moved()),
                    move.promotedBy() == null
                            ? "retirement"
                            : move.promotedBy().name().toLowerCase(Locale.ROOT),
                    move.actor().isEmpty() ? "-" : move.actor(),
                    move.runId() == null ? "-" : move.runId(),
                    move.reason());
        }
        return table.isEmpty() ? "" : table.text();
    }

    /** Since when and why there is no champion, as one line; empty if there is one, or never was. */
    public String text() {
        return retirement()
                .map(move -> "no champion since " + RunShow.time(move.moved()) + " UTC, when @"
                        + move.from().getAsInt() + " was retired: " + move.reason() + "\n")
                .orElse("");
    }
}
