package dev.windrose.platform.people;

import dev.windrose.platform.Role;
import dev.windrose.platform.error.Violations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an administrator changes on a person; a null leaves it as it is, an empty title removes it. */
public record PersonChange(
        @Nullable Role role,
        @Nullable PersonStatus status,
        @Nullable String name,
        @Nullable String title,
        PersonDetails details) {

    public PersonChange(
            @Nullable Role role, @Nullable PersonStatus status, @Nullable String name, @Nullable String title) {
        this(role, status, name, title, PersonDetails.UNCHANGED);
    }

    Person on(Person old) {
        var violations = new Violations();
        String newName = name == null ? old.name() : violations.text(name, "name", "The name", 120);
        String newTitle = title == null
                ? old.title()
                : title.isBlank() ? null : violations.text(title, "title", "The title", 120);
        var newDetails = details.on(old.details(), violations);
        violations.throwIfAny();
        return new Person(
                old.id(),
                newName,
                old.email(),
                Optional.ofNullable(role).orElse(old.role()),
                Optional.ofNullable(status).orElse(old.status()),
                newTitle,
                old.locale(),
                old.timeZone(),
                old.createdAt(),
                newDetails);
    }
}
