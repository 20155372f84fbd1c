package dev.windrose.records;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One allowed value. On an enum constant it overrides what its name gives: value in lower case, label from the name. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Choice {

    String value() default "";

    String label() default "";

    /** Colour of the badge: neutral, blue, green, amber, red, teal. Violet is kept for what agents did. */
    String tone() default "neutral";
}
