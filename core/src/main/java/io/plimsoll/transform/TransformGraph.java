package io.plimsoll.transform;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.canonical.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A fitted transformation as ONNX operators: what {@link FeatureEncoder} does to a batch, done inside the model. */
public final class TransformGraph {
    private final FittedTransform transform;

    public TransformGraph(FittedTransform transform) {
        this.transform = transform;
    }

    /** What a caller must know of each input of the graph, in their order: numbers first. */
    public List<Contract.Input> inputs() {
        return Stream.concat(
                        transform.numeric().stream().map(TransformGraph::input),
                        transform.categorical().stream().map(TransformGraph::input))
                .toList();
    }

    /**
     * Adds one input a modelling column, and the feature matrix made of them, to a graph that is still empty.
     *
     * <p><b>Shape</b>: [rows, {@link FittedTransform#width()}], in the order of {@link FittedTransform#featureNames()}.
     *
     * @throws IllegalArgumentException if there is no feature at all
     */
    public Value features(OnnxGraph graph) {
        List<Value> numbers = transform.numeric().stream()
                .map(encoding -> graph.numberInput(encoding.column()))
                .toList();
        List<Value> texts = transform.categorical().stream()
                .map(encoding -> graph.textInput(encoding.column()))
                .toList();
        List<Value> parts = new ArrayList<>();
        if (!numbers.isEmpty()) {
            parts.add(filled(graph, graph.matrix(numbers)));
        }
        for (int i = 0; i < texts.size(); i++) {
            Encoding.OneHot encoding = transform.categorical().get(i);
            if (!encoding.outputs().isEmpty()) {
                Value slots = graph.lookUp(texts.get(i), slots(encoding), encoding.unseenSlot());
                parts.add(graph.oneHot(slots, encoding.outputs().size()));
            }
        }
        return graph.columns(parts);
    }

    private Value filled(OnnxGraph graph, Value numbers) {
        List<Float> fills =
                transform.numeric().stream().map(Encoding.Numeric::fill).toList();
        return fills.stream().allMatch(fill -> fill.isNaN()) ? numbers : graph.fillMissing(numbers, fills);
    }

    private static Map<String, Integer> slots(Encoding.OneHot encoding) {
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (int i = 0; i < encoding.levels().size(); i++) {
            slots.put(encoding.levels().get(i), i);
        }
        encoding.rare().forEach(level -> slots.put(level, encoding.otherSlot()));
        slots.put("", encoding.missingSlot());
        return slots;
    }

    private static Contract.Input input(Encoding.Numeric encoding) {
        String missing = Float.isNaN(encoding.fill())
                ? "stays missing; each split of a tree sends it its own way"
                : "becomes " + CanonicalJson.text(encoding.fill());
        return new Contract.Input(encoding.column(), Contract.Kind.NUMBER, missing, null, false, null);
    }

    private static Contract.Input input(Encoding.OneHot encoding) {
        String missing = encoding.ownMissing() ? "a level of its own" : "no level: all zeros";
        String unseen = encoding.unseenSlot() >= 0 ? "the level (other)" : "no level: all zeros";
        boolean refuse = encoding.unseen() == Encoding.Unseen.REFUSE;
        List<String> levels = Stream.concat(encoding.levels().stream(), encoding.rare().stream())
                .toList();
        return new Contract.Input(
                encoding.column(), Contract.Kind.TEXT, missing, refuse ? "refused" : unseen, refuse, levels);
    }
}
