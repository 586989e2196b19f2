package io.plimsoll.server.fault;

import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem that concerns HTTP alone. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public static Refusal of(int status, String code, String detail, String help) {
        return new Refusal(Problem.of(status, code, detail, help));
    }

    /**
     * Something in the body that is not as it should be.
     *
     * @param pointer a JSON pointer to it
     */
    public static Refusal at(String pointer, String detail, String help) {
        return new Refusal(Problem.at(pointer, detail, help));
    }

    /**
     * What a field of the body says, by the rules of the command line.
     *
     * @param pointer a JSON pointer to it
     */
    public static String read(String pointer, String given, UnaryOperator<String> rule) {
        try {
            return rule.apply(given);
        } catch (PlimsollException e) {
            Fault fault = e.faults().get(0);
            throw at(pointer, fault.what(), fault.help());
        }
    }

    /**
     * A field that a body cannot do without.
     *
     * @param pointer a JSON pointer to it
     */
    public static <T> T required(String pointer, @Nullable T given) {
        if (given == null) {
            throw at(pointer, "this is needed", "docs/server.md and /api/v1/openapi.json tell what a body has");
        }
        return given;
    }

    public Problem problem() {
        return problem;
    }
}
