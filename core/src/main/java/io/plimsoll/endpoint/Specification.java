package io.plimsoll.endpoint;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.fault.PlimsollException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The compiled, self-contained description of one model type's training. The same config, code and plugins give the same bytes: there is no
 * clock, user or place of a machine in it.
 *
 * @param indication the indication's name
 * @param model the name under which its models are registered: {@code lung-activation}
 * @param config of the indication with this model type alone, as {@link IndicationConfig#canonicalJson()} writes it
 * @param trainingSha256 digest of what shapes the model, where no parameter is given
 * @param plugins SHA-256 by the jar that the trainer or a metric is from
 * @param sources in the order of the config
 * @param parameters what a submission may give
 */
public record Specification(
        String indication,
        String modelType,
        String model,
        String config,
        String trainingSha256,
        Code code,
        Fitter trainer,
        String engine,
        SortedMap<String, String> plugins,
        List<Source> sources,
        List<Parameter> parameters) {
    public Specification {
        plugins = Collections.unmodifiableSortedMap(new TreeMap<>(plugins));
        sources = List.copyOf(sources);
        parameters = List.copyOf(parameters);
    }

    /**
     * The code that compiled it.
     *
     * @param version of Plimsoll
     * @param commit of its source; {@code unknown} outside a checkout
     */
    public record Code(String version, String commit) {}

    /**
     * What fits the model.
     *
     * @param name the trainer's short name
     * @param source the jar that it is from, or {@link Installation#BUILT_IN}
     */
    public record Fitter(String name, String source) {}

    /**
     * Where rows come from.
     *
     * @param name the table's name in SQL
     * @param path as the config has it, relative to the project; null for rows of a database
     * @param database its name in {@code plimsoll.yml}; null for files
     */
    public record Source(
            String name, @Nullable String path, @Nullable String database) {}

    /**
     * Compiles a model type.
     *
     * @throws PlimsollException with {@code UNKNOWN_MODEL_TYPE}
     */
    public static Specification of(IndicationConfig config, String modelType, Installation installation) {
        return new Compilation(config.only(modelType), modelType, installation).specification();
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws PlimsollException with {@code SPECIFICATION_UNREADABLE} if it is of another format than this version knows, or none
     */
    public static Specification read(String json) {
        return SpecificationForm.read(json);
    }

    /** Canonical JSON. */
    public String text() {
        return SpecificationForm.text(this);
    }

    /** SHA-256 of {@link #text()}. */
    public String sha256() {
        return Sha256.of(text());
    }

    /** SHA-256 of the config in it. */
    public String configSha256() {
        return Sha256.of(config);
    }

    /**
     * Whether parameters may be given, and fit.
     *
     * @throws PlimsollException with {@code PROTECTED_SETTING}, {@code UNKNOWN_PARAMETER} or {@code PARAMETER_INVALID}, every fault at once
     */
    public void check(Overrides given) {
        new GivenParameters(this).check(given);
    }

    /**
     * The config of a run with these parameters, gone through every check of configs again.
     *
     * @throws PlimsollException as {@link #check} does; with {@code INSTALLATION_DIFFERS} if engine, trainer or plugins are not those that it was
     *     compiled for; or with what the config's own checks find
     */
    public IndicationConfig with(Overrides given, Installation installation) {
        check(given);
        new Accord(this, installation).require();
        return installation.configs().stored(config, given);
    }
}
