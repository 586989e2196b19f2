package io.plimsoll.card;

import io.plimsoll.artifact.Contract;
import io.plimsoll.workspace.DatasetVersion;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** From the source files to the model, each known by its hash, and what it was all computed with. */
final class LineageSection {
    private static final String LIBRARY = "library.";
    private static final Map<String, String> TAGS = Map.of(
            "code_version", "Plimsoll",
            "code_commit", "its code",
            "engine", "engine",
            "platform", "platform",
            "java", "Java",
            "java_vendor", "Java by",
            "os", "operating system");

    private final CardFacts facts;

    LineageSection(CardFacts facts) {
        this.facts = facts;
    }

    void write(Html html) {
        html.open("section").element("h2", "Lineage");
        if (!facts.sources().isEmpty()) {
            Grid files = Grid.ofTexts("Source", "File", "Rows", "Bytes", "SHA-256");
            facts.sources()
                    .forEach(file -> files.row(
                            file.source(),
                            file.file(),
                            Facts.number(file.rows()),
                            Facts.number(file.bytes()),
                            file.sha256()));
            files.writeTo(html);
        }
        DatasetVersion dataset = facts.dataset();
        new Facts()
                .add("became dataset", dataset == null ? "" : dataset.reference() + ", content " + dataset.sha256())
                .add("in run", facts.version().runId())
                .add("of experiment", facts.version().tags().getOrDefault("experiment", ""))
                .add(
                        "became model",
                        facts.version().reference() + ", files "
                                + facts.version().sha256())
                .writeTo(html);
        query(html);
        html.close("section").open("section").element("h2", "Environment");
        environment(html);
        html.close("section");
    }

    private void query(Html html) {
        Contract contract = facts.contract();
        if (contract != null) {
            html.open("details").element("summary", "The SELECT that makes the modelling table");
            html.open("pre").text(contract.query()).close("pre").close("details");
        }
    }

    /** What the version was made with; the contract's word where a version of elsewhere has no tags. */
    private void environment(Html html) {
        SortedMap<String, String> found = new TreeMap<>();
        facts.version().tags().forEach((tag, value) -> {
            String name = tag.startsWith(LIBRARY) ? tag.substring(LIBRARY.length()) : TAGS.get(tag);
            if (name != null) {
                found.put(name, value);
            }
        });
        Contract contract = facts.contract();
        if (contract != null) {
            contract.versions()
                    .forEach((name, value) -> found.putIfAbsent(name.equals("plimsoll") ? "Plimsoll" : name, value));
            found.putIfAbsent("platform", contract.platform());
        }
        Facts environment = new Facts();
        found.forEach(environment::add);
        environment.writeTo(html);
    }
}
