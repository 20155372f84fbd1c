package dev.windrose.crm.web;

import dev.windrose.crm.company.AccountTeams;
import dev.windrose.crm.company.TeamMember;
import dev.windrose.platform.id.CompanyId;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/companies/{id}/account-team")
class AccountTeamController {

    private final AccountTeams teams;

    AccountTeamController(AccountTeams teams) {
        this.teams = teams;
    }

    record Team(List<TeamMember> members) {}

    @GetMapping
    Team team(@PathVariable UUID id) {
        return new Team(teams.of(new CompanyId(id)));
    }

    @PutMapping
    Team replace(@PathVariable UUID id, @RequestBody Team team) {
        teams.set(new CompanyId(id), team.members());
        return team(id);
    }
}
