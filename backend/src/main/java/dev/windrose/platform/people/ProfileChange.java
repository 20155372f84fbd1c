package dev.windrose.platform.people;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person changes on itself; a null leaves it as it is, an empty text removes it. */
public record ProfileChange(
        @Nullable String name,
        @Nullable String title,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable List<String> skills,
        @Nullable List<String> languages,
        @Nullable List<PersonDetails.Absence> absences) {

    Person on(Person old) {
        var violations = new Violations();
        var changed = new Person(
                old.id(),
                name == null ? old.name() : violations.text(name, "name", "The name", 120),
                old.email(),
                old.role(),
                old.status(),
                title == null
                        ? old.title()
                        : title.isBlank() ? null : violations.text(title, "title", "The title", 120),
                locale == null ? old.locale() : locale.isBlank() ? null : locale(locale, violations),
                timeZone == null
                        ? old.timeZone()
                        : timeZone.isBlank() ? null : WorkspaceChange.zone(timeZone, violations),
                old.createdAt(),
                new PersonDetails(skills, languages, absences).on(old.details(), violations));
        violations.throwIfAny();
        return changed;
    }

    private static String locale(String tag, Violations violations) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            violations.add(CommonError.BAD_VALUE, "locale", "A locale is a language tag such as en-GB.");
            return tag;
        }
    }
}
