package io.plimsoll.server.fault;

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

    public Problem problem() {
        return problem;
    }
}
