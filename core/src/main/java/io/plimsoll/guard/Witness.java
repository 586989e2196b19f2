package io.plimsoll.guard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a judge asks for beside the candidate's own scored rows. */
public interface Witness {
    /** What an opponent predicts for the candidate's rows. */
    Standing standing(Opponent opponent);

    /** A column's value in each of the candidate's rows, in its text form, null where it is missing; empty where nobody knows it any more. */
    Optional<@Nullable String[]> values(String column);
}
