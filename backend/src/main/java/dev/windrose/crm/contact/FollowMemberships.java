package dev.windrose.crm.contact;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.FollowChange;
import org.springframework.stereotype.Component;

/** Keeps where people work in step with the company and the title of contacts. */
@Component
class FollowMemberships implements FollowChange {

    private final MembershipStore store;
    private final Workspaces workspaces;

    FollowMemberships(MembershipStore store, Workspaces workspaces) {
        this.store = store;
        this.workspaces = workspaces;
    }

    @Override
    public void follow(AppliedChange change) {
        var contacts = change.changed("contact", "company_id", "title");
        if (contacts.isEmpty()) {
            return;
        }
        if (change.onlyCreates("contact")) {
            store.begin(change, contacts, workspaces.today());
        } else {
            store.follow(change, contacts, workspaces.today());
        }
    }
}
