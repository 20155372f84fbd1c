package dev.windrose.records.custom;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldUses;
import dev.windrose.records.store.ValueStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Record types that the workspace in scope has added. Checks no permissions. */
@Component
public class CustomTypes {

    static final int MOST = 100;

    private static final Set<String> MEMBERS = Set.of("name", "plural", "label", "label_plural", "icon", "title_label");

    private final DefinitionStore store;
    private final Descriptors descriptors;
    private final ApplyDefinition apply;
    private final ValueStore values;
    private final Clock clock;

    CustomTypes(DefinitionStore store, Descriptors descriptors, ApplyDefinition apply, ValueStore values, Clock clock) {
        this.store = store;
        this.descriptors = descriptors;
        this.apply = apply;
        this.values = values;
        this.clock = clock;
    }

    /** Removed types are among them. */
    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> list() {
        return all().stream().map(DefinitionJson::of).toList();
    }

    @Transactional
    public SchemaAnswer create(Map<String, ? extends @Nullable Object> json, boolean dryRun) {
        begin(dryRun);
        var given = new Given(json);
        given.requireOnly(MEMBERS);
        String label = given.text("label", 80);
        String plural = Optional.ofNullable(given.optional("label_plural", 80)).orElse(label + "s");
        String name = Slug.own(Optional.ofNullable(given.optional("name", 40)).orElse(label));
        String path = Slug.own(Optional.ofNullable(given.optional("plural", 40)).orElse(plural));
        var entity = new EntityDefinition(
                Ids.next(),
                name,
                path.equals(name) ? name + "_list" : path,
                label,
                plural,
                Optional.ofNullable(given.optional("icon", 40)).orElse("circle"),
                Optional.ofNullable(given.optional("title_label", 80)).orElse("Name"),
                now(),
                null);
        requireFree(entity);
        return finish(null, entity, dryRun, "Type %s added".formatted(label), null);
    }

    @Transactional
    public SchemaAnswer change(UUID id, Map<String, ? extends @Nullable Object> json, boolean dryRun) {
        begin(dryRun);
        var before = get(id);
        new Given(json).requireOnly(MEMBERS);
        for (String fixed : List.of("name", "plural")) {
            if (json.get(fixed) != null
                    && !json.get(fixed).equals(DefinitionJson.of(before).get(fixed))) {
                throw Given.bad(fixed, "The name of a type cannot be changed. Its label can.");
            }
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(DefinitionJson.of(before));
        merged.putAll(json);
        var given = new Given(merged);
        var after = new EntityDefinition(
                id,
                before.name(),
                before.plural(),
                given.text("label", 80),
                given.text("label_plural", 80),
                given.text("icon", 40),
                given.text("title_label", 80),
                before.createdAt(),
                before.removedAt());
        requireFree(after);
        return finish(
                before, after, dryRun, "Type %s %s".formatted(after.label(), DescribeChange.of(before, after)), null);
    }

    /** Records are kept, and nobody sees them. */
    @Transactional
    public SchemaAnswer remove(UUID id, boolean dryRun) {
        begin(dryRun);
        var before = get(id);
        if (before.removed()) {
            throw new AppException(CommonError.CONFLICT, "%s has been removed already.".formatted(before.label()));
        }
        return finish(before, removed(before, now()), dryRun, "Type %s removed".formatted(before.label()), null);
    }

    @Transactional
    public SchemaAnswer restore(UUID id, boolean dryRun) {
        begin(dryRun);
        var before = get(id);
        if (!before.removed()) {
            throw new AppException(CommonError.CONFLICT, "%s is not removed.".formatted(before.label()));
        }
        requireFree(before);
        return finish(before, removed(before, null), dryRun, "Type %s restored".formatted(before.label()), null);
    }

    /** Makes a type again what it was before a change, which must be the last one of the type. */
    SchemaAnswer rollBack(SchemaChange change) {
        var current = get(change.subjectId());
        if (!DefinitionJson.entity(change.after()).equals(current)) {
            throw new AppException(CommonError.CONFLICT, "%s has been changed since.".formatted(current.label()));
        }
        var target = change.before() == null ? removed(current, now()) : DefinitionJson.entity(change.before());
        return finish(current, target, false, "Type %s rolled back".formatted(current.label()), change.id());
    }

    private SchemaAnswer finish(
            @Nullable EntityDefinition before,
            EntityDefinition after,
            boolean dryRun,
            String summary,
            @Nullable UUID rollsBack) {
        var impact = before == null ? Impact.NONE : impact(before);
        UUID change = dryRun ? null : apply.entity(before, after, impact, summary, rollsBack);
        return new SchemaAnswer(DefinitionJson.of(after), impact, change);
    }

    private Impact impact(EntityDefinition entity) {
        long records = values.records(OverlayTypes.type(entity));
        List<FieldUses.Use> referring = store.fields(ActorScope.current().tenant()).stream()
                .filter(field -> !field.removed() && entity.name().equals(field.ref()))
                .map(field ->
                        new FieldUses.Use("field", field.id().toString(), field.recordType() + "." + field.name()))
                .toList();
        return new Impact(records, records, 0, null, referring);
    }

    private static EntityDefinition removed(EntityDefinition entity, @Nullable Instant at) {
        return new EntityDefinition(
                entity.id(),
                entity.name(),
                entity.plural(),
                entity.label(),
                entity.labelPlural(),
                entity.icon(),
                entity.titleLabel(),
                entity.createdAt(),
                at);
    }

    private void requireFree(EntityDefinition entity) {
        if (entity.name().equals(Slug.OWN) || entity.plural().equals(Slug.OWN)) {
            throw Given.bad("name", "Give the type a name of letters a to z, digits and underscores.");
        }
        var others =
                all().stream().filter(other -> !other.id().equals(entity.id())).toList();
        for (var other : others) {
            if (other.name().equals(entity.name()) || other.plural().equals(entity.plural())) {
                throw new AppException(
                        CommonError.ALREADY_EXISTS,
                        "%s type has the name %s already."
                                .formatted(other.removed() ? "A removed" : "Another", other.name()),
                        "name");
            }
        }
        for (var type : descriptors.all()) {
            boolean same =
                    type.label().toLowerCase(Locale.ROOT).equals(entity.label().toLowerCase(Locale.ROOT));
            if (same && !type.name().equals(entity.name())) {
                throw new AppException(
                        CommonError.ALREADY_EXISTS,
                        "There is a type called \"%s\" already.".formatted(type.label()),
                        "label");
            }
        }
        if (others.stream().filter(other -> !other.removed()).count() >= MOST) {
            throw new AppException(SchemaError.TOO_MANY, "A workspace can have %d types of its own.".formatted(MOST));
        }
    }

    private List<EntityDefinition> all() {
        return store.entities(ActorScope.current().tenant());
    }

    private EntityDefinition get(UUID id) {
        return store.entity(id).orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such type."));
    }

    private void begin(boolean dryRun) {
        if (!dryRun) {
            store.lock();
        }
        descriptors.hold();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
