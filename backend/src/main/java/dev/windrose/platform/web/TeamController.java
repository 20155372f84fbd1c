package dev.windrose.platform.web;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TeamId;
import dev.windrose.platform.people.Team;
import dev.windrose.platform.people.TeamChange;
import dev.windrose.platform.people.Teams;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/teams")
class TeamController {

    private final Teams teams;

    TeamController(Teams teams) {
        this.teams = teams;
    }

    record View(UUID id, String name, @Nullable UUID leadId, List<UUID> memberIds) {

        static View of(Team team) {
            return new View(
                    team.id().value(),
                    team.name(),
                    team.lead() == null ? null : team.lead().value(),
                    team.members().stream().map(PersonId::value).sorted().toList());
        }
    }

    record Views(List<View> data) {}

    @GetMapping
    Views all() {
        return new Views(teams.visible().stream().map(View::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View create(@RequestBody TeamChange body) {
        return View.of(teams.create(body));
    }

    @PatchMapping("/{id}")
    View change(@PathVariable UUID id, @RequestBody TeamChange body) {
        return View.of(teams.change(new TeamId(id), body));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        teams.delete(new TeamId(id));
    }
}
