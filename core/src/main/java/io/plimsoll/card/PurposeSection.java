package io.plimsoll.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.artifact.Contract;
import io.plimsoll.guard.Figures;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.metric.Task;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What the model is for, and what it came to in one line. */
final class PurposeSection {
    private final CardFacts facts;

    PurposeSection(CardFacts facts) {
        this.facts = facts;
    }

    void headline(Html html) {
        html.open("header").element("p", "Model card", "class", "kind");
        html.element("h1", facts.version().reference());
        if (!facts.run().description().isEmpty()) {
            html.element("p", facts.run().description(), "class", "lead");
        }
        html.open("p", "class", "badges");
        VerdictReport verdict = facts.verdict();
        if (verdict != null) {
            String result = verdict.result().name();
            html.element("span", "verdict " + result, "class", "badge " + result.toLowerCase(Locale.ROOT));
        }
        String metric = facts.version().tags().getOrDefault("metric", "");
        JsonNode value = facts.run().report().path("metrics").path(metric);
        if (value.has("value")) {
            html.element("span", metric + " " + FiguresSection.figures(value), "class", "badge");
        }
        html.close("p").close("header");
    }

    void write(Html html) {
        html.open("section").element("h2", "Purpose");
        Contract contract = facts.contract();
        Facts purpose = new Facts()
                .add("Indication", facts.run().indication())
                .add("Model type", facts.run().modelType());
        if (contract != null) {
            question(contract, purpose);
        }
        String created =
                facts.version().created().truncatedTo(ChronoUnit.SECONDS).toString();
        purpose.add("Registered", created.replace('T', ' ').replace("Z", " UTC"));
        purpose.writeTo(html);
        String judged = facts.version().tags().getOrDefault("judged", "");
        if (!judged.isEmpty()) {
            html.element(
                    "p",
                    "This model was " + judged
                            + ": the figures are those of models of the same recipe, each on rows that it had not seen,"
                            + " not of this very model.",
                    "class",
                    "note");
        }
        if (contract == null) {
            html.element(
                    "p",
                    "The model's files are gone or damaged, so this card cannot tell what it takes and gives.",
                    "class",
                    "note");
        }
        html.close("section");
    }

    private static void question(Contract contract, Facts purpose) {
        Contract.Question question = contract.training();
        boolean isClass = question.task() == Task.CLASSIFICATION;
        purpose.add("Task", isClass ? "classification (0 or 1)" : "regression (a quantity)");
        purpose.add("Target", question.roles().target());
        String where = question.trainWhere();
        purpose.add("Trained and judged on rows where", where == null ? "the target is known" : where);
        purpose.add("One row is", "one " + question.roles().key());
        purpose.add(
                "Prediction",
                "column “" + contract.output().name() + "”, "
                        + (isClass ? "the probability of class 1" : "in the unit of the target"));
        Double threshold = contract.output().threshold();
        purpose.add("Class 1 from", threshold == null ? "" : Figures.of(threshold) + " on");
        purpose.add("Fitted on", question.targetScale().equals("log1p") ? "log(1 + target)" : "");
        purpose.add(
                "Weights",
                question.weight().equals("group")
                        ? "each " + question.roles().group() + " counts once, in training and in figures"
                        : "each row counts once");
    }
}
