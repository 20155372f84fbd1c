package dev.windrose.records.expression;

import java.util.List;

/** What an expression reads: a field of the record, or of a record that one or two references lead to. */
public record Path(List<String> steps) {

    public static Path of(String... steps) {
        return new Path(List.of(steps));
    }

    /** The references to follow, in order. */
    public List<String> references() {
        return steps.subList(0, steps.size() - 1);
    }

    public String field() {
        return steps.getLast();
    }

    public boolean own() {
        return steps.size() == 1;
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
