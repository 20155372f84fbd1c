package dev.windrose.records.query;

import java.util.List;

/**
 * Records in columns by the values of a field.
 *
 * @param query which records, in which order, with which fields; its limit is that of each column
 * @param columnField a choice, a yes or no, a reference or a person
 * @param totals measures of each column
 */
public record BoardQuery(RecordQuery query, String columnField, List<Measure> totals) {

    /** Cards of a whole board at most. */
    public static final int MOST_CARDS = 500;

    /** Columns of fields without a fixed set of values. */
    static final int MOST_COLUMNS = 30;
}
