package dev.windrose.platform.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One sentence that says what a component of a settings record does; it goes into the generated reference. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

    String value();

    /** Shown in the reference when the default depends on the machine. */
    String shownDefault() default "";
}
