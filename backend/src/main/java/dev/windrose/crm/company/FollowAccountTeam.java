package dev.windrose.crm.company;

import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.FollowChange;
import org.springframework.stereotype.Component;

/** Keeps the teams of accounts where rules of access look them up. */
@Component
class FollowAccountTeam implements FollowChange {

    private final AccountTeamStore store;

    FollowAccountTeam(AccountTeamStore store) {
        this.store = store;
    }

    @Override
    public void follow(AppliedChange change) {
        var companies = change.changed("company", "account_team", "account_team_roles");
        if (!companies.isEmpty()) {
            store.follow(companies, change.onlyCreates("company"));
        }
    }
}
