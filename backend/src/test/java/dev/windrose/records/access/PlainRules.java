package dev.windrose.records.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of who sees what, told once more in the plainest way: sets and loops, nothing of the product. Owners and administrators see
 * all. Others see what their role's level reaches: private is what they own, what belongs to an account on whose team they are, and what
 * is shared with them or a team of theirs; team adds what colleagues of their teams own; territory adds what belongs to companies of
 * their territories.
 */
final class PlainRules {

    record Thing(
            String type,
            UUID id,
            @Nullable UUID company,
            @Nullable UUID parent) {}

    record Grant(
            UUID record, @Nullable UUID person, @Nullable UUID team, boolean write) {}

    final Map<UUID, String> roles = new LinkedHashMap<>();
    final Map<UUID, Set<UUID>> teams = new HashMap<>();
    final Map<UUID, Set<UUID>> territories = new HashMap<>();
    final Map<UUID, Set<UUID>> accountTeams = new HashMap<>();
    final Map<UUID, UUID> territoryOf = new HashMap<>();
    final Map<UUID, UUID> owners = new HashMap<>();
    final Map<UUID, Thing> things = new LinkedHashMap<>();
    final Set<UUID> binned = new HashSet<>();
    final Set<Grant> grants = new HashSet<>();
    /** By type and role, then "read" or "write". */
    final Map<String, String> levels = new HashMap<>();
    /** Type, field and role. */
    final Set<String> masks = new HashSet<>();

    boolean sees(UUID person, UUID record) {
        return reaches(person, record, "read");
    }

    boolean changes(UUID person, UUID record) {
        return sees(person, record) && reaches(person, record, "write");
    }

    boolean hides(UUID person, String type, String field) {
        return !mighty(person) && masks.contains(type + " " + field + " " + roles.get(person));
    }

    Set<UUID> seen(UUID person, String type, boolean bin) {
        var found = new HashSet<UUID>();
        for (var thing : things.values()) {
            if (thing.type().equals(type) && binned.contains(thing.id()) == bin && sees(person, thing.id())) {
                found.add(thing.id());
            }
        }
        return found;
    }

    private boolean mighty(UUID person) {
        return Set.of("owner", "admin").contains(String.valueOf(roles.get(person)));
    }

    private boolean reaches(UUID person, UUID record, String right) {
        if (mighty(person)) {
            return true;
        }
        var thing = things.get(record);
        if (thing.parent() != null && !sees(person, thing.parent())) {
            return false;
        }
        String level = levels.getOrDefault(thing.type() + " " + roles.get(person) + " " + right, "everyone");
        if (level.equals("everyone")) {
            return true;
        }
        UUID owner = owners.get(record);
        UUID company = thing.type().equals("company") ? thing.id() : thing.company();
        if (person.equals(owner)
                || company != null
                        && accountTeams.getOrDefault(company, Set.of()).contains(person)
                || granted(person, record, right)) {
            return true;
        }
        if (!level.equals("private") && owner != null && together(person, owner)) {
            return true;
        }
        UUID territory = company == null ? null : territoryOf.get(company);
        return level.equals("territory")
                && territory != null
                && territories.getOrDefault(territory, Set.of()).contains(person);
    }

    private boolean together(UUID one, UUID other) {
        for (var members : teams.values()) {
            if (members.contains(one) && members.contains(other)) {
                return true;
            }
        }
        return false;
    }

    private boolean granted(UUID person, UUID record, String right) {
        for (var grant : grants) {
            boolean reached = person.equals(grant.person())
                    || grant.team() != null
                            && teams.getOrDefault(grant.team(), Set.of()).contains(person);
            if (grant.record().equals(record) && reached && (right.equals("read") || grant.write())) {
                return true;
            }
        }
        return false;
    }
}
