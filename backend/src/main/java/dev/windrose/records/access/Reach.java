package dev.windrose.records.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The condition on rows of one record type that a person of a certain level reaches, without what it takes from records it belongs to. */
final class Reach {

    private final Descriptor type;
    private final AccessLevel level;
    private final AccessRight right;
    private final @Nullable AccessScope scope;
    private final @Nullable RowLimit limit;
    private final Actor actor;

    private final @Nullable UUID personId;
    private final String tenant;
    private final String person;

    Reach(
            Descriptor type,
            AccessLevel level,
            AccessRight right,
            @Nullable AccessScope scope,
            @Nullable RowLimit limit) {
        this.type = type;
        this.level = level;
        this.right = right;
        this.scope = scope;
        this.limit = limit;
        this.actor = ActorScope.current();

        this.personId = actor.rightsOf() == null ? null : actor.rightsOf().value();
        this.tenant = literal(actor.tenant().value());
        this.person = personId == null ? "null" : literal(personId);
    }

    static String literal(UUID id) {
        return "cast('%s' as uuid)".formatted(id);
    }

    /** Every record, whatever it says and whose it is. */
    boolean all() {
        return everybodys() && limited("t").equals("true");
    }

    /** Records of everybody; what they say may still keep some away. */
    boolean everybodys() {
        return level == AccessLevel.EVERYONE;
    }

    /** Whether there are records now that are kept away by what they say. */
    boolean hidesBySaying() {
        return limit != null && !limited("t").equals("true") && limit.hidesAny(actor.rightsOf(), actor.role());
    }

    /** Of a record that is not there yet. */
    boolean reads(Map<String, ? extends @Nullable Object> values) {
        return everybodys() && (limit == null || limit.reads(actor.rightsOf(), actor.role(), values));
    }

    private String limited(String alias) {
        return limit == null ? "true" : limit.reads(actor.rightsOf(), actor.role(), alias);
    }

    /** On one row at a time; fit for rows that something else has found. */
    String condition(String alias) {
        String limited = limited(alias);
        if (everybodys()) {
            return limited;
        }
        String reached = reached(alias);
        return limited.equals("true") ? reached : "(%s and %s)".formatted(reached, limited);
    }

    private String reached(String alias) {
        if (personId == null) {
            return "false";
        }
        var parts = new ArrayList<String>();
        parts.add("%s.owner_id = %s".formatted(alias, owners()));
        String company = companyOf(alias);
        if (company != null) {
            companies()
                    .forEach(statement -> parts.add("exists (select 1 from (%s) reached where reached.company_id = %s)"
                            .formatted(statement, company)));
        }
        parts.add("exists (%s and s.record_id = %s.id)".formatted(shares("1"), alias));
        return "(%s)".formatted(String.join(" or ", parts));
    }

    /** The same rows as a statement that selects their ids, each part from an index; fit for people who reach few. */
    String ids() {
        if (personId == null) {
            return "select x.id from %s x where false".formatted(type.table());
        }
        String from = "select x.id from %s x where %s and x.deleted_at is null and "
                .formatted(type.table(), type.rows("x").replace(":tenant", tenant));
        var parts = new ArrayList<String>();
        parts.add(from + "x.owner_id = " + owners());
        String company = companyOf("x");
        if (company != null) {
            companies().forEach(statement -> parts.add("%s%s = any(array(%s))".formatted(from, company, statement)));
        }
        parts.add(shares("s.record_id"));
        String all = String.join(" union all ", parts);
        String limited = limited("x");
        return limited.equals("true")
                ? all
                : "select x.id from %s x where %s and x.id = any(array(%s)) and %s"
                        .formatted(type.table(), type.rows("x").replace(":tenant", tenant), all, limited);
    }

    private String owners() {
        return level == AccessLevel.PRIVATE
                ? person
                : "any(array(%s union all select %s))".formatted(colleagues(), person);
    }

    private String colleagues() {
        return """
                select theirs.person_id from team_members mine
                join team_members theirs on theirs.tenant_id = mine.tenant_id and theirs.team_id = mine.team_id
                where mine.tenant_id = %s and mine.person_id = %s""".formatted(tenant, person);
    }

    private List<String> companies() {
        var statements = new ArrayList<String>();
        if (scope != null && personId != null) {
            statements.addAll(scope.accountTeams(tenant, person));
            if (level.includes(AccessLevel.TERRITORY)) {
                statements.addAll(scope.territories(tenant, person));
            }
        }
        return statements;
    }

    private @Nullable String companyOf(String alias) {
        return company(type, alias);
    }

    /** The company that a row belongs to; null for types that belong to none. */
    static @Nullable String company(Descriptor type, String alias) {
        if (type.name().equals("company")) {
            return alias + ".id";
        }
        return type.field("company_id")
                .filter(field -> field.stored() && field.custom() == null && "company".equals(field.ref()))
                .map(_ -> alias + ".company_id")
                .orElse(null);
    }

    private String shares(String selected) {
        return """
                select %s from record_shares s
                where s.tenant_id = %s and s.record_type = '%s'%s and (s.person_id = %s or s.team_id = any(array(
                    select m.team_id from team_members m where m.tenant_id = %s and m.person_id = %s)))""".formatted(
                        selected,
                        tenant,
                        type.name(),
                        right == AccessRight.WRITE ? " and s.level = 'write'" : "",
                        person,
                        tenant,
                        person);
    }
}
