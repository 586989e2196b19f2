package io.plimsoll.card;

import java.util.ArrayList;
import java.util.List;

/** A table of texts with a head. On a narrow screen it scrolls by itself, so that the page does not. */
final class Grid {
    private final List<String> head;
    private final int figuresFrom;
    private final int figuresTo;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param figures the first column of figures, which are set to the right, and the one behind the last */
    private Grid(int[] figures, String... head) {
        this.figuresFrom = figures[0];
        this.figuresTo = figures[1];
        this.head = List.of(head);
    }

    static Grid ofTexts(String... head) {
        return new Grid(new int[] {0, 0}, head);
    }

    /** @param from the first column of figures; all behind it are figures too */
    static Grid withFigures(int from, String... head) {
        return new Grid(new int[] {from, head.length}, head);
    }

    /** @param from the first column of figures; all behind it are figures too, except the last */
    static Grid withFiguresAndARemark(int from, String... head) {
        return new Grid(new int[] {from, head.length - 1}, head);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void writeTo(Html html) {
        html.open("div", "class", "scroll").open("table").open("thead");
        line(html, "th", head);
        html.close("thead").open("tbody");
        rows.forEach(row -> line(html, "td", row));
        html.close("tbody").close("table").close("div");
    }

    private void line(Html html, String cell, List<String> texts) {
        html.open("tr");
        for (int i = 0; i < texts.size(); i++) {
            if (i >= figuresFrom && i < figuresTo) {
                html.element(cell, texts.get(i), "class", "figure");
            } else {
                html.element(cell, texts.get(i));
            }
        }
        html.close("tr");
    }
}
