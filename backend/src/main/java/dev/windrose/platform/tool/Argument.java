package dev.windrose.platform.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an argument of a tool is, on a component of its record. One that may be null may be left out. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Argument {

    String value();

    /** The only texts it takes; empty for any. */
    String[] choices() default {};
}
