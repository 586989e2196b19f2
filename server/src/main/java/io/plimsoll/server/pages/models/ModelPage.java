package io.plimsoll.server.pages.models;

import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.server.models.ModelState;
import io.plimsoll.server.pages.line.AgainstLine;
import io.plimsoll.server.pages.line.LineChart;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.VersionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A model as its page shows it.
 *
 * @param champion absent where there is none
 * @param versions a part of all, the newest first
 * @param more the number below which the list goes on; absent at its end
 * @param waiting for somebody's approval, the newest first
 * @param former numbers of versions that were champion before and are not now
 * @param moves of all aliases, the latest first
 * @param state what a decision is held against, to find out whether something has changed since
 */
record ModelPage(
        String model,
        @Nullable ModelVersion champion,
        int count,
        LineChart chart,
        List<Row> versions,
        @Nullable Integer more,
        List<ModelVersion> waiting,
        List<Integer> former,
        List<Move> moves,
        String state) {
    private static final int ON_A_PAGE = 50;

    /** A version in the list. */
    record Row(ModelVersion version, @Nullable AgainstLine figure) {
        static Row of(ModelVersion version) {
            return new Row(version, AgainstLine.of(version).orElse(null));
        }
    }

    /**
     * A move of an alias.
     *
     * @param right by which a version became champion
     */
    record Move(
            String alias,
            String to,
            String from,
            String right,
            String actor,
            Instant moved,
            String reason,
            @Nullable String run) {
        static Move of(AliasMove move) {
            PromotedBy right = move.promotedBy();
            return new Move(
                    move.alias(),
                    number(move.to()),
                    number(move.from()),
                    right == null ? "" : right.name().toLowerCase(Locale.ROOT),
                    move.actor(),
                    move.moved(),
                    move.reason(),
                    move.runId());
        }

        private static String number(OptionalInt version) {
            return version.isPresent() ? "@" + version.getAsInt() : "none";
        }
    }

    /** @param below the number of the last version on the page before; absent for the first page */
    static ModelPage of(String model, @Nullable Integer below, ModelRegistry registry) {
        List<ModelVersion> all = new ModelReference(model, "").all(registry);
        List<ModelVersion> from = all.stream()
                .filter(version -> below == null || version.version() < below)
                .limit(ON_A_PAGE + 1L)
                .toList();
        List<ModelVersion> shown = from.subList(0, Math.min(ON_A_PAGE, from.size()));
        Optional<ModelVersion> champion = registry.alias(model, ModelVersion.CHAMPION);
        return new ModelPage(
                model,
                champion.orElse(null),
                all.size(),
                LineChart.of(all),
                shown.stream().map(Row::of).toList(),
                from.size() > ON_A_PAGE ? shown.get(ON_A_PAGE - 1).version() : null,
                all.stream()
                        .filter(version -> version.state() == VersionState.PENDING)
                        .toList(),
                former(registry.aliasHistory(model, ModelVersion.CHAMPION), champion),
                moves(model, registry),
                ModelState.of(model, registry).tag().value());
    }

    private static List<Integer> former(List<AliasMove> moves, Optional<ModelVersion> champion) {
        TreeSet<Integer> former = new TreeSet<>();
        moves.forEach(move -> move.to().ifPresent(former::add));
        champion.ifPresent(version -> former.remove(version.version()));
        return List.copyOf(former.descendingSet());
    }

    private static List<Move> moves(String model, ModelRegistry registry) {
        List<AliasMove> moves = new ArrayList<>();
        registry.aliasNames(model).forEach(alias -> moves.addAll(registry.aliasHistory(model, alias)));
        moves.sort((one, other) -> one.moved().compareTo(other.moved()));
        Collections.reverse(moves);
        return moves.stream().map(Move::of).toList();
    }
}
