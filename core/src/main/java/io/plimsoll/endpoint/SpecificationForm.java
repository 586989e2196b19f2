package io.plimsoll.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.endpoint.Specification.Code;
import io.plimsoll.endpoint.Specification.Fitter;
import io.plimsoll.endpoint.Specification.Source;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;

/** A specification as JSON, the config a tree in it. What can be derived is there for readers, and held against the rest when it is read. */
record SpecificationForm(
        int format,
        String indication,
        String modelType,
        String model,
        JsonNode config,
        String configSha256,
        String trainingSha256,
        Code code,
        Fitter trainer,
        String engine,
        SortedMap<String, String> plugins,
        List<Source> sources,
        List<Parameter> parameters) {
    /** Of what this version writes, and the only one that it reads. */
    private static final int FORMAT = 1;

    static String text(Specification whole) {
        try {
            return CanonicalJson.text(new SpecificationForm(
                    FORMAT,
                    whole.indication(),
                    whole.modelType(),
                    whole.model(),
                    CanonicalJson.read(whole.config(), JsonNode.class),
                    whole.configSha256(),
                    whole.trainingSha256(),
                    whole.code(),
                    whole.trainer(),
                    whole.engine(),
                    whole.plugins(),
                    whole.sources(),
                    whole.parameters()));
        } catch (IOException e) {
            throw new UncheckedIOException("a config that is not JSON", e);
        }
    }

    static Specification read(String json) {
        try {
            JsonNode tree = CanonicalJson.read(json, JsonNode.class);
            JsonNode format = tree.path("format");
            if (!format.isInt()) {
                throw unreadable("this is not a specification: it has no format", "give what `plimsoll build` wrote");
            }
            if (format.asInt() != FORMAT) {
                throw unreadable(
                        "the specification has format " + format.asInt()
                                + ", and this version of Plimsoll reads format " + FORMAT,
                        "use the version that built it, or build and publish it again with this one");
            }
            return CanonicalJson.read(json, SpecificationForm.class).whole();
        } catch (IOException e) {
            throw unreadable("the specification is not whole, or was changed", "build and publish it again");
        }
    }

    private Specification whole() {
        String text = CanonicalJson.text(config);
        if (!Sha256.of(text).equals(configSha256)) {
            throw unreadable(
                    "the config in the specification does not have the hash that stands beside it",
                    "build and publish it again");
        }
        return new Specification(
                indication,
                modelType,
                model,
                text,
                trainingSha256,
                code,
                trainer,
                engine,
                plugins,
                sources,
                parameters);
    }

    private static PlimsollException unreadable(String what, String help) {
        return PlimsollException.of(ErrorCode.SPECIFICATION_UNREADABLE, what, "", help);
    }
}
