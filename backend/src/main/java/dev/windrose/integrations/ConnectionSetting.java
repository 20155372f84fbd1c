package dev.windrose.integrations;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of source wants to know, as a form asks for it.
 *
 * @param name the key in the settings of a connection; {@link #SECRET} for what is kept sealed
 * @param initial what the form begins with; null for nothing
 * @param choices for a choice; empty for the others
 */
public record ConnectionSetting(
        String name,
        String label,
        Kind kind,
        @Nullable String help,
        boolean required,
        boolean secret,
        @Nullable Object initial,
        List<Choice> choices) {

    public static final String SECRET = "secret";

    /** What a value looks like. */
    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        /** Several words, as a list. */
        TEXTS,
        /** One text for each key. */
        PAIRS,
        /** The name of a type of records. */
        RECORD_TYPE,
        /** A condition on records of the type that another setting names, as lists take it. */
        CONDITION;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Choice(String value, String label) {}

    public static ConnectionSetting of(String name, String label, Kind kind) {
        return new ConnectionSetting(name, label, kind, null, false, false, null, List.of());
    }

    public static ConnectionSetting secret(String label) {
        return new ConnectionSetting(SECRET, label, Kind.TEXT, null, true, true, null, List.of());
    }

    public static ConnectionSetting choice(String name, String label, Choice... choices) {
        return new ConnectionSetting(name, label, Kind.CHOICE, null, false, false, null, List.of(choices));
    }

    public ConnectionSetting help(String sentence) {
        return new ConnectionSetting(name, label, kind, sentence, required, secret, initial, choices);
    }

    public ConnectionSetting needed() {
        return new ConnectionSetting(name, label, kind, help, true, secret, initial, choices);
    }

    public ConnectionSetting initially(Object value) {
        return new ConnectionSetting(name, label, kind, help, required, secret, value, choices);
    }
}
