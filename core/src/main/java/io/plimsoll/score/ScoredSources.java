package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.config.CsvOptions;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.config.SourceFormat;
import io.plimsoll.data.Column;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.Expected;
import io.plimsoll.read.SourceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sources that a model's SELECT reads, for rows to score: those of reference as the model keeps them, all others as they are given, with the
 * columns that they had in training.
 *
 * <p>A column may be absent if nothing depends on it: the SELECT does not name it, or only as a target; no feature, key or kept column has its name.
 */
public final class ScoredSources {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final Contract contract;
    private final ModelFiles model;
    private final Set<String> wanted = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private final String query;

    /**
     * @param keep columns that go with the predictions
     * @param targets of all model types of the indication
     */
    public ScoredSources(Contract contract, ModelFiles model, List<String> keep, List<String> targets) {
        this.contract = contract;
        this.model = model;
        this.query = contract.query().toLowerCase(Locale.ROOT);
        contract.inputs().forEach(input -> wanted.add(lower(input.column())));
        wanted.add(lower(contract.training().roles().key()));
        keep.forEach(column -> wanted.add(lower(column)));
        targets.forEach(target -> this.targets.add(lower(target)));
        this.targets.add(lower(contract.training().roles().target()));
    }

    /** Names of the sources that must be given, in the order of the contract. */
    public List<String> scored() {
        Set<String> reference = reference();
        return contract.sources().stream()
                .filter(name -> !reference.contains(name))
                .toList();
    }

    /** Names of the sources whose rows go with the model. */
    Set<String> reference() {
        return tables().stream()
                .filter(Contract.Table::reference)
                .map(Contract.Table::name)
                .collect(Collectors.toSet());
    }

    /**
     * @param given by name, each of {@link #scored}
     * @param scratch a local folder, in which the rows of reference are put
     */
    public List<SourceSpec> specs(Map<String, SourceSpec> given, Path scratch) {
        Set<String> reference = reference();
        List<SourceSpec> specs = new ArrayList<>();
        for (String name : contract.sources()) {
            specs.add(
                    reference.contains(name)
                            ? kept(name, scratch)
                            : expecting(Objects.requireNonNull(given.get(name), "every source to score is given")));
        }
        return specs;
    }

    private SourceSpec expecting(SourceSpec given) {
        return tables().stream()
                .filter(table -> table.name().equals(given.name()))
                .findFirst()
                .map(table -> new SourceSpec(given.name(), given.path(), untyped(given.config()), expected(table)))
                .orElse(given);
    }

    /** What the types are is said by the model. */
    private static SourceConfig untyped(SourceConfig config) {
        return new SourceConfig(
                config.path(),
                config.database(),
                config.table(),
                config.query(),
                config.format(),
                Map.of(),
                config.options(),
                false);
    }

    private Expected expected(Contract.Table table) {
        Set<String> named =
                WORD.matcher(query).results().map(found -> found.group()).collect(Collectors.toSet());
        Set<String> spare = table.columns().stream()
                .map(Column::name)
                .filter(name -> isSpare(lower(name), named))
                .collect(Collectors.toSet());
        return new Expected(table.columns(), spare);
    }

    private boolean isSpare(String column, Set<String> named) {
        boolean isNamed = named.contains(column) || query.contains('"' + column + '"');
        return !wanted.contains(column) && (!isNamed || targets.contains(column));
    }

    private SourceSpec kept(String name, Path scratch) {
        Path file = scratch.resolve("reference-" + name + ".parquet");
        try {
            Files.write(file, model.file(ModelFolder.reference(name)));
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.STORAGE,
                            "the rows that the model keeps of source '" + name + "' cannot be put down",
                            scratch.toString(),
                            "check that the disk has room"),
                    e);
        }
        String shown = name + ", as model " + contract.model() + " keeps it";
        SourceConfig config =
                new SourceConfig(shown, null, null, null, SourceFormat.PARQUET, Map.of(), CsvOptions.USUAL, true);
        return new SourceSpec(name, file, config);
    }

    private List<Contract.Table> tables() {
        return Objects.requireNonNullElse(contract.tables(), List.of());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
