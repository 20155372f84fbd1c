package dev.windrose.llm.language;

/** A stretch of a text: from {@code start} up to but without {@code end}, in UTF-16 units. */
public record Span(int start, int end) {

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean holds(int position) {
        return start <= position && position < end;
    }

    public String of(String text) {
        return text.substring(start, end);
    }

    public Span shifted(int by) {
        return new Span(start + by, end + by);
    }

    /** Characters between the two; 0 where they touch or overlap. */
    public int distanceTo(Span other) {
        return Math.max(0, Math.max(other.start - end, start - other.end));
    }
}
