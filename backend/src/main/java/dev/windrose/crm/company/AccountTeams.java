package dev.windrose.crm.company;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works on an account, and in which role. */
@Component
public class AccountTeams {

    private final AccountTeamStore store;
    private final Records records;
    private final Changes changes;

    AccountTeams(AccountTeamStore store, Records records, Changes changes) {
        this.store = store;
        this.records = records;
        this.changes = changes;
    }

    @Transactional(readOnly = true)
    public List<TeamMember> of(CompanyId company) {
        Permissions.require(Operation.READ, "company");
        var hidden = records.get("company", company.value()).masked();
        if (hidden.contains("account_team")) {
            return List.of();
        }
        return store.of(company).stream()
                .map(member -> hidden.contains("account_team_roles")
                        ? new TeamMember(member.personId(), member.name(), null)
                        : member)
                .toList();
    }

    /** Replaces the team. */
    public ChangeSet set(CompanyId company, List<TeamMember> members) {
        Permissions.require(Operation.UPDATE, "company");
        var people = members.stream().map(member -> member.personId()).toList();
        var roles = new LinkedHashMap<String, Object>();
        members.forEach(member -> {
            if (member.role() != null && !member.role().isBlank()) {
                roles.put(member.personId().toString(), member.role().strip());
            }
        });
        var values = new LinkedHashMap<String, Object>(Map.of("account_team", people));
        values.put("account_team_roles", roles);
        return changes.apply(ChangeDraft.of(
                Cause.person(), "Account team changed", DraftOperation.update("company", company.value(), values)));
    }
}
