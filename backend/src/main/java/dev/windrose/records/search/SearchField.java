package dev.windrose.records.search;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A field whose texts are found, and how much a word in it counts. */
record SearchField(FieldDescriptor field, Weight weight) {

    /** Names of places, kinds and numbers of the product itself; nobody searches for them. */
    private static final int SHORT = 80;

    private static final Set<FieldKind> TEXTS =
            Set.of(FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.EMAIL, FieldKind.PHONE, FieldKind.URL);

    enum Weight {
        /** By which people know the record. */
        TITLE,
        /** Mail, phone and web addresses. */
        EXACT,
        TEXT,
        /** Asked for by conditions only. */
        FILTER
    }

    static List<SearchField> of(Descriptor type) {
        return type.storedFields().stream()
                .flatMap(field -> of(type, field).stream())
                .toList();
    }

    static Optional<SearchField> of(Descriptor type, FieldDescriptor field) {
        if (!TEXTS.contains(field.kind()) || !field.stored() || field.derived()) {
            return Optional.empty();
        }
        if (field.name().equals(type.titleField())) {
            return Optional.of(new SearchField(field, Weight.TITLE));
        }
        return switch (field.kind()) {
            case EMAIL, PHONE, URL -> Optional.of(new SearchField(field, Weight.EXACT));
            case LONG_TEXT -> Optional.of(new SearchField(field, Weight.TEXT));
            default -> {
                boolean found = field.search() || field.custom() != null || field.maxLength() >= SHORT;
                yield found || field.filter()
                        ? Optional.of(new SearchField(field, found ? Weight.TEXT : Weight.FILTER))
                        : Optional.empty();
            }
        };
    }

    /** Whether searches look into it. */
    boolean found() {
        return weight != Weight.FILTER;
    }

    List<Word> words(String value) {
        return switch (field.kind()) {
            case EMAIL -> Contacting.mail(value);
            case PHONE -> Contacting.phone(value);
            case URL -> Contacting.url(value);
            default -> Words.of(value);
        };
    }
}
