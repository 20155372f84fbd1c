package dev.windrose.records.access;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes the conditions by which statements find only what the actor in scope may see or change. Where that is everything they say nothing. */
@Component
public class AccessSql {

    private static final Pattern MARK = Pattern.compile("\\{see:([a-z0-9_]+):([a-z0-9_]+)}");
    /** It tells of other records in words: whoever does not see all of those sees only their own words, or those that quote nothing hidden. */
    private static final String LOG = "user_prompt_log";

    private static final UUID NOBODY = new UUID(0, 0);
    /** A comment on a file of a comment. */
    private static final int DEEPEST = 2;

    private final Descriptors descriptors;
    private final AccessPolicies policies;
    private final Supplier<@Nullable AccessScope> scope;
    private final Masks masks;
    private final FewRecords few;
    private final Supplier<Map<String, RowLimit>> limits;

    AccessSql(
            Descriptors descriptors,
            AccessPolicies policies,
            ObjectProvider<AccessScope> scope,
            Masks masks,
            FewRecords few,
            ObjectProvider<RowLimit> limits) {
        this.few = few;
        this.limits = SingletonSupplier.of(
                () -> limits.orderedStream().collect(Collectors.toMap(RowLimit::type, Function.identity())));
        this.descriptors = descriptors;
        this.masks = masks;
        this.policies = policies;
        // Whoever answers needs what needs this, so it is looked up at the first statement.
        this.scope = SingletonSupplier.ofNullable(scope::getIfAvailable);
    }

    /**
     * Puts the condition of reading in place of each {@code {see:type:alias}}, with "and" before it, and keeps hidden fields out as
     * {@link Masks#guard} says.
     */
    public String guard(String sql) {
        return MARK.matcher(masks.guard(sql)).replaceAll(mark -> {
            String condition = reads(descriptors.get(mark.group(1)), mark.group(2));
            return condition.equals("true") ? "" : Matcher.quoteReplacement(" and " + condition);
        });
    }

    public String reads(Descriptor type, String alias) {
        return condition(type, alias, AccessRight.READ);
    }

    /**
     * As {@link #reads} for lists of records in use. Where the actor reaches few, their ids come first: walking a sorted index until one of them
     * is met could mean reading all of it.
     */
    public String finds(Descriptor type, String alias) {
        String ids = ids(type);
        return ids == null || !few.of(type, ids) ? reads(type, alias) : "%s.id = any(array(%s))".formatted(alias, ids);
    }

    /** Where the actor reaches few records of the type, a statement that selects their ids, and perhaps some that are gone. */
    Optional<String> few(Descriptor type) {
        String ids = ids(type);
        return ids != null && few.of(type, ids) ? Optional.of(ids) : Optional.empty();
    }

    public String writes(Descriptor type, String alias) {
        return condition(type, alias, AccessRight.WRITE);
    }

    /** Whether the actor sees every record of the type. */
    public boolean seesAll(Descriptor type) {
        return reads(type, "t").equals("true");
    }

    /** Whether the actor sees every record of every type. */
    public boolean seesEverything() {
        return rulesHideNothing() && limited().isEmpty();
    }

    private boolean rulesHideNothing() {
        return ruledByNothing()
                || descriptors.all().stream()
                        .filter(type -> !belongsToAny(type) && !type.name().equals(LOG))
                        .allMatch(type -> reach(type, AccessRight.READ).everybodys());
    }

    private List<Descriptor> limited() {
        return limits.get().keySet().stream()
                .flatMap(type -> descriptors.find(type).stream())
                .filter(type -> reach(type, AccessRight.READ).hidesBySaying())
                .toList();
    }

    /** Types of which the actor does not read some records for what they say. */
    public Set<String> limitedTypes() {
        return limited().stream().map(Descriptor::name).collect(Collectors.toSet());
    }

    /**
     * The person to whose words the actor is kept, where words of others may tell of records or fields that rules hide from it; empty where none do.
     * What is hidden for what it says alone is known by {@link #quotesOnlySeen}.
     */
    public Optional<UUID> onlyWordsOf() {
        return rulesHideNothing() && !hidesAnything() ? Optional.empty() : Optional.of(self());
    }

    /** Whoever acts; nobody for what is no person. */
    public UUID self() {
        var person = ActorScope.current().rightsOf();
        return person == null ? NOBODY : person.value();
    }

    /** The condition that a conversation or an input quotes nothing that the actor may not read, as {@link QuotedRecords} has noted. */
    public String quotesOnlySeen(QuotedRecords.Place place, String alias) {
        return limited().stream()
                .map(type -> """
                        not exists (select 1 from quoted_records quoted where quoted.tenant_id = %2$s.tenant_id and quoted.place = '%1$s'
                            and quoted.place_id = %2$s.id and quoted.record_type = '%3$s' and not exists (select 1 from %4$s said
                            where said.tenant_id = quoted.tenant_id and said.id = quoted.record_id and %5$s))
                        """.formatted(
                        place.wire(),
                        alias,
                        type.name(),
                        type.table(),
                        reach(type, AccessRight.READ).condition("said")).strip())
                .reduce((one, other) -> one + " and " + other)
                .orElse("true");
    }

    /** The fields of the type that the actor does not get to see. */
    public Set<String> hidden(Descriptor type) {
        return masks.of(type);
    }

    /** Whether the workspace has rules at all. */
    public boolean ruled() {
        return !policies.current().rules().isEmpty();
    }

    /** Whether there are fields that the actor does not get to see. */
    public boolean hidesAnything() {
        return masks.any();
    }

    /** @throws dev.windrose.platform.error.AppException UNKNOWN_FILTER for a hidden field */
    public void requireSeen(Descriptor type, FieldDescriptor field) {
        masks.requireSeen(type, field);
    }

    /** Whether a record of the type without an owner would be lost to the actor who makes it. */
    public boolean ownsWhatItMakes(Descriptor type) {
        return !reach(type, AccessRight.READ).everybodys()
                || !reach(type, AccessRight.WRITE).everybodys();
    }

    /** Whether the actor would see a record of the type with these values, which is not there yet. */
    public boolean wouldSee(Descriptor type, Map<String, ? extends @Nullable Object> values) {
        return limits.get().containsKey(type.name())
                && reach(type, AccessRight.READ).reads(values);
    }

    private String condition(Descriptor type, String alias, AccessRight right) {
        if (type.name().equals(LOG)) {
            return words(alias);
        }
        if (ruledByNothing() && limits.get().isEmpty()) {
            return "true";
        }
        var own = reach(type, right);
        var parts = new ArrayList<String>();
        if (!own.all()) {
            parts.add(own.condition(alias));
        }
        String ofParents = belongsToAny(type) ? ofParents(alias, 0) : "";
        if (!ofParents.isEmpty()) {
            parts.add(ofParents);
        }
        return parts.isEmpty() ? "true" : String.join(" and ", parts);
    }

    /** Own words, and those of others that cannot tell what the actor does not see. */
    private String words(String alias) {
        if (!rulesHideNothing() || hidesAnything()) {
            return ownWords(alias);
        }
        var quoting = quotesOnlySeen(QuotedRecords.Place.INPUT, alias);
        return quoting.equals("true") ? "true" : "(%s or %s)".formatted(ownWords(alias), quoting);
    }

    private boolean ruledByNothing() {
        var actor = ActorScope.current();
        return actor.kind() == ActorKind.SYSTEM
                || policies.current().rules().isEmpty()
                || actor.role().atLeast(Role.ADMIN);
    }

    Reach reach(Descriptor type, AccessRight right) {
        var actor = ActorScope.current();
        var level =
                ruledByNothing() ? AccessLevel.EVERYONE : policies.current().level(type.name(), actor.role(), right);
        return new Reach(type, level, right, scope.get(), limits.get().get(type.name()));
    }

    /** Comments, files and the like: they name what they belong to by type and id, and are seen by whoever sees that. */
    static boolean belongsToAny(Descriptor type) {
        return stored(type, "record_type") && stored(type, "record_id");
    }

    private static boolean stored(Descriptor type, String field) {
        return type.field(field)
                .filter(found -> found.stored() && found.custom() == null)
                .isPresent();
    }

    /** Empty where the actor sees whatever the row may belong to. What it belongs to may itself belong to something. */
    private String ofParents(String alias, int depth) {
        if (ruledByNothing() && limits.get().keySet().stream().allMatch(this::seesAllNamed)) {
            return "";
        }
        var cases = new StringBuilder();
        String parent = "parent" + depth;
        for (var type : descriptors.all()) {
            var reach = reach(type, AccessRight.READ);
            String upper = belongsToAny(type) && depth < DEEPEST ? ofParents(parent, depth + 1) : "";
            if (type.name().equals(LOG) || reach.all() && upper.isEmpty()) {
                continue;
            }
            // The offset keeps the planner from planning each of these, and all within it, a second time as a set of
            // all parents.
            cases.append(
                    " when '%1$s' then exists (select 1 from %2$s %3$s where %3$s.tenant_id = %4$s.tenant_id and %3$s.id = cast(%4$s.record_id as uuid) and %5$s offset 0)"
                            .formatted(
                                    type.name(),
                                    type.table(),
                                    parent,
                                    alias,
                                    upper.isEmpty()
                                            ? reach.condition(parent)
                                            : reach.condition(parent) + " and " + upper));
        }
        return cases.isEmpty() ? "" : "case %s.record_type%s else true end".formatted(alias, cases);
    }

    private boolean seesAllNamed(String type) {
        return descriptors
                .find(type)
                .filter(found -> !reach(found, AccessRight.READ).all())
                .isEmpty();
    }

    private static String ownWords(String alias) {
        var person = ActorScope.current().rightsOf();
        return person == null ? "false" : "%s.employee_id = %s".formatted(alias, Reach.literal(person.value()));
    }

    /** A statement for the ids of what the actor sees; null where that is everything, or depends on other records. */
    private @Nullable String ids(Descriptor type) {
        var reach = reach(type, AccessRight.READ);
        return reach.everybodys() || belongsToAny(type) || type.name().equals(LOG) ? null : reach.ids();
    }
}
