package dev.windrose.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonChange;
import dev.windrose.platform.people.PersonDetails;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class RoutingTests {

    GoalWorld world;
    UUID company;

    @BeforeEach
    void begin() {
        world = GoalWorld.fresh();
        company = world.records().create("company", Map.of("name", "Quarrow Mills", "employee_size", 40));
        policy(
                "Issues",
                "An outage goes to the Support Lead. Every other issue goes to the person in support whose skills name its area; where several do, to the one"
                        + " present who holds the fewest issues that are open or waiting.");
        policy(
                "Leads",
                "A lead goes to the account executive. A lead from a company with 900 employees or more goes to the sales director. Where the account executive"
                        + " is away, it goes to the inside seller present who holds the fewest open deals.");
    }

    private void policy(String title, String clause) {
        world.records()
                .create(
                        "context_entry",
                        Map.of(
                                "category",
                                "policy",
                                "kind",
                                "routing",
                                "title",
                                title,
                                "details",
                                Map.of("clause", clause),
                                "status",
                                "live"));
    }

    private UUID person(String name, String title, List<String> skills, boolean away) {
        var today = LocalDate.now(java.time.ZoneOffset.UTC);
        var absences = away
                ? List.of(new PersonDetails.Absence(today.minusDays(2), today.plusDays(2), null))
                : List.<PersonDetails.Absence>of();
        return world.records().in(() -> {
            var people = Workspaces.bean(People.class);
            var mail = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@windrose.example";
            var person = people.add(new NewPerson(name, mail, Role.MEMBER, title), PersonStatus.ACTIVE);
            people.change(
                    person.id(),
                    new PersonChange(null, null, null, null, new PersonDetails(skills, List.of(), absences)));
            return person.id().value();
        });
    }

    private UUID issue(String title, String kind) {
        return world.records()
                .create("issue", Map.of("title", title, "issue_type", kind, "status", "open", "company_id", company));
    }

    private UUID lead(UUID of) {
        return world.records().create("deal", Map.of("name", "First talk", "company_id", of, "stage", "lead"));
    }

    @Test
    void anIssueGoesToTheOnePresentWithTheSkill() {
        person("Edda Krogh", "Support Engineer", List.of("billing"), true);
        var here = person("Milo Tamm", "Support Engineer", List.of("Billing", "access"), false);
        var issue = issue("Two invoices for May", "billing");
        var told = world.say("Assign the issue “Two invoices for May” by the rules.");
        assertThat(GoalWorld.answer(told)).contains("goes to Milo Tamm");
        assertThat(world.records().get("issue", issue).reference("assignee_id")).isEqualTo(here);
        assertThat(told.getLast().data().get("records").toString()).contains("Issues");
    }

    @Test
    void ofSeveralTheOneWithTheFewestGetsIt() {
        var busy = person("Edda Krogh", "Support Engineer", List.of("bug"), false);
        var free = person("Milo Tamm", "Support Engineer", List.of("bug"), false);
        world.records()
                .create(
                        "issue",
                        Map.of("title", "Old one", "status", "open", "assignee_id", busy, "company_id", company));
        var issue = issue("Printer stalls", "bug");
        world.say("Route the issue Printer stalls");
        assertThat(world.records().get("issue", issue).reference("assignee_id")).isEqualTo(free);
    }

    @Test
    void anOutageHasARuleOfItsOwn() {
        person("Edda Krogh", "Support Engineer", List.of("outage"), false);
        var lead = person("Runa Ellis", "Support Lead", List.of(), false);
        var issue = issue("Nothing answers", "outage");
        world.say("Whose is the issue Nothing answers? assign");
        assertThat(world.records().get("issue", issue).reference("assignee_id")).isEqualTo(lead);
    }

    @Test
    void aLeadGoesByTheSizeOfTheCompanyAndByAbsence() {
        person("Edda Krogh", "Account Executive", List.of(), true);
        var inside = person("Milo Tamm", "Inside Seller", List.of(), false);
        var director = person("Runa Ellis", "Sales Director", List.of(), false);
        var small = lead(company);
        world.say("Route the Quarrow Mills lead");
        assertThat(world.records().get("deal", small).reference("owner_id")).isEqualTo(inside);
        var big = world.records().create("company", Map.of("name", "Tandlow Steel", "employee_size", 900));
        var large = lead(big);
        world.say("Give the Tandlow Steel lead to whoever it belongs to.");
        assertThat(world.records().get("deal", large).reference("owner_id")).isEqualTo(director);
    }

    @Test
    void whereNobodyFitsNothingIsDone() {
        var issue = issue("Printer stalls", "bug");
        var told = world.say("Route the issue Printer stalls");
        assertThat(GoalWorld.answer(told)).contains("Nobody fits").contains("Nothing was changed");
        assertThat(world.records().get("issue", issue).reference("assignee_id")).isNull();
    }
}
