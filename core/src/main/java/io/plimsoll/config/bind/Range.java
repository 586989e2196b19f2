package io.plimsoll.config.bind;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The numbers that a key may have; for a percentage as a fraction. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /** The least that is allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** A bound below everything that is allowed. */
    double above() default Double.NEGATIVE_INFINITY;

    /** The most that is allowed. */
    double max() default Double.POSITIVE_INFINITY;
}
