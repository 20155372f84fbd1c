package dev.windrose.platform.people;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TeamId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said of a team; a null leaves it as it is. The lead is a member without being named as one. */
public record TeamChange(
        @Nullable String name,
        @Nullable UUID leadId,
        @Nullable List<UUID> memberIds) {

    Team created(TeamId id, Set<PersonId> known) {
        return on(new Team(id, "", null, Set.of()), name == null ? "" : name, known);
    }

    Team on(Team old, Set<PersonId> known) {
        return on(old, name == null ? old.name() : name, known);
    }

    private Team on(Team old, String newName, Set<PersonId> known) {
        var violations = new Violations();
        String clean = violations.text(newName, "name", "The name", 80);
        var lead = leadId == null ? old.lead() : new PersonId(leadId);
        var members = new LinkedHashSet<PersonId>(
                memberIds == null
                        ? old.members()
                        : memberIds.stream().map(PersonId::new).toList());
        if (lead != null) {
            members.add(lead);
        }
        members.stream()
                .filter(member -> !known.contains(member))
                .findFirst()
                .ifPresent(stranger -> violations.add(
                        CommonError.BAD_VALUE,
                        stranger.equals(lead) ? "lead_id" : "member_ids",
                        "There is no person with the id " + stranger + " in this workspace."));
        violations.throwIfAny();
        return new Team(old.id(), clean, lead, Set.copyOf(members));
    }
}
