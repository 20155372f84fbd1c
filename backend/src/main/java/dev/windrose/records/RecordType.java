package dev.windrose.records;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record type on an immutable Java record. Its table is called like {@link #plural()}; its columns are the components in snake case.
 * The component {@code id} names the typed id, by which other types refer to this one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordType {

    /** In snake case, as the API and events name it. */
    String name();

    /** Name of the collection and of the table; the name with "s" unless given. */
    String plural() default "";

    /** Made from the name unless given. */
    String label() default "";

    String labelPlural() default "";

    String icon() default "circle";

    /** The field by which people know a record. */
    String title() default "name";

    /** Change category of fields that name none, for example {@code COMPANY_CLASSIFICATION}. */
    String category() default "";

    Operation[] operations() default {Operation.CREATE, Operation.UPDATE, Operation.DELETE};

    /** What people and tokens may do with records of the type through the generic API. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }
}
