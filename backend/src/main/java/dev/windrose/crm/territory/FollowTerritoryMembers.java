package dev.windrose.crm.territory;

import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.FollowChange;
import org.springframework.stereotype.Component;

/** Keeps the members of territories where rules of access look them up. */
@Component
class FollowTerritoryMembers implements FollowChange {

    private final TerritoryStore store;

    FollowTerritoryMembers(TerritoryStore store) {
        this.store = store;
    }

    @Override
    public void follow(AppliedChange change) {
        var territories = change.changed("territory", "members");
        if (!territories.isEmpty()) {
            store.followMembers(territories);
        }
    }
}
