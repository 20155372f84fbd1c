package dev.windrose.records.importing;

import dev.windrose.platform.people.People;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.importing.column.Countries;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.importing.column.Lookup.Option;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final ImportSetStore sets;

    BuildLookups(Descriptors descriptors, MatchStore matches, AnswerStore answers, People people, ImportSetStore sets) {
        this.descriptors = descriptors;
        this.matches = matches;
        this.answers = answers;
        this.people = people;
        this.sets = sets;
    }

    /** Null for fields that take any text, number or date. */
    @Nullable
    Lookup of(Descriptor type, FieldDescriptor field, Map<String, @Nullable String> given, @Nullable UUID set) {
        var lookup = fresh(field);
        if (lookup != null) {
            if (AnswerStore.ofPeople(field)) {
                owners(lookup, set);
                answers.ofPeople().forEach((word, value) -> answer(lookup, word, value));
            }
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

    /** Everybody, also under what the other system calls them. */
    Lookup people(@Nullable UUID set) {
        var lookup = people();
        owners(lookup, set);
        answers.ofPeople().forEach((word, value) -> answer(lookup, word, value));
        return lookup;
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

    /** Colleagues as the other system knows them: the same address is the same person, and a number is shown with its name. */
    private void owners(Lookup lookup, @Nullable UUID set) {
        for (var owner : set == null ? List.<Owner>of() : sets.owners(set)) {
            String person = Stream.of(owner.email(), owner.name())
                    .filter(word -> !word.isBlank())
                    .map(lookup::of)
                    .filter(Lookup.Known.class::isInstance)
                    .map(known -> ((Lookup.Known) known).value())
                    .findFirst()
                    .orElse(null);
            if (person != null) {
                lookup.alias(owner.id(), person);
            } else {
                lookup.describe(owner.id(), owner.name(), owner.label());
            }
        }
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
