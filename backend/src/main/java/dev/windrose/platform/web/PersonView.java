package dev.windrose.platform.web;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.PersonDetails;
import dev.windrose.platform.people.Team;
import java.time.Instant;
import java.util.List;
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
        Instant createdAt,
        @Nullable List<String> skills,
        @Nullable List<String> languages,
        @Nullable List<PersonDetails.Absence> absences,
        @Nullable List<UUID> teamIds) {

    PersonView in(List<Team> teams) {
        return new PersonView(
                id,
                name,
                email,
                role,
                status,
                title,
                locale,
                timeZone,
                createdAt,
                skills,
                languages,
                absences,
                teams.stream()
                        .filter(team -> team.members().contains(new PersonId(id)))
                        .map(team -> team.id().value())
                        .toList());
    }

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
                person.createdAt(),
                person.details().skills(),
                person.details().languages(),
                person.details().absences(),
                null);
    }
}
