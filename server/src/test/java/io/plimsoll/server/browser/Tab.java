package io.plimsoll.server.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a browser, as somebody uses it who sees and types. */
public final class Tab {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int HEIGHT = 800;

    private final Connection page;

    Tab(Connection page) {
        this.page = page;
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            page.call(domain + ".enable", "{}");
        }
    }

    /** Goes to a page, and waits until it is there. */
    public Tab open(String address) {
        run("window.isOld = true");
        page.call("Page.navigate", "{\"url\":" + json(address) + "}");
        return awaitPage();
    }

    /** Does something that leads to another page, and waits until that is there. */
    public Tab follow(String script) {
        run("window.isOld = true; " + script);
        return awaitPage();
    }

    /** Clicks on the first link or button that says this. */
    public Tab click(String text) {
        return follow("[...document.querySelectorAll('a,button')].find(e => e.textContent.trim() === " + json(text)
                + ").click()");
    }

    public Tab fill(String field, String text) {
        run("document.querySelector(" + json(field) + ").value = " + json(text));
        return this;
    }

    private Tab awaitPage() {
        waitFor("window.isOld !== true && document.readyState === 'complete' && location.href !== 'about:blank'");
        return this;
    }

    /** Waits until an expression is true. While one page takes the place of another there is nothing to ask. */
    public Tab waitFor(String expression) {
        Waiting.until(expression, LONGEST, () -> {
            JsonNode answer = page.call(
                    "Runtime.evaluate", "{\"returnByValue\":true,\"expression\":" + json("(" + expression + ")") + "}");
            return answer.at("/result/value").asBoolean(false);
        });
        return this;
    }

    /** What an expression comes to, as text. */
    public String run(String script) {
        JsonNode answer = page.call(
                "Runtime.evaluate",
                "{\"awaitPromise\":true,\"returnByValue\":true,\"userGesture\":true,\"expression\":" + json(script)
                        + "}");
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.at("/exceptionDetails/exception/description"));
        }
        return answer.at("/result/value").asString("");
    }

    /** What is to be read on the page. */
    public String text() {
        return run("document.body.innerText");
    }

    public String path() {
        return run("location.pathname + location.search");
    }

    /** @param width in CSS pixels */
    public Tab shape(int width, boolean dark) {
        page.call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":" + HEIGHT + ",\"deviceScaleFactor\":1,\"mobile\":" + (width < 600)
                        + "}");
        page.call(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (dark ? "dark" : "light") + "\"}]}");
        return this;
    }

    /** The page as it looks, from its head to its end, at most {@code most} high. */
    public void picture(Path file, int most) {
        JsonNode sizes = page.call("Page.getLayoutMetrics", "{}").at("/cssContentSize");
        int height = (int) Math.min(most, sizes.at("/height").asDouble());
        String clip = "{\"x\":0,\"y\":0,\"scale\":1,\"width\":"
                + sizes.at("/width").asDouble() + ",\"height\":" + height + "}";
        String data = page.call(
                        "Page.captureScreenshot",
                        "{\"format\":\"png\",\"captureBeyondViewport\":true,\"clip\":" + clip + "}")
                .at("/data")
                .asString();
        try {
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page, and says yes to whatever it asks before it does something. */
    public Tab agreeingOn(String path, String server) {
        open(server + path).run("window.confirm = () => true");
        return this;
    }

    /** Errors in the console, of whatever kind. */
    public List<String> errors() {
        return Stream.concat(
                        page.told("Log.entryAdded").stream()
                                .filter(entry ->
                                        entry.at("/entry/level").asString().equals("error"))
                                .map(entry -> entry.at("/entry").toString()),
                        page.told("Runtime.exceptionThrown").stream().map(JsonNode::toString))
                .toList();
    }

    /** Every address that was asked for. */
    public List<String> requests() {
        return page.told("Network.requestWillBeSent").stream()
                .map(request -> request.at("/request/url").asString())
                .toList();
    }

    /** Bytes that came for the page since it was opened first, as they were sent. */
    public long weight() {
        return page.told("Network.loadingFinished").stream()
                .mapToLong(done -> done.at("/encodedDataLength").asLong(0))
                .sum();
    }

    static String json(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
