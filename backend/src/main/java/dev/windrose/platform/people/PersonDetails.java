package dev.windrose.platform.people;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues know of a person beside name and title; as a change, a null leaves what is known.
 *
 * @param languages as people name them
 */
public record PersonDetails(
        @Nullable List<String> skills,
        @Nullable List<String> languages,
        @Nullable List<Absence> absences) {

    public static final PersonDetails NONE = new PersonDetails(List.of(), List.of(), List.of());
    public static final PersonDetails UNCHANGED = new PersonDetails(null, null, null);

    private static final int MOST = 50;

    /** From the first to the last day, both included. */
    public record Absence(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String note) {}

    PersonDetails on(PersonDetails old, Violations violations) {
        return new PersonDetails(
                skills == null ? old.skills() : words(skills, "skills", violations),
                languages == null ? old.languages() : words(languages, "languages", violations),
                absences == null ? old.absences() : checked(absences, violations));
    }

    private static List<String> words(List<String> given, String field, Violations violations) {
        if (given.size() > MOST
                || given.stream().anyMatch(word -> word == null || word.strip().length() > 60)) {
            violations.add(CommonError.TOO_LONG, field, "At most 50 words of at most 60 characters each.");
            return List.of();
        }
        return given.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Absence> checked(List<Absence> given, Violations violations) {
        for (var absence : given) {
            if (absence.from() == null || absence.to() == null || absence.to().isBefore(absence.from())) {
                violations.add(
                        CommonError.BAD_VALUE, "absences", "An absence has a first day, and a last day not before it.");
            } else if (absence.note() != null && absence.note().length() > 200) {
                violations.add(CommonError.TOO_LONG, "absences", "A note has at most 200 characters.");
            }
        }
        if (given.size() > MOST) {
            violations.add(CommonError.TOO_LONG, "absences", "At most 50 absences.");
        }
        return List.copyOf(given);
    }
}
