package dev.windrose.records.query;

/** Order by a field; empty values come last either way. */
public record Sort(String field, boolean descending) {

    /** @param text as in the API: {@code name}, or {@code -name} for descending */
    public static Sort of(String text) {
        return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
    }

    @Override
    public String toString() {
        return descending ? "-" + field : field;
    }
}
