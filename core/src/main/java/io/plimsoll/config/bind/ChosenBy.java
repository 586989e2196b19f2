package io.plimsoll.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A part whose record class follows from a word under another key of the same record, such as the settings of a trainer. Its type is {@code
 * Record}; the key must stand before it and is a text.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ChosenBy {
    /** The key. */
    String value();
}
