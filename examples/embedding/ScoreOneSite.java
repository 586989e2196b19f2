import io.plimsoll.local.LocalEngine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.score.Score;
import io.plimsoll.score.Scorer;
import io.plimsoll.storage.LocalWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Scores one site with the champion of a workspace, which is given as its folder. */
public final class ScoreOneSite {
    public static void main(String[] arguments) {
        try (LocalWorkspace workspace = LocalWorkspace.open(Path.of(arguments[0]), Clock.systemUTC());
                Scorer scorer = Scorer.open(
                        workspace, new LocalEngine().loader(new EngineLimits(1, null)), "lung-activation", "champion")) {
            Map<String, Object> site = new HashMap<>(Map.of(
                    "country", "Greece", "sponsor_class", "INDUSTRY", "allocation", "RANDOMIZED", "start_year", 2021));
            site.putAll(Map.of("prior_trials_facility", 4, "prior_trials_city", 31, "n_arms", 2));
            site.put("phase", null); // not known
            Score score = scorer.score(site);
            System.out.println("probability " + score.prediction() + ", class " + score.classified());
        }
    }
}
