package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.NewUser;
import io.plimsoll.access.Password;
import io.plimsoll.access.Role;
import io.plimsoll.server.browser.Axe;
import io.plimsoll.server.browser.Chromium;
import io.plimsoll.server.browser.Tab;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.ModelVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a model through a browser: two people, from the link to the history of who did what. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String MODEL = "lung-activation";

    @TempDir
    private static Path folder;

    private static Served served;
    private static Chromium chromium;
    private static Tab starter;
    private static Tab grace;

    @BeforeAll
    static void begin() throws Exception {
        Assumptions.assumeFalse(Boolean.getBoolean("plimsoll.again"), "skipped: it ran on the first JDK");
        Optional<Path> program = Chromium.installed();
        Assumptions.assumeTrue(program.isPresent(), "skipped: no Chromium is installed");
        served = Served.working(SampleProject.published(folder).saying("promotion: approval"));
        served.access().users().add(new NewUser("grace", Role.APPROVER, new Password(PASSWORD)), "tester");
        chromium = Chromium.start(program.get(), folder.resolve("profile"));
        starter = chromium.tab().shape(1280, false);
        grace = chromium.tab().shape(390, true);
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
        if (served != null) {
            served.close();
        }
    }

    @Test
    @Order(1)
    void theLinkLeadsToAnEmptyWorkspaceThatLeadsByTheHand() {
        starter.open(served.server().link().orElseThrow()).waitFor("document.title.startsWith('Overview')");

        assertThat(starter.text()).contains("Three steps to the first model", "tester admin", "ACTIVATION");
        assertThat(starter.path()).isEqualTo("/");
    }

    @Test
    @Order(2)
    void theFormSaysWhatIsWrongBesideTheField() {
        starter.click("Look at it and submit");
        assertThat(starter.text())
                .contains("gradient-boosted-trees predicts ACTIVATION", "data/lung_sites.csv", "None yet");

        starter.fill("[name='set.models.ACTIVATION.settings.trees']", "many").click("Submit the run");

        assertThat(starter.run("document.querySelector('[aria-invalid]').closest('.field').innerText"))
                .contains("models.ACTIVATION.settings.trees", "needs a whole number", "'many'");
        assertThat(served.workspace().runs().latest(1)).isEmpty();
    }

    @Test
    @Order(3)
    void aRunIsWatchedToItsVerdict() {
        starter.fill("[name='set.models.ACTIVATION.settings.trees']", "60")
                .fill("[name=experiment]", "spring")
                .click("Submit the run");
        assertThat(starter.path()).startsWith("/runs/r-");

        starter.waitFor("document.querySelector('.timeline .succeeded') !== null");
        starter.waitFor("document.querySelector('.verdict') !== null");

        assertThat(starter.text()).contains("Verdict: pass", "auc at least 0.65", MODEL + "@1", "register");
        assertThat(starter.run("document.querySelectorAll('.timeline .succeeded').length + ''"))
                .isEqualTo("8");
    }

    @Test
    @Order(4)
    void nobodyApprovesWhatHeSubmitted() {
        starter.click(MODEL + "@1").fill("#reason", "I like it").click("Approve");

        assertThat(starter.run("document.querySelector('[role=alert]').innerText"))
                .contains("submitted");
        assertThat(champion()).isEmpty();
    }

    @Test
    @Order(5)
    void aSecondPersonApproves() {
        grace.open(served.server().address() + "/models/" + MODEL).fill("#name", "grace");
        grace.fill("#password", PASSWORD).follow("document.querySelector('button').click()");
        assertThat(grace.path()).isEqualTo("/models/" + MODEL);
        grace.click("@1").fill("#reason", "the figures hold").click("Approve");

        assertThat(grace.text()).contains("champion");
        assertThat(champion()).contains(1);
    }

    @Test
    @Order(6)
    void aCandidateThatIsRefusedSaysWhyAndWhatWouldPass() {
        starter.open(served.server().address() + "/endpoints/" + SampleProject.training())
                .fill("[name='set.models.ACTIVATION.settings.trees']", "1")
                .fill("[name='set.models.ACTIVATION.settings.depth']", "1")
                .click("Submit the run")
                .waitFor("document.querySelector('.verdict') !== null");

        assertThat(starter.run("document.querySelector('.verdict').innerText"))
                .contains("Not registered", "Why?", "What would pass?", "would have passed");
        assertThat(starter.run(
                        "document.querySelector('.verdict').getBoundingClientRect().top < 400 ? 'first' : 'late'"))
                .isEqualTo("first");
    }

    @Test
    @Order(7)
    void aFormerChampionComesBackAndTheHistorySaysSo() throws Exception {
        starter.open(served.server().address() + "/endpoints/" + SampleProject.training())
                .fill("[name='set.models.ACTIVATION.settings.trees']", "120")
                .click("Submit the run")
                .waitFor("document.querySelector('.verdict.good') !== null");
        grace.open(served.server().address() + "/models/" + MODEL + "/versions/2")
                .fill("#reason", "better still")
                .click("Approve");
        assertThat(champion()).contains(2);

        grace.agreeingOn("/models/" + MODEL, served.server().address())
                .fill("#reason", "the site's data were wrong")
                .click("Roll back");

        assertThat(champion()).contains(1);
        assertThat(grace.text()).contains("rollback", "the site's data were wrong", "approval");
        grace.open(served.server().address() + "/audit?verify=true");
        assertThat(grace.text())
                .contains("Verified", "grace", "rolled back to " + MODEL + "@1", "the site's data were wrong");
        List<Event> events = served.workspace().events().events(0, 100);
        assertThat(events.get(events.size() - 1).read().actor()).isEqualTo("grace");
    }

    @Test
    @Order(8)
    void everyPageIsForEverybody() {
        String run = served.workspace().runs().latest(1).get(0).id();
        Axe axe = new Axe();
        for (String path : List.of(
                "/",
                "/endpoints",
                "/endpoints/" + SampleProject.training(),
                "/experiments",
                "/runs",
                "/runs/" + run,
                "/datasets",
                "/datasets/lung",
                "/models",
                "/models/" + MODEL,
                "/models/" + MODEL + "/versions/1",
                "/models/" + MODEL + "/compare",
                "/audit")) {
            for (Tab tab : List.of(starter, grace)) {
                tab.open(served.server().address() + path);
                assertThat(axe.seriousFaultsOf(tab)).as(path).isEmpty();
                assertThat(tab.run("document.documentElement.scrollWidth <= innerWidth ? 'fits' : 'wide'"))
                        .as(path)
                        .isEqualTo("fits");
            }
        }
    }

    @Test
    @Order(9)
    void aPageIsLight() {
        Tab tab = chromium.tab();
        tab.open(served.server().address() + "/enter").fill("#name", "grace");
        tab.fill("#password", PASSWORD).follow("document.querySelector('button').click()");
        tab.open(served.server().address() + "/models/" + MODEL + "/versions/1");

        assertThat(tab.weight()).isBetween(10_000L, 300_000L);
    }

    @Test
    @Order(10)
    void whoeverSignsOutIsOut() {
        grace.click("Sign out");
        assertThat(grace.path()).isEqualTo("/enter");
        grace.open(served.server().address() + "/models");
        assertThat(grace.text()).contains("sign in").doesNotContain(MODEL);
    }

    @Test
    @Order(11)
    void noPageAsksAnotherHostOrComplains() {
        assertThat(starter.requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith(served.server().address() + "/"));
        assertThat(grace.requests())
                .allMatch(address -> address.startsWith(served.server().address() + "/"));
        // what was refused on purpose is an error for the browser, too
        assertThat(starter.errors())
                .allMatch(error -> error.contains("status of 422") || error.contains("status of 403"));
        assertThat(grace.errors()).allMatch(error -> error.contains("status of 401"));
    }

    private static Optional<Integer> champion() {
        return served.workspace().models().alias(MODEL, ModelVersion.CHAMPION).map(ModelVersion::version);
    }
}
