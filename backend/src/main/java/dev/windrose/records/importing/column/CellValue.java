package dev.windrose.records.importing.column;

/** What a cell gives its field. */
public sealed interface CellValue {

    /** @param value as the record engine takes it */
    record Value(Object value) implements CellValue {}

    /** Says nothing: the field stays as it is. */
    record Nothing() implements CellValue {}

    record Wrong(String reason) implements CellValue {}
}
