package dev.windrose.records.importing.column;

import org.jspecify.annotations.Nullable;

/**
 * How the cells of a column are to be read.
 *
 * @param mixed whether some dates have the day first and some the month; one that could be either is asked about
 */
public record ColumnForm(
        DateOrder dateOrder, boolean decimalComma, @Nullable Boolean mixed) {

    public static final ColumnForm USUAL = new ColumnForm(DateOrder.DAY_FIRST, false);

    public ColumnForm(DateOrder dateOrder, boolean decimalComma) {
        this(dateOrder, decimalComma, false);
    }

    /** Somebody has said how its dates are meant. */
    public ColumnForm ordered(DateOrder order) {
        return new ColumnForm(order, decimalComma, false);
    }
}
