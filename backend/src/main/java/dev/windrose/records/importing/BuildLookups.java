package dev.windrose.records.importing;

import dev.windrose.platform.people.People;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.importing.column.Countries;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.importing.column.Lookup.Option;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the words of a column can mean: choices, countries, colleagues, records; and what was answered about them. */
@Component
class BuildLookups {

    /** Of more records the words of a file are looked up in the database. */
    private static final int HELD = 5_000;

    /** Where the title has no key to look it up by. */
    private static final int MOST_NAMES = 200_000;

    private final Descriptors descriptors;
    private final MatchStore matches;
    private final AnswerStore answers;
    private final People people;

    BuildLookups(Descriptors descriptors, MatchStore matches, AnswerStore answers, People people) {
        this.descriptors = descriptors;
        this.matches = matches;
        this.answers = answers;
        this.people = people;
    }

    /** Null for fields that take any text, number or date. */
    @Nullable
    Lookup of(Descriptor type, FieldDescriptor field, Map<String, @Nullable String> given) {
        var lookup = fresh(field);
        if (lookup != null) {
            answers.of(type.name(), field.name()).forEach((word, value) -> answer(lookup, word, value));
            given.forEach((word, value) -> answer(lookup, word, value));
        }
        return lookup;
    }

    /** An answer is a value, or the name of one. */
    private static void answer(Lookup lookup, String word, @Nullable String answer) {
        if (answer == null || answer.isBlank()) {
            lookup.answer(word, null);
        } else if (lookup.options().stream().anyMatch(option -> option.value().equals(answer))) {
            lookup.answer(word, answer);
        } else if (lookup.of(answer) instanceof Lookup.Known known) {
            lookup.answer(word, known.value());
        }
    }

    private @Nullable Lookup fresh(FieldDescriptor field) {
        return switch (field.kind()) {
            case CHOICE, MULTI_CHOICE ->
                field.choices().isEmpty()
                        ? null
                        : new Lookup(
                                field.choices().stream()
                                        .map(choice -> new Option(choice.value(), choice.label()))
                                        .toList(),
                                true);
            case COUNTRY -> Countries.lookup();
            case PERSON -> people();
            case REFERENCE, REFERENCES -> "person".equals(field.ref()) ? people() : records(field);
            case TEXT, LONG_TEXT, INTEGER, NUMBER, MONEY, DATE, INSTANT, BOOLEAN, EMAIL, PHONE, URL, JSON, SCORE ->
                null;
        };
    }

    private Lookup people() {
        var active = people.all();
        var lookup = new Lookup(
                active.stream()
                        .map(person -> new Option(person.id().toString(), person.name()))
                        .toList(),
                false);
        active.forEach(person -> lookup.alias(person.email(), person.id().toString()));
        return lookup;
    }

    private @Nullable Lookup records(FieldDescriptor field) {
        var type = descriptors.find(String.valueOf(field.ref()));
        if (type.isEmpty()) {
            return null;
        }
        var names = matches.names(type.get(), matches.findsWords(type.get()) ? HELD : MOST_NAMES);
        if (names.size() > HELD && matches.findsWords(type.get())) {
            return new Lookup(matches.finder(type.get()));
        }
        var lookup = new Lookup(
                names.stream()
                        .map(record -> new Option(record.id().toString(), record.title()))
                        .toList(),
                false);
        lookup.options().forEach(option -> lookup.alias(option.value(), option.value()));
        matches.ids(type.get()).forEach((key, id) -> lookup.alias(key, id.toString()));
        return lookup;
    }
}
