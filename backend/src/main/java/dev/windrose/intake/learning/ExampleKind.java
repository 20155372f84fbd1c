package dev.windrose.intake.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an example teaches. */
public enum ExampleKind {
    ALIAS("These words mean this record"),
    VALUE("These words mean this value"),
    CORRECTED("A value that was set right"),
    UNWANTED("A change that was taken back");

    private final String sentence;

    ExampleKind(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExampleKind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
}
