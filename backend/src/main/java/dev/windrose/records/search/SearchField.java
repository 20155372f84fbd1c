package dev.windrose.records.search;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field whose texts are found, and how much a word in it counts. */
record SearchField(FieldDescriptor field, Weight weight) {

    /** Ids that records have in other systems. */
    static final SearchField EXTERNAL_IDS = new SearchField(told("external_ids", "External id"), Weight.ID);

    /** What files and the like say that is not in their rows. */
    static final SearchField CONTENT = new SearchField(told("content_text", "Content"), Weight.TEXT);

    /** Names of places, kinds and numbers of the product itself; nobody searches for them. */
    private static final int SHORT = 80;

    private static final Set<FieldKind> TEXTS =
            Set.of(FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.EMAIL, FieldKind.PHONE, FieldKind.URL);
    private static final Set<FieldKind> LABELS = Set.of(FieldKind.CHOICE, FieldKind.MULTI_CHOICE, FieldKind.COUNTRY);

    enum Weight {
        /** By which people know the record. */
        TITLE,
        /** Mail, phone and web addresses. */
        EXACT,
        /** Of other systems: found whole, or once much of it is typed. */
        ID,
        TEXT,
        /** What a record that this one belongs to is called. */
        LINK,
        /** Asked for by conditions only. */
        FILTER
    }

    static List<SearchField> of(Descriptor type) {
        return Stream.concat(
                        type.storedFields().stream().flatMap(field -> of(type, field).stream()),
                        Stream.of(EXTERNAL_IDS, CONTENT))
                .toList();
    }

    static Optional<SearchField> of(Descriptor type, FieldDescriptor field) {
        if (!field.stored()) {
            return Optional.empty();
        }
        if (LABELS.contains(field.kind()) && !field.derived()) {
            return Optional.of(new SearchField(field, Weight.TEXT));
        }
        if (field.kind() == FieldKind.REFERENCE && field.ref() != null && !field.derived()) {
            return field.major() || field.custom() != null
                    ? Optional.of(new SearchField(field, Weight.LINK))
                    : Optional.empty();
        }
        return TEXTS.contains(field.kind()) ? ofText(type, field) : Optional.empty();
    }

    private static Optional<SearchField> ofText(Descriptor type, FieldDescriptor field) {
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

    /** Whether it is in the row of the record, under its own name. */
    boolean stored() {
        return this != EXTERNAL_IDS && this != CONTENT;
    }

    /** Whether the index keeps exactly what the field says, so that conditions on it can be answered. */
    boolean itself() {
        return TEXTS.contains(field.kind()) && !field.derived() && stored();
    }

    /** What people read where this is stored. */
    String shown(String value) {
        return switch (field.kind()) {
            case CHOICE, MULTI_CHOICE ->
                field.choice(value).map(ChoiceOption::label).orElse(value);
            case COUNTRY -> Locale.of("", value).getDisplayCountry(Locale.ENGLISH);
            default -> value;
        };
    }

    List<Word> words(String value) {
        return switch (field.kind()) {
            case EMAIL -> Contacting.mail(value);
            case PHONE -> Contacting.phone(value);
            case URL -> Contacting.url(value);
            default -> Words.of(value);
        };
    }

    /** Changes with whatever makes other words of the same rows. */
    String signature() {
        return field.name()
                + weight
                + (LABELS.contains(field.kind())
                        ? field.choices().stream()
                                .map(choice -> choice.value() + '=' + choice.label())
                                .collect(Collectors.joining(",", "(", ")"))
                        : "");
    }

    private static FieldDescriptor told(String name, String label) {
        return new FieldDescriptor(
                name,
                label,
                FieldKind.TEXT,
                false,
                true,
                false,
                false,
                true,
                500,
                List.of(),
                null,
                null,
                "",
                false,
                null,
                false,
                "",
                0,
                "",
                null);
    }
}
