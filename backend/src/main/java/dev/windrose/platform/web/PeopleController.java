package dev.windrose.platform.web;

import dev.windrose.platform.Role;
import dev.windrose.platform.access.OneTimeLinks;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonChange;
import dev.windrose.platform.people.PersonDetails;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.platform.people.Teams;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    private final People people;
    private final Teams teams;
    private final OneTimeLinks links;

    PeopleController(People people, Teams teams, OneTimeLinks links) {
        this.teams = teams;
        this.people = people;
        this.links = links;
    }

    record Everybody(List<PersonView> data) {}

    record NewRequest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String title) {}

    record Invited(PersonView person, String inviteLink) {}

    record ChangeRequest(
            @Nullable String role,
            @Nullable String status,
            @Nullable String name,
            @Nullable String title,
            @Nullable List<String> skills,
            @Nullable List<String> languages,
            @Nullable List<PersonDetails.Absence> absences) {}

    record Link(String link) {}

    @GetMapping
    Everybody all() {
        return new Everybody(everybody().toList());
    }

    @GetMapping("/{id}")
    PersonView get(@PathVariable UUID id) {
        return everybody()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new AppException(CommonError.NOT_FOUND, "There is no such person in this workspace."));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(@RequestBody NewRequest body) {
        Role role = body.role() == null ? Role.MEMBER : role(body.role());
        var invitation = links.invite(new NewPerson(body.name(), body.email(), role, body.title()));
        return new Invited(PersonView.of(invitation.person()), invitation.link());
    }

    @PatchMapping("/{id}")
    PersonView change(@PathVariable UUID id, @RequestBody ChangeRequest body) {
        var change = new PersonChange(
                body.role() == null ? null : role(body.role()),
                body.status() == null ? null : status(body.status()),
                body.name(),
                body.title(),
                new PersonDetails(body.skills(), body.languages(), body.absences()));
        return PersonView.of(people.change(new PersonId(id), change));
    }

    @PostMapping("/{id}/reset-link")
    Link reset(@PathVariable UUID id) {
        return new Link(links.reset(new PersonId(id)));
    }

    private Stream<PersonView> everybody() {
        var all = teams.all();
        return people.visible().stream().map(person -> PersonView.of(person).in(all));
    }

    private static Role role(String wire) {
        return Role.of(wire)
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE, "A role is one of owner, admin, manager, member, viewer.", "role"));
    }

    private static PersonStatus status(String wire) {
        return switch (wire) {
            case "active" -> PersonStatus.ACTIVE;
            case "deactivated" -> PersonStatus.DEACTIVATED;
            default -> throw new AppException(CommonError.BAD_VALUE, "A status is active or deactivated.", "status");
        };
    }
}
