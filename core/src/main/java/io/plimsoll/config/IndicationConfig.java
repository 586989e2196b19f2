package io.plimsoll.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.DefaultsTo;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.JsonForm;
import io.plimsoll.config.bind.Named;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.bind.NotEmpty;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One indication: its data, its modelling variables and its model types, as resolved from {@code indications/<name>.yml}.
 *
 * @param data what model types have in common; each has its own, resolved
 * @param models by model type, in the order of the file
 */
@Description("One indication: its data, its modelling variables and its model types")
public record IndicationConfig(
        @Description("The name of the indication, which is the name of the file")
        @Named(pattern = Names.INDICATION, says = Names.INDICATION_SAYS)
        String indication,

        @Description("What the indication is about, for people") @Nullable
        String description,

        @Description("The model type that is trained when none is named")
        @DefaultsTo("the only model type")
        @Named(pattern = Names.MODEL_TYPE, says = Names.MODEL_TYPE_SAYS)
        String defaultModel,

        @Description("Where rows come from and how they become the modelling table")
        DataConfig data,

        @Description("How rows are kept back to judge a model") @Default(Inheritance.SPLIT)
        SplitConfig split,

        @Description("The modelling variables and how they become numbers") @Default(Inheritance.FEATURES)
        FeaturesConfig features,

        @Description("The model types by name")
        @NotEmpty
        @Named(pattern = Names.MODEL_TYPE, says = Names.MODEL_TYPE_SAYS)
        Map<String, ModelConfig> models,

        @Description("What scoring writes besides the predictions") @Default("{}")
        OutputConfig output) {
    public IndicationConfig {
        models = Ordered.copyOf(models);
    }

    /** @throws PlimsollException with {@code UNKNOWN_MODEL_TYPE} */
    public ModelConfig model(String modelType) {
        ModelConfig model = models.get(modelType);
        if (model == null) {
            String what = "the indication " + indication + " has no model type " + Shown.quoted(modelType)
                    + NearMatch.hint(modelType, models.keySet());
            String help = "its model types: " + String.join(", ", models.keySet());
            throw PlimsollException.of(ErrorCode.UNKNOWN_MODEL_TYPE, what, "", help);
        }
        return model;
    }

    /**
     * The same indication as if it had this model type alone, which is then the default: what is said of others is not in it, nor what they have
     * in common with this one beyond what this one has.
     *
     * @throws PlimsollException with {@code UNKNOWN_MODEL_TYPE}
     */
    public IndicationConfig only(String modelType) {
        ModelConfig model = model(modelType);
        return new IndicationConfig(
                indication,
                description,
                modelType,
                model.data(),
                model.split(),
                model.features(),
                Map.of(modelType, model),
                output);
    }

    /** The name under which models of a type are registered: {@code lung-enrollment}. */
    public String registeredName(String modelType) {
        return registeredName(indication, modelType);
    }

    /** All of it as canonical JSON in the form of the file, every default written out; {@link ConfigLoader#stored} reads it back. */
    public String canonicalJson() {
        return CanonicalJson.text(new JsonForm(ConfigGrammar.forWriting()).of(this));
    }

    /** SHA-256 of {@link #canonicalJson()}. */
    public String sha256() {
        return Sha256.of(canonicalJson());
    }

    /**
     * One model type's part of {@link #canonicalJson()}.
     *
     * @throws PlimsollException with {@code UNKNOWN_MODEL_TYPE}
     */
    public JsonNode modelJson(String modelType) {
        return new JsonForm(ConfigGrammar.forWriting()).of(model(modelType));
    }

    /**
     * SHA-256 of what shapes a trained model of this type, and nothing else: where the data lie, checks of data, metrics, guardrails,
     * descriptions and outputs do not change it.
     *
     * @throws PlimsollException with {@code UNKNOWN_MODEL_TYPE}
     */
    public String trainingDigest(String modelType) {
        return TrainingParts.digest(model(modelType), registeredName(modelType));
    }

    static String registeredName(String indication, String modelType) {
        return indication + "-" + modelType.toLowerCase(Locale.ROOT);
    }
}
