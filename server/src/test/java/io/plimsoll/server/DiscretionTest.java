package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.server.fault.Discretion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left out of texts. */
class DiscretionTest {
    private final Discretion discretion =
            new Discretion(List.of(Path.of("/srv/project"), Path.of("/srv/project/.plimsoll"), Path.of("/")));

    @Test
    void placesOnTheServerAreLeftOut() {
        assertThat(discretion.of("cannot read /srv/project/data/sites.csv, line 3"))
                .isEqualTo("cannot read data/sites.csv, line 3");
        assertThat(discretion.of("in /srv/project/.plimsoll/runs and /srv/project"))
                .isEqualTo("in runs and .");
    }

    @Test
    void everythingElseStays() {
        assertThat(discretion.of("auc is 0.7 / 0.8")).isEqualTo("auc is 0.7 / 0.8");
        assertThat(discretion.of("")).isEmpty();
    }
}
