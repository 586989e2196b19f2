package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.server.Served.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The description of the interface, and the page that shows it. */
class OpenApiTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.idle(SampleProject.published(folder));
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void everyRouteUnderApiIsDescribed() {
        JsonNode api = served.see("/api/v1/openapi.json");

        assertThat(api.at("/openapi").asString()).isEqualTo("3.1.0");
        assertThat(api.at("/security/0/token").isArray()).isTrue();
        Set<String> ids = new TreeSet<>();
        api.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String place = operation.getKey() + " " + path.getKey();
                    JsonNode told = operation.getValue();
                    assertThat(told.at("/summary").asString("")).as(place).isNotBlank();
                    assertThat(told.at("/description").asString("")).as(place).startsWith("For ");
                    assertThat(ids.add(told.at("/operationId").asString()))
                            .as(place)
                            .isTrue();
                    assertThat(told.at("/responses/default/$ref").asString())
                            .isEqualTo("#/components/responses/Problem");
                    assertThat(parameters(told, "path")).as(place).isEqualTo(variables(path.getKey()));
                    boolean isChange = !operation.getKey().equals("get");
                    assertThat(parameters(told, "header").contains("Idempotency-Key"))
                            .as(place)
                            .isEqualTo(isChange);
                }));
        assertThat(ids).hasSizeGreaterThan(20);
        assertThat(api.at("/paths/~1api~1v1~1runs~1{run}~1events/get/responses/200/content"))
                .hasSize(2);
        assertThat(api.at("/paths/~1api~1v1~1endpoints~1{endpoint}~1runs/post/responses")
                        .has("202"))
                .isTrue();
        assertThat(parameters(api.at("/paths/~1api~1v1~1runs/get"), "query"))
                .contains("status", "kind", "model", "experiment", "limit", "after");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode api = served.see("/api/v1/openapi.json");
        List<String> references = new ArrayList<>();
        collect(api, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isObject())
                                .as(reference)
                                .isTrue());
    }

    @Test
    void whatIsAnsweredHasTheFieldsThatAreDescribed() {
        JsonNode described = served.see("/api/v1/openapi.json").at("/components/schemas/EndpointResource");
        JsonNode answered = served.see("/api/v1/endpoints/" + SampleProject.training());

        List<String> names = new ArrayList<>(described.at("/properties").propertyNames());
        assertThat(names).containsAll(answered.propertyNames());
        described
                .at("/required")
                .forEach(name -> assertThat(answered.has(name.asString())).isTrue());
    }

    @Test
    void thePageAsksNobodyElse() {
        for (String path : new String[] {"/api", "/api.js", "/api.css", "/enter", "/enter.js"}) {
            Answer answer = served.get(path).with("Accept", "*/*").answer();
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("http://", "https://", "<script>", "style=", "onclick", "eval(");
        }
        assertThat(served.get("/api")
                        .as(Role.VIEWER)
                        .with("Accept", "text/html")
                        .answer()
                        .header("Content-Type"))
                .startsWith("text/html");
        assertThat(served.get("/api.js").answer().header("Content-Type")).startsWith("text/javascript");
    }

    private static Set<String> parameters(JsonNode operation, String in) {
        Set<String> names = new TreeSet<>();
        operation.at("/parameters").forEach(parameter -> {
            if (parameter.at("/in").asString().equals(in)) {
                names.add(parameter.at("/name").asString());
            }
        });
        return names;
    }

    private static Set<String> variables(String path) {
        Set<String> names = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        return names;
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.at("/$ref").asString());
        }
        node.forEach(child -> collect(child, references));
    }
}
