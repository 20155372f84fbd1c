package dev.windrose.intake.reading;

import java.util.List;

/** What the reader has to know before it may write. */
public record Question(String text, List<Option> options) {

    public record Option(String label, String value) {}
}
