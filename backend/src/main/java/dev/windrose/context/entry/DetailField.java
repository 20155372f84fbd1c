package dev.windrose.context.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed field of the details of a kind.
 *
 * @param required before an entry goes into review or live; a draft may be incomplete
 * @param choices of a {@link Type#CHOICE}
 * @param ref record type that a {@link Type#REFERENCE} points to
 * @param parts fields of each of {@link Type#OBJECTS}
 */
public record DetailField(
        String name,
        String label,
        Type type,
        boolean required,
        List<String> choices,
        @Nullable String ref,
        List<DetailField> parts,
        String help) {

    public enum Type {
        TEXT,
        LONG_TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        CHOICE,
        /** Texts. */
        LIST,
        /** The id of a record. */
        REFERENCE,
        /** Objects with fields of their own. */
        OBJECTS
    }

    static DetailField of(String name, Type type, String help) {
        return new DetailField(name, label(name), type, false, List.of(), null, List.of(), help);
    }

    static DetailField text(String name, String help) {
        return of(name, Type.TEXT, help);
    }

    static DetailField longText(String name, String help) {
        return of(name, Type.LONG_TEXT, help);
    }

    static DetailField number(String name, String help) {
        return of(name, Type.NUMBER, help);
    }

    static DetailField list(String name, String help) {
        return of(name, Type.LIST, help);
    }

    static DetailField choice(String name, String help, String... choices) {
        return new DetailField(name, label(name), Type.CHOICE, false, List.of(choices), null, List.of(), help);
    }

    static DetailField reference(String name, String ref, String help) {
        return new DetailField(name, label(name), Type.REFERENCE, false, List.of(), ref, List.of(), help);
    }

    static DetailField objects(String name, String help, DetailField... parts) {
        return new DetailField(name, label(name), Type.OBJECTS, false, List.of(), null, List.of(parts), help);
    }

    DetailField needed() {
        return new DetailField(name, label, type, true, choices, ref, parts, help);
    }

    private static String label(String name) {
        String plain = (name.endsWith("_id") ? name.substring(0, name.length() - 3) : name).replace('_', ' ');
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
