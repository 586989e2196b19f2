package io.plimsoll.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key means that is left out, where that follows from other keys. Whoever loads the file writes it into the tree before binding.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DefaultsTo {
    /** The default in words: {@code "the key"}. */
    String value();
}
