package dev.windrose.platform.people;

import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An employee of the workspace. */
public record Person(
        PersonId id,
        String name,
        String email,
        Role role,
        PersonStatus status,
        @Nullable String title,
        @Nullable String locale,
        @Nullable String timeZone,
        Instant createdAt,
        PersonDetails details) {

    public Person(
            PersonId id,
            String name,
            String email,
            Role role,
            PersonStatus status,
            @Nullable String title,
            @Nullable String locale,
            @Nullable String timeZone,
            Instant createdAt) {
        this(id, name, email, role, status, title, locale, timeZone, createdAt, PersonDetails.NONE);
    }

    public boolean active() {
        return status == PersonStatus.ACTIVE;
    }
}
