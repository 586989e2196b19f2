package io.plimsoll.cli.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things to choose from, each with a weight; the weights need not add up to anything. */
final class Choices<T> {
    private final List<T> items;
    private final List<Double> bounds;

    private Choices(List<T> items, List<Double> bounds) {
        this.items = List.copyOf(items);
        this.bounds = List.copyOf(bounds);
    }

    static <T> Choices<T> of(double weight, T item) {
        return new Choices<>(List.of(item), List.of(weight));
    }

    static <T> Choices<T> weighted(List<T> items, ToDoubleFunction<T> weight) {
        List<Double> bounds = new ArrayList<>();
        double bound = 0;
        for (T item : items) {
            bound += weight.applyAsDouble(item);
            bounds.add(bound);
        }
        return new Choices<>(items, bounds);
    }

    /** These choices and one more. */
    Choices<T> or(double weight, T item) {
        List<T> moreItems = new ArrayList<>(items);
        List<Double> moreBounds = new ArrayList<>(bounds);
        moreItems.add(item);
        moreBounds.add(total() + weight);
        return new Choices<>(moreItems, moreBounds);
    }

    T drawn(Draws draws) {
        double mark = draws.uniform() * total();
        int index = 0;
        while (mark >= bounds.get(index)) {
            index++;
        }
        return items.get(index);
    }

    private double total() {
        return bounds.get(bounds.size() - 1);
    }
}
