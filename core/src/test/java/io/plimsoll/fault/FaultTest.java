package io.plimsoll.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private static final Fault FAULT = new Fault(
            ErrorCode.SOURCE_MISSING, "source 'sites' does not exist", "data/sites.csv", "give the path of a file");

    @Test
    void readsAsTwoLines() {
        assertThat(FAULT.line()).isEqualTo("error[SOURCE_MISSING]: source 'sites' does not exist, data/sites.csv");
        assertThat(FAULT.advice()).isEqualTo("help: give the path of a file");
    }

    @Test
    void leavesOutAPlaceThatSaysNothing() {
        Fault fault = new Fault(ErrorCode.INTERNAL, "the run ran out of memory", "", "give it more");

        assertThat(fault.line()).isEqualTo("error[INTERNAL]: the run ran out of memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u0000", "\u001b", "\u0085", "\u2028", "\u2029", "\t \n"})
    void staysOnOneLineWhateverItsPartsContain(String separator) {
        Fault fault = new Fault(ErrorCode.DATA_INVALID, "column 'a" + separator + "b'", "file" + separator, "do");

        assertThat(fault.line().lines()).hasSize(1);
        assertThat(fault.line())
                .doesNotContain(separator)
                .startsWith("error[DATA_INVALID]: column 'a")
                .endsWith("b', file");
    }

    @Test
    void anExceptionSaysEveryFaultOnALineOfItsOwn() {
        Fault other = new Fault(ErrorCode.SOURCE_MALFORMED, "source 'trials' is empty", "data/trials.csv", "give rows");
        PlimsollException exception = new PlimsollException(List.of(FAULT, other));

        assertThat(exception).hasMessage(FAULT.line() + "\n" + other.line());
        assertThat(exception.faults()).containsExactly(FAULT, other);
        assertThat(exception.code()).isEqualTo(ErrorCode.SOURCE_MISSING);
    }

    @Test
    void anExceptionKeepsItsCause() {
        Exception cause = new IllegalStateException("cause");

        assertThat(new PlimsollException(FAULT, cause)).hasCause(cause);
    }

    @Test
    void thereIsNoExceptionWithoutAFault() {
        assertThatThrownBy(() -> new PlimsollException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeEndsACommandWithOneOfThreeExitCodes(ErrorCode code) {
        assertThat(code.exit()).isIn(1, 2, 130);
    }

    @Test
    void whatAUserCanMendIs2AndWhatOnlyPlimsollCanIs1() {
        assertThat(ErrorCode.values())
                .filteredOn(code -> code.exit() == 1)
                .containsExactly(
                        ErrorCode.ARTIFACT_DAMAGED,
                        ErrorCode.ROUND_TRIP,
                        ErrorCode.TRAINING_FAILED,
                        ErrorCode.STORAGE,
                        ErrorCode.WORKSPACE_INCOMPATIBLE,
                        ErrorCode.CLAIM_LOST,
                        ErrorCode.SERVER_UNREACHABLE,
                        ErrorCode.PROCESS_ENDED,
                        ErrorCode.INTERNAL);
        assertThat(ErrorCode.CANCELLED.exit()).isEqualTo(130);
    }
}
