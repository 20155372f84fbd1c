package dev.windrose.platform.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method of a public bean a tool. It takes one record of arguments, described by {@link Argument}, and answers anything JSON can hold. Who
 * acts is never an argument: it is the actor in scope, whose permissions the method asks for like any other caller's. What is not stated here is refused
 * at the start.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tool {

    /** A verb phrase in snake case. */
    String name();

    /** What it does and when it is of use, for people and for agents. */
    String says();

    /** Exactly one. */
    Effect[] effect() default {};

    /** Exactly one. */
    Tier[] tier() default {};

    /** What a token needs to call it: {@code read}, {@code intake} or {@code write}. */
    String scope() default "";

    /** How long a call may take before it is stopped. */
    int seconds() default 30;
}
