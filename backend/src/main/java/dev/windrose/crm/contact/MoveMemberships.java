package dev.windrose.crm.contact;

import dev.windrose.records.duplicates.MovesWithRecord;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where a merged contact worked before becomes the survivor's past; where it works is what the survivor says. */
@Component
class MoveMemberships implements MovesWithRecord {

    private final MembershipStore store;

    MoveMemberships(MembershipStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "memberships";
    }

    @Override
    public List<String> move(String type, UUID from, UUID into) {
        return type.equals("contact") ? store.move(from, into) : List.of();
    }

    @Override
    public void back(String type, UUID from, UUID into, List<String> moved) {
        store.back(from, into, moved);
    }
}
