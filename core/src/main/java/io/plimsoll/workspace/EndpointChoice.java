package io.plimsoll.workspace;

import io.plimsoll.config.yaml.Shown;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the one published training that somebody means: by the endpoint's name ({@code lung-activation-training}), by the model that it trains
 * ({@code lung-activation}), or by indication and model type ({@code lung ACTIVATION}), each with {@code @VERSION} behind it or without.
 */
public final class EndpointChoice {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Endpoints endpoints;

    public EndpointChoice(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** An endpoint, and the version of it that shall run. */
    public record Chosen(Endpoint endpoint, EndpointVersion version) {}

    /**
     * The version that takes this submission.
     *
     * @param typed one word, or an indication and a model type
     * @throws PlimsollException with {@code UNKNOWN_ENDPOINT} if nothing is published under it, {@code AMBIGUOUS_ENDPOINT} if several endpoints are,
     *     {@code ENDPOINT_DISABLED} if somebody has disabled the one that is meant; each says which there are
     */
    public Chosen one(List<String> typed) {
        Named named = among(endpoints.list(), typed);
        Endpoint endpoint = named.endpoint();
        Disabling disabled = endpoint.disabled();
        if (disabled != null) {
            throw EndpointRefusals.disabled(
                    endpoint.name(),
                    disabled,
                    "`plimsoll endpoints enable " + endpoint.name()
                            + "` lets it take submissions again; `plimsoll endpoints list` shows the others");
        }
        return new Chosen(endpoint, version(endpoint, named.version()));
    }

    /**
     * @param words without what follows {@code @}
     * @param version what follows it; empty for the default
     */
    private record Words(List<String> words, String version) {
        static Words of(List<String> typed) {
            if (typed.isEmpty() || typed.size() > 2) {
                throw PlimsollException.of(
                        ErrorCode.USAGE,
                        "an endpoint is one word, or an indication and a model type",
                        "",
                        "write lung-activation-training, lung-activation, or lung ACTIVATION");
            }
            String last = typed.get(typed.size() - 1);
            int at = last.indexOf('@');
            String name = at < 0 ? last : last.substring(0, at);
            String version = at < 0 ? "" : last.substring(at + 1);
            return new Words(typed.size() == 1 ? List.of(name) : List.of(typed.get(0), name), version);
        }

        String shown() {
            return String.join(" ", words);
        }

        boolean mean(Endpoint endpoint) {
            String first = words.get(0).toLowerCase(Locale.ROOT);
            if (words.size() == 1) {
                return endpoint.model().equals(first) || endpoint.indication().equals(first);
            }
            return endpoint.indication().equals(first) && endpoint.modelType().equalsIgnoreCase(words.get(1));
        }
    }

    /**
     * Which of some endpoints is meant, whether it takes submissions or not.
     *
     * @throws PlimsollException with {@code UNKNOWN_ENDPOINT}, {@code AMBIGUOUS_ENDPOINT} or {@code USAGE}
     */
    public static Named among(List<Endpoint> all, List<String> typed) {
        Words words = Words.of(typed);
        return new Named(endpoint(all, words), words.version());
    }

    /** @param version as it was typed; empty where none was */
    public record Named(Endpoint endpoint, String version) {}

    private static Endpoint endpoint(List<Endpoint> all, Words words) {
        Optional<Endpoint> named =
                all.stream().filter(one -> one.name().equals(words.shown())).findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        List<Endpoint> meant = all.stream().filter(words::mean).toList();
        List<Endpoint> open = meant.stream().filter(EndpointChoice::isEnabled).toList();
        List<Endpoint> best = open.isEmpty() ? meant : open;
        if (best.isEmpty()) {
            throw EndpointRefusals.unknown(words.shown(), names(all));
        }
        if (best.size() > 1) {
            throw PlimsollException.of(
                    ErrorCode.AMBIGUOUS_ENDPOINT,
                    best.size() + " published trainings answer to " + Shown.quoted(words.shown()),
                    "",
                    "name one of them: " + String.join(", ", names(best)));
        }
        return best.get(0);
    }

    private static boolean isEnabled(Endpoint endpoint) {
        return endpoint.disabled() == null;
    }

    private static List<String> names(List<Endpoint> all) {
        return all.stream().map(Endpoint::name).toList();
    }

    private EndpointVersion version(Endpoint endpoint, String asked) {
        if (!asked.isEmpty()) {
            EndpointVersion version = numbered(endpoint, asked);
            return enabled(endpoint, version);
        }
        OptionalInt usual = endpoint.defaultVersion();
        if (usual.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.ENDPOINT_DISABLED,
                    "every version of " + endpoint.name() + " is disabled",
                    "",
                    "`plimsoll endpoints show " + endpoint.name() + "` says why; publish a version, or enable one");
        }
        return enabled(
                endpoint, endpoints.version(endpoint.name(), usual.getAsInt()).orElseThrow());
    }

    /** The version of a number that was typed, disabled or not. */
    private EndpointVersion numbered(Endpoint endpoint, String asked) {
        Optional<EndpointVersion> found = NUMBER.matcher(asked).matches()
                ? endpoints.version(endpoint.name(), Integer.parseInt(asked))
                : Optional.empty();
        return found.orElseThrow(() -> EndpointRefusals.unknownVersion(endpoint.name(), asked, endpoint.newest()));
    }

    private EndpointVersion enabled(Endpoint endpoint, EndpointVersion version) {
        Disabling disabling = version.disabled();
        if (disabling == null) {
            return version;
        }
        String others = endpoints.versions(endpoint.name()).stream()
                .filter(one -> one.disabled() == null)
                .map(EndpointVersion::reference)
                .collect(Collectors.joining(", "));
        throw EndpointRefusals.disabled(
                version.reference(),
                disabling,
                others.isEmpty()
                        ? "no other version takes submissions either; publish one, or enable one"
                        : "name one that takes submissions: " + others);
    }
}
