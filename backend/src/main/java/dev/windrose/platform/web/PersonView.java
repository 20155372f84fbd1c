package dev.windrose.platform.web;

import dev.windrose.platform.people.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as the API shows it. */
record PersonView(
        UUID id,
        String name,
        String email,
        String role,
        String status,
        @Nullable String title,
        @Nullable String locale,
        @Nullable String timeZone,
        Instant createdAt) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id().value(),
                person.name(),
                person.email(),
                person.role().wire(),
                person.status().wire(),
                person.title(),
                person.locale(),
                person.timeZone(),
                person.createdAt());
    }
}
