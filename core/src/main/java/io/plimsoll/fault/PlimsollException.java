package io.plimsoll.fault;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends what was being done, with every fault that was found. Never empty. */
public final class PlimsollException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public PlimsollException(List<Fault> faults) {
        this(faults, null);
    }

    public PlimsollException(Fault fault) {
        this(List.of(fault), null);
    }

    public PlimsollException(Fault fault, Throwable cause) {
        this(List.of(fault), cause);
    }

    private PlimsollException(List<Fault> faults, @Nullable Throwable cause) {
        super(faults.stream().map(Fault::line).collect(Collectors.joining("\n")), cause);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("an exception without a fault");
        }
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The code of the first fault; all faults of one exception share the same blame. */
    public ErrorCode code() {
        return faults.get(0).code();
    }

    public static PlimsollException of(ErrorCode code, String what, String where, String help) {
        return new PlimsollException(new Fault(code, what, where, help));
    }
}
