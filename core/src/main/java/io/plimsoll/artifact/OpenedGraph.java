package io.plimsoll.artifact;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A model's graph that also gives what it computes on its way. Which column a feature comes from is read off the graph itself, by following its values back
 * to its inputs: no name has a say in it.
 *
 * @param bytes the file with further outputs: each part of the features as [rows, width] of float32, then the sum that the model adds up before its link,
 *     [rows, 1]
 * @param parts of the feature matrix, from left to right
 */
public record OpenedGraph(byte[] bytes, List<FeaturePart> parts) {
    public OpenedGraph {
        parts = List.copyOf(parts);
    }

    /**
     * Some columns of the feature matrix.
     *
     * @param inputs indices of the graph's inputs that it is made of: one, to which all its columns belong; or several, which are a column each
     */
    public record FeaturePart(List<Integer> inputs) {
        public FeaturePart {
            inputs = List.copyOf(inputs);
        }

        /** The input that a column of the part comes from. */
        public int inputOf(int column) {
            return inputs.size() == 1 ? inputs.get(0) : inputs.get(column);
        }

        /** Whether a part of so many columns can be one of these inputs. */
        public boolean canBe(int width) {
            return inputs.size() == 1 || inputs.size() == width;
        }
    }

    /**
     * @param numbers how many inputs, the first ones, are numbers
     * @throws IllegalArgumentException if the graph is not built as those of this version's trainers
     */
    public static OpenedGraph of(OnnxFile file, int numbers) {
        Reading reading = new Reading(file.model(), numbers);
        List<FeaturePart> parts = reading.parts();
        List<String> outputs = new ArrayList<>(reading.features.getInputList());
        outputs.add(reading.sum());
        ModelProto.Builder opened = file.model().toBuilder();
        outputs.forEach(name -> opened.getGraphBuilder().addOutput(floats(name)));
        return new OpenedGraph(opened.build().toByteArray(), parts);
    }

    private static ValueInfoProto floats(String name) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE)))
                .build();
    }

    /** Finds its way in a graph: numbers are put side by side first, then all features, and then comes the model. */
    private static final class Reading {
        private final GraphProto graph;
        private final int numbers;
        private final Map<String, Integer> inputs = new HashMap<>();
        private final Map<String, NodeProto> makers = new HashMap<>();
        private final NodeProto features;

        Reading(ModelProto model, int numbers) {
            this.graph = model.getGraph();
            this.numbers = numbers;
            graph.getInputList().forEach(input -> inputs.put(input.getName(), inputs.size()));
            graph.getNodeList().forEach(node -> node.getOutputList().forEach(name -> makers.put(name, node)));
            List<NodeProto> joined = graph.getNodeList().stream()
                    .filter(node -> node.getOpType().equals("Concat"))
                    .toList();
            int before = numbers == 0 ? 0 : 1;
            require(joined.size() > before, "features");
            this.features = joined.get(before);
            if (numbers > 0) {
                requireInOrder(joined.get(0));
            }
        }

        List<FeaturePart> parts() {
            return features.getInputList().stream().map(this::part).toList();
        }

        private FeaturePart part(String value) {
            List<Integer> from = List.copyOf(origins(value));
            boolean allNumbers = from.equals(IntStream.range(0, numbers).boxed().toList());
            require(allNumbers || from.size() == 1, "features of one column each");
            return new FeaturePart(from);
        }

        private void requireInOrder(NodeProto matrix) {
            for (int i = 0; i < matrix.getInputCount(); i++) {
                require(origins(matrix.getInput(i)).equals(new TreeSet<>(List.of(i))), "numbers in their order");
            }
        }

        /** The first that a model computes of the features is its sum; an intercept belongs to it. */
        String sum() {
            int start = graph.getNodeList().indexOf(features);
            for (NodeProto node : graph.getNodeList().subList(start, graph.getNodeCount())) {
                if (node.getOpType().equals("TreeEnsembleRegressor")) {
                    return node.getOutput(0);
                }
                if (node.getOpType().equals("MatMul")) {
                    return sumWith(node.getOutput(0));
                }
            }
            throw new IllegalArgumentException("a graph without a sum");
        }

        private String sumWith(String product) {
            return graph.getNodeList().stream()
                    .filter(node -> node.getOpType().equals("Add")
                            && node.getInputList().contains(product))
                    .map(node -> node.getOutput(0))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a graph without an intercept"));
        }

        /** Indices of the inputs that a value depends on. */
        private SortedSet<Integer> origins(String value) {
            SortedSet<Integer> found = new TreeSet<>();
            Set<String> seen = new HashSet<>();
            Deque<String> waiting = new ArrayDeque<>(List.of(value));
            while (!waiting.isEmpty()) {
                String name = waiting.remove();
                Integer input = inputs.get(name);
                NodeProto maker = makers.get(name);
                if (input != null) {
                    found.add(input);
                } else if (maker != null && seen.add(name)) {
                    waiting.addAll(maker.getInputList());
                }
            }
            return found;
        }

        private static void require(boolean holds, String what) {
            if (!holds) {
                throw new IllegalArgumentException("a graph without " + what);
            }
        }
    }
}
