package io.plimsoll.artifact;

import io.plimsoll.data.GroupHash;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Task;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small model folder in which everything that can be there is there. */
final class ExampleModel {
    private ExampleModel() {}

    static ModelFiles files() {
        return ModelFolder.of(graph(), contract(), nativeFiles());
    }

    static byte[] graph() {
        OnnxGraph graph = new OnnxGraph();
        List<OnnxGraph.Value> number = List.of(graph.numberInput("größe"));
        graph.textInput("land");
        graph.output(stump(Link.IDENTITY).addTo(graph, graph.matrix(number)), "prediction", 1);
        return graph.bytes();
    }

    static TreeEnsemble stump(Link link) {
        Tree tree = Tree.ofNodes(3)
                .split(0, 0, 1.5f, true)
                .children(0, 1, 2)
                .leaf(1, -1f)
                .leaf(2, 1f)
                .build();
        return new TreeEnsemble(List.of(tree), 0.5f, link);
    }

    static Contract contract() {
        return new Contract(
                Contract.FORMAT,
                "lung-activation",
                List.of(
                        new Contract.Input("größe", Contract.Kind.NUMBER, "becomes 2.0", null, false, null),
                        new Contract.Input(
                                "land",
                                Contract.Kind.TEXT,
                                "no level: all zeros",
                                "refused",
                                true,
                                List.of("中国", "IT"))),
                new Contract.Output("prediction", "probability", 0.5, null),
                "SELECT * FROM sites",
                List.of("sites"),
                null,
                new Contract.Question(
                        Task.CLASSIFICATION,
                        new Roles("id", "trial", "ACTIVATION"),
                        null,
                        "none",
                        "none",
                        new GroupHash("trial", "lung-activation", 0.2)),
                "0".repeat(64),
                versions(),
                "linux-x86_64",
                List.of(canary(null, null, -0.5), canary(0.1f, "IT", 1.5), canary(1e10, "中国", 1.5)));
    }

    private static SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("xgboost", "3.1.1");
        versions.put("plimsoll", "0.1.0");
        return versions;
    }

    private static Contract.Canary canary(@Nullable Number number, @Nullable String text, double expected) {
        Double value = number == null ? null : number.doubleValue();
        return new Contract.Canary(Arrays.asList(value, text), expected);
    }

    static SortedMap<String, byte[]> nativeFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("model.ubj", "not really UBJSON".getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
