package dev.windrose.records.access;

import dev.windrose.platform.people.Person;
import java.util.List;

/** How far somebody reaches with one record, and why. */
public record PersonAccess(Person person, boolean reads, boolean writes, List<Reason> reasons) {

    /** @param code for programs: admin, everyone, owner, team, account_team, territory, shared, shared_with_team, role, parent, limit, none */
    public record Reason(String code, String text) {}
}
