package io.plimsoll.server.fault;

import io.plimsoll.fault.Fault;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it, with Plimsoll's code and advice.
 *
 * @param type names the code
 * @param title the code in words
 * @param status the status of the answer
 * @param detail one sentence, without a value of the data
 * @param code for machines
 * @param help what to do next
 * @param errors everything that is wrong, the first one included
 * @param request under which id the log tells of it
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String help,
        List<Mistake> errors,
        @Nullable String request) {
    private static final String TYPE = "urn:plimsoll:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One of the things that are wrong.
     *
     * @param where a place in a file, a step, a column or a model
     * @param pointer a JSON pointer into the body that was sent
     */
    public record Mistake(
            String code,
            String detail,
            @Nullable String where,
            @Nullable String pointer,
            String help) {}

    /** Of a single thing that is wrong with a request. */
    public static Problem of(int status, String code, String detail, String help) {
        return of(status, List.of(new Mistake(code, detail, null, null, help)));
    }

    static Problem at(String pointer, String detail, String help) {
        return of(HttpStatusOf.BAD_REQUEST, List.of(new Mistake("BODY_INVALID", detail, null, pointer, help)));
    }

    static Problem of(int status, List<Mistake> errors) {
        Mistake first = errors.get(0);
        String type = TYPE + first.code().toLowerCase(Locale.ROOT).replace('_', '-');
        String title = first.code().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Problem(type, title, status, first.detail(), first.code(), first.help(), errors, null);
    }

    static Mistake error(Fault fault, Discretion discretion) {
        String where = discretion.of(fault.where());
        return new Mistake(
                fault.code().name(),
                discretion.of(fault.what()),
                where.isEmpty() ? null : where,
                null,
                discretion.of(fault.help()));
    }

    /** The same under the id of a request. */
    Problem in(@Nullable String id) {
        return new Problem(type, title, status, detail, code, help, errors, id);
    }
}
