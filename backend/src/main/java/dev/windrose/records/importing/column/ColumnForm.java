package dev.windrose.records.importing.column;

/** How the cells of a column are to be read. */
public record ColumnForm(DateOrder dateOrder, boolean decimalComma) {

    public static final ColumnForm USUAL = new ColumnForm(DateOrder.DAY_FIRST, false);
}
