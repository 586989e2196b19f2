package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as they are sent: what came from somebody is text on them, lists go on where they end, and none takes long. */
class PageTextTest {
    private static final int RUNS = Boolean.getBoolean("plimsoll.full") ? 10_000 : 300;
    /** On a machine that does other things at the same time a page may take longer than it should. */
    private static final Duration SOON = Duration.ofMillis(RUNS > 1_000 ? 300 : 2_000);

    private static final String SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'";
    private static final Instant BEGAN = Instant.parse("2026-11-23T12:00:00Z");

    private static final Pattern RUN = Pattern.compile("<code>(r-[0-9]{6})</code>");
    private static final Pattern MORE = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws IOException {
        SampleProject project = SampleProject.in(folder);
        Path lung = project.folder().resolve("indications/lung.yml");
        String described = Files.readString(lung).replaceFirst("(?m)^description: .*$", "description: |-\n  " + SCRIPT);
        Files.writeString(lung, described);
        served = Served.idle(project);
        for (int i = 0; i < RUNS; i++) {
            served.workspace().runs().begin(run(i));
        }
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void whatCameFromSomebodyIsText() {
        String run = "/runs/" + run(RUNS - 1).id();
        String asked = URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/",
                "/runs",
                run,
                run + "/live",
                "/experiments",
                "/models?search=" + asked,
                "/audit?search=" + asked)) {
            String page = page(path);
            assertThat(page).as(path).contains("&lt;script&gt;alert(").doesNotContain("<script>alert", "<img");
        }
        assertThat(served.get("/runs/" + asked)
                        .as(Role.VIEWER)
                        .with("Accept", "text/html")
                        .answer()
                        .body())
                .doesNotContain("<script>alert", "<img");
    }

    @Test
    void aPageHasNoScriptOrStyleOfItsOwn() {
        for (String path :
                List.of("/", "/runs", "/endpoints", "/models", "/datasets", "/experiments", "/audit", "/enter")) {
            assertThat(page(path))
                    .as(path)
                    .doesNotContainPattern("(?i)<script(?![^>]* src=\"/)")
                    .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=\"")
                    .doesNotContainPattern("(?:src|href|action)=\"(?:https?:)?//");
        }
    }

    @Test
    void everyRunIsOnOnePageAndEachPageComesSoon() {
        page("/runs?model=lung-activation");
        List<Long> took = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        String next = "/runs?model=lung-activation";
        while (!next.isEmpty()) {
            long began = System.nanoTime();
            String page = page(next);
            took.add(System.nanoTime() - began);
            Matcher runs = RUN.matcher(page);
            while (runs.find()) {
                assertThat(seen.add(runs.group(1))).as(runs.group(1)).isTrue();
            }
            Matcher more = MORE.matcher(page);
            next = more.find() ? more.group(1).replace("&amp;", "&") : "";
        }

        assertThat(seen).hasSize(RUNS);
        Collections.sort(took);
        assertThat(Duration.ofNanos(took.get(took.size() * 95 / 100))).isLessThan(SOON);
    }

    @Test
    void whoeverIsNotKnownIsShownTheWayIn() {
        Served.Answer answer = served.get("/runs").with("Accept", "text/html").answer();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("Sign in").doesNotContain("lung");
        assertThat(served.get("/none")
                        .as(Role.VIEWER)
                        .with("Accept", "text/html")
                        .answer()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFormOfAnotherSessionIsRefused() {
        String link = served.server().link().orElseThrow();
        String secret = link.substring(link.indexOf('#') + 1);
        String cookie = served.post("/enter", "{\"secret\":\"" + secret + "\"}")
                .answer()
                .header("Set-Cookie")
                .split(";", 2)[0];
        String run = "/runs/" + run(0).id();
        String page = served.get(run).with("Cookie", cookie).answer().body();
        int from = page.indexOf("name=\"guard\" value=\"") + 20;
        String guard = page.substring(from, page.indexOf('"', from));

        assertThat(cancel(run, cookie, "guard=" + "0".repeat(64)).status()).isEqualTo(403);
        assertThat(cancel(run, cookie, "reason=x").status()).isEqualTo(403);
        assertThat(cancel(run, cookie, "guard=" + guard + "&reason=two%0Alines").status())
                .isEqualTo(400);
        assertThat(cancel(run, cookie, "guard=" + guard + "&reason=a+mistake").status())
                .isEqualTo(302);
    }

    private static Served.Answer cancel(String run, String cookie, String form) {
        return served.post(run + "/cancel", form)
                .with("Cookie", cookie)
                .with("Accept", "text/html")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .answer();
    }

    private static String page(String path) {
        Served.Answer answer =
                served.get(path).as(Role.VIEWER).with("Accept", "text/html").answer();
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static RunRecord run(int number) {
        return new RunRecord(
                String.format(Locale.ROOT, "r-%06d", number),
                RunKind.TRAINING,
                "lung",
                "ACTIVATION",
                "lung-activation",
                SCRIPT,
                RunStatus.RUNNING,
                null,
                null,
                SCRIPT,
                BEGAN.plusMillis(number / 5),
                null,
                "{}",
                null,
                List.of(),
                SCRIPT);
    }
}
