package dev.windrose.crm.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@WindroseTest
class AccountTeamTests {

    @Test
    void followsTheFieldInBothDirections() {
        var world = RecordWorld.fresh();
        var me = Objects.requireNonNull(world.actor().person()).value();
        var company = world.create("company", Map.of("name", "Calder Instruments", "account_team", List.of(me)));
        var teams = Workspaces.bean(AccountTeams.class);
        assertThat(world.in(() -> teams.of(new CompanyId(company))))
                .containsExactly(new TeamMember(me, world.actor().name(), null));
        var set = world.in(
                () -> teams.set(new CompanyId(company), List.of(new TeamMember(me, null, "Solution engineer"))));
        assertThat(world.in(() -> teams.of(new CompanyId(company))))
                .extracting(TeamMember::role)
                .containsExactly("Solution engineer");
        world.undo(set);
        assertThat(world.in(() -> teams.of(new CompanyId(company))))
                .extracting(TeamMember::role)
                .containsOnlyNulls();
        world.in(() -> teams.set(new CompanyId(company), List.of()));
        assertThat(world.get("company", company).value("account_team")).isNull();
        assertThat(world.in(() -> teams.of(new CompanyId(company)))).isEmpty();
    }
}
