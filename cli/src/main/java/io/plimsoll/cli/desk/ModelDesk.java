package io.plimsoll.cli.desk;

import io.plimsoll.cli.show.ChampionHistory;
import io.plimsoll.cli.show.Origin;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.VersionState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is registered, which version is in use, and what people decide about it. An unknown model or version is {@code UNKNOWN_MODEL}. */
public interface ModelDesk {
    /** Every model, by name. */
    List<Standing> standings();

    /** All versions of a model. */
    ModelView all(ModelReference model);

    ModelVersion one(ModelReference version);

    VersionView show(ModelReference version);

    /** Judges a version against the champion of now; see {@link io.plimsoll.pipeline.Promotions#promote}. */
    Promoted promote(ModelReference version, String reason);

    /** Points another alias than {@code champion} at a version, without judging it. */
    AliasMove point(ModelReference version, String alias, String reason);

    /** @param wanted a former champion; the whole model for the one before the present one */
    AliasMove rollBack(ModelReference wanted, String reason);

    AliasMove retire(ModelReference model, String reason);

    /** @param state {@code ARCHIVED} or {@code REJECTED} */
    ModelVersion close(ModelReference version, VersionState state, String reason);

    /** The model card. */
    Document card(ModelReference version);

    /** One zip that scores anywhere. */
    Document export(ModelReference version);

    /**
     * Who is champion of a model.
     *
     * @param retired the move that took the champion away; empty if there is a champion, or never was one
     */
    record Standing(String model, Optional<ModelVersion> champion, Optional<AliasMove> retired) {}

    /** @param versions the newest first */
    record ModelView(List<ModelVersion> versions, ChampionHistory champions) {
        public ModelView {
            versions = List.copyOf(versions);
        }
    }

    record VersionView(ModelVersion version, Origin origin) {}

    /** A file that somebody makes of a version. */
    record Document(ModelVersion version, byte[] content) {}

    /**
     * What a promotion came to.
     *
     * @param move null if the verdict did not allow it: then nothing was changed
     * @param champion against which it was judged; empty if there was none
     */
    record Promoted(
            String version, @Nullable AliasMove move, VerdictReport verdict, Decision decision, OptionalInt champion) {
        /** What {@code --json} says of it. */
        public Map<String, Object> data() {
            Map<String, Object> data = new TreeMap<>();
            data.put("verdict", verdict);
            data.put("decision", decision);
            champion.ifPresent(number -> data.put("champion", number));
            data.put("promoted", move != null);
            data.put("version", version);
            if (move != null) {
                data.put("move", ChampionHistory.data(move));
            }
            return data;
        }
    }
}
