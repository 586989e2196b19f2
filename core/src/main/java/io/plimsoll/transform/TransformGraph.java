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
            parts.add(rescaled(graph, filled(graph, graph.matrix(numbers))));
        }
        for (int i = 0; i < texts.size(); i++) {
            Encoding.Categorical encoding = transform.categorical().get(i);
            if (encoding instanceof Encoding.Lookup lookup) {
                parts.add(graph.lookUpNumbers(texts.get(i), numbers(lookup), lookup.otherwise()));
            } else if (encoding instanceof Encoding.OneHot oneHot
                    && !oneHot.outputs().isEmpty()) {
                Value slots = graph.lookUp(texts.get(i), slots(oneHot), oneHot.unseenSlot());
                parts.add(graph.oneHot(slots, oneHot.outputs().size()));
            }
        }
        return graph.columns(parts);
    }

    private static Map<String, Float> numbers(Encoding.Lookup lookup) {
        Map<String, Float> numbers = new LinkedHashMap<>(lookup.numbers());
        numbers.put("", lookup.missing());
        return numbers;
    }

    private Value filled(OnnxGraph graph, Value numbers) {
        List<Float> fills =
                transform.numeric().stream().map(Encoding.Numeric::fill).toList();
        return fills.stream().allMatch(fill -> fill.isNaN()) ? numbers : graph.fillMissing(numbers, fills);
    }

    private Value rescaled(OnnxGraph graph, Value numbers) {
        List<Rescaling> each =
                transform.numeric().stream().map(Encoding.Numeric::rescaling).toList();
        return each.stream().allMatch(Rescaling::isNone) ? numbers : Rescaling.addTo(graph, numbers, each);
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

    private static Contract.Input input(Encoding.Categorical encoding) {
        boolean refuse = encoding.unseen() == Encoding.Unseen.REFUSE;
        return new Contract.Input(
                encoding.column(),
                Contract.Kind.TEXT,
                missing(encoding),
                refuse ? "refused" : unseen(encoding),
                refuse,
                encoding.known());
    }

    private static String missing(Encoding.Categorical encoding) {
        if (encoding instanceof Encoding.Lookup lookup) {
            return "becomes " + CanonicalJson.text(lookup.missing());
        }
        return ((Encoding.OneHot) encoding).ownMissing() ? "a level of its own" : "no level: all zeros";
    }

    private static String unseen(Encoding.Categorical encoding) {
        if (encoding instanceof Encoding.Lookup lookup) {
            return "becomes " + CanonicalJson.text(lookup.otherwise());
        }
        return ((Encoding.OneHot) encoding).unseenSlot() >= 0 ? "the level (other)" : "no level: all zeros";
    }
}
