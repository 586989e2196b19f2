package io.plimsoll.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Under what a version was registered.
 *
 * @param verdict absent where it was registered without one
 * @param decidedBy in a word; empty where nothing was decided
 * @param champion number of the version that was champion then; 0 if there was none
 */
public record Ruling(@Nullable VerdictReport verdict, String decidedBy, int champion) {
    /** Empty where what is stored is not what this version of Plimsoll writes. */
    public static Ruling of(ModelVersion version) {
        try {
            JsonNode stored = CanonicalJson.read(version.verdict(), JsonNode.class);
            JsonNode verdict = stored.path("verdict");
            return new Ruling(
                    verdict.isObject() ? CanonicalJson.read(CanonicalJson.text(verdict), VerdictReport.class) : null,
                    stored.path("decision").path("decided_by").asText(""),
                    stored.path("champion").asInt());
        } catch (IOException e) {
            return new Ruling(null, "", 0);
        }
    }
}
