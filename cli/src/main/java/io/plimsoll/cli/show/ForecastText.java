package io.plimsoll.cli.show;

import io.plimsoll.data.Column;
import io.plimsoll.pipeline.Forecast;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What runs would do, in words. */
public final class ForecastText {
    private final Style style;

    public ForecastText(Style style) {
        this.style = style;
    }

    public String of(List<Forecast> forecasts) {
        if (forecasts.isEmpty()) {
            return "no indications yet; `plimsoll add indication NAME --from FILE` makes one";
        }
        StringBuilder text = new StringBuilder();
        Set<List<Column>> shown = new LinkedHashSet<>();
        for (Forecast forecast : forecasts) {
            if (!forecast.columns().isEmpty() && shown.add(forecast.columns())) {
                text.append(columns(forecast));
            }
        }
        for (Forecast forecast : forecasts) {
            text.append('\n').append(forecast.faults().isEmpty() ? good(forecast) : bad(forecast));
        }
        return text.toString();
    }

    private static String columns(Forecast forecast) {
        String names = forecast.columns().stream()
                .map(column -> column.name() + " " + column.type().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s: modelling table of %,d rows, %d columns: %s%n",
                forecast.indication(),
                forecast.rows(),
                forecast.columns().size(),
                names);
    }

    private String good(Forecast forecast) {
        StringBuilder text = new StringBuilder();
        text.append(style.good("ok  "))
                .append(style.bold(forecast.indication() + " " + forecast.modelType()))
                .append('\n');
        text.append("    would ").append(judged(forecast)).append('\n');
        text.append("    ").append(opponent(forecast)).append('\n');
        forecast.rules().forEach(rule -> text.append("    rule: ").append(rule).append('\n'));
        String advice = forecast.advice();
        text.append(advice == null ? "" : "    advice: " + advice + "\n");
        return text.toString();
    }

    private static String opponent(Forecast forecast) {
        if (forecast.champion() != null) {
            return "would face the champion " + forecast.champion();
        }
        return forecast.versions() == 0
                ? "would be the first model " + forecast.model()
                : "would face no champion: no version of " + forecast.model() + " is champion now";
    }

    private static String judged(Forecast forecast) {
        Integer folds = forecast.folds();
        return folds == null
                ? String.format(
                        Locale.ROOT,
                        "train on %,d rows and be judged on %,d, in %,d and %,d groups",
                        forecast.labelled() - forecast.holdoutRows(),
                        forecast.holdoutRows(),
                        forecast.groups() - forecast.holdoutGroups(),
                        forecast.holdoutGroups())
                : String.format(
                        Locale.ROOT,
                        "be judged out of %d folds on %,d rows in %,d groups, and train on all of them",
                        folds,
                        forecast.holdoutRows(),
                        forecast.holdoutGroups());
    }

    private String bad(Forecast forecast) {
        int count = forecast.faults().size();
        return style.bad("no  ") + style.bold(forecast.indication() + " " + forecast.modelType()) + "\n    would fail: "
                + count + (count == 1 ? " fault\n" : " faults\n");
    }
}
