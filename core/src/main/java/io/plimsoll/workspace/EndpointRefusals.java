package io.plimsoll.workspace;

import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.List;

/** What is said where an endpoint is not there, or not to be used, by whoever finds out. */
public final class EndpointRefusals {
    private EndpointRefusals() {}

    /** @param known names of the endpoints that there are */
    public static PlimsollException unknown(String name, List<String> known) {
        String which = known.isEmpty()
                ? "nothing is published yet: `plimsoll publish INDICATION MODEL_TYPE` publishes a training"
                : "published are: " + String.join(", ", known);
        return PlimsollException.of(
                ErrorCode.UNKNOWN_ENDPOINT,
                "there is no endpoint " + Shown.quoted(name) + NearMatch.hint(name, known),
                "",
                which);
    }

    /** @param newest number of the endpoint's newest version */
    public static PlimsollException unknownVersion(String name, String version, int newest) {
        String which = newest == 1 ? "its only version is 1" : "its versions are 1 to " + newest;
        return PlimsollException.of(
                ErrorCode.UNKNOWN_ENDPOINT,
                "there is no version " + Shown.quoted(version) + " of the endpoint " + name,
                "",
                which + "; `plimsoll endpoints show " + name + "` lists them");
    }

    /** @param reference the endpoint, or a version of it */
    public static PlimsollException disabled(String reference, Disabling disabling, String help) {
        String who = disabling.actor().isEmpty() ? "" : " by " + disabling.actor();
        return PlimsollException.of(
                ErrorCode.ENDPOINT_DISABLED,
                reference + " is disabled since " + disabling.since() + who + ": " + disabling.reason(),
                "",
                help);
    }

    /** @param model what its versions train */
    public static PlimsollException ofAnotherModel(String name, String model) {
        return PlimsollException.of(
                ErrorCode.ALREADY_EXISTS,
                "the endpoint " + name + " trains " + model + ", and no other model",
                "--name",
                "give another name, or none for the usual one");
    }
}
