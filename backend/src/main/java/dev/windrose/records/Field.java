package dev.windrose.records;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a component of a {@link RecordType}. Most is known from the Java type; name only what differs. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {

    /** Made from the name unless given. */
    String label() default "";

    /** At most one. Inferred: String = TEXT, typed id = REFERENCE, PersonId = PERSON, enum = CHOICE, and so on. */
    FieldKind[] kind() default {};

    boolean required() default false;

    /** Set by the product only; the API refuses it. */
    boolean readOnly() default false;

    /** Needs an index (tenant_id, column, id); texts are compared by {@code <name>_key}. */
    boolean filter() default false;

    /** As {@link #filter()}. */
    boolean sort() default false;

    /** Found by the search and the palette. */
    boolean search() default false;

    /** 0: 500 characters, 20,000 for long texts. */
    int maxLength() default 0;

    /** For choices that no enum lists. */
    Choice[] choices() default {};

    /** Record type of references whose Java type does not tell. */
    String ref() default "";

    /** Of money: the field that holds the currency. Unless given, the currency is part of the value and stored in {@code <name>_currency}. */
    String currency() default "";

    /** Change category, for example {@code DEAL_STAGE}. */
    String category() default "";

    /** A change of this field is a MAJOR one. */
    boolean major() default false;

    /** Not stored: the value of a field of the referred record, for example {@code company_id.name}. */
    String computed() default "";

    /** Not stored: a scalar SQL expression over the row {@code t}; only read with single records unless listed. */
    String sql() default "";

    String help() default "";

    /** Position as a column of the list, from 1; 0 = not shown there. */
    int list() default 0;

    /** Heading under which pages show the field; fields without one come under "Details". */
    String section() default "";
}
