package io.plimsoll.plugin;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.util.function.Supplier;

/**
 * Says of what goes wrong in code of a plugin that it is the plugin's, without its words, which may hold values.
 *
 * @param what {@code the trainer stump}
 */
record Blame(String what, String jar) {
    <T> T called(Supplier<T> code) {
        try {
            return code.get();
        } catch (PlimsollException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.TRAINING_FAILED,
                            what + " of " + jar + " failed (" + e.getClass().getSimpleName() + ")",
                            jar,
                            "ask whoever wrote it; --debug shows what it said itself"),
                    e);
        }
    }
}
