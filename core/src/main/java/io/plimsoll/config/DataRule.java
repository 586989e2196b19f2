package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Shorthand;

/**
 * Something that must hold in every row of the modelling table, over as many columns as it takes.
 *
 * @param condition in SQL. As in a CHECK constraint, a row for which it is unknown, because a value is missing, passes
 */
@Shorthand("condition")
@Description("What must hold in every row: a condition, or {condition: …, severity: …}")
public record DataRule(
        @Description("A condition in SQL over the columns of the modelling table; a row for which it is unknown passes")
        String condition,

        @Description("What follows where it does not hold") @Default("error")
        Severity severity) {}
