package dev.windrose.records.custom;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.FieldKind;
import dev.windrose.records.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Definitions of fields and types, and the version that is raised with them. */
@Component
class DefinitionStore {

    private static final String NO_KIND = "choices";

    private final JdbcClient jdbc;

    DefinitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the running transaction does not belong to the workspace, as after its commit. */
    Optional<Long> version(TenantId tenant) {
        return jdbc.sql("""
                        select coalesce((select version from schema_versions where tenant_id = :tenant), 0)
                        where current_setting('app.tenant', true) = cast(:tenant as text)
                        """).param("tenant", tenant.value()).query(Long.class).optional();
    }

    long hold(TenantId tenant) {
        return jdbc.sql("select hold_schema(:tenant)")
                .param("tenant", tenant.value())
                .query(Long.class)
                .single();
    }

    /** Waits until nobody writes records, and keeps them from it until the transaction ends. */
    void lock() {
        jdbc.sql("select lock_schema(:tenant)")
                .param("tenant", tenant())
                .query()
                .singleRow();
    }

    void raise(TenantId tenant) {
        jdbc.sql("""
                        insert into schema_versions (tenant_id, version) values (:tenant, 1)
                        on conflict (tenant_id) do update set version = schema_versions.version + 1
                        """).param("tenant", tenant.value()).update();
    }

    /** Also the removed ones. */
    List<FieldDefinition> fields(TenantId tenant) {
        return jdbc.sql("select * from field_definitions where tenant_id = :tenant order by created_at, id")
                .param("tenant", tenant.value())
                .query((rs, _) -> field(rs))
                .list();
    }

    Optional<FieldDefinition> field(UUID id) {
        return jdbc.sql("select * from field_definitions where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> field(rs))
                .optional();
    }

    void save(FieldDefinition field) {
        jdbc.sql("""
                        insert into field_definitions (tenant_id, id, record_type, name, label, kind, required, is_unique, default_value, choices,
                            ref, formula, rollup, validation, help, section, filter, sort, list, created_at, removed_at)
                        values (:tenant, :id, :type, :name, :label, :kind, :required, :unique, cast(:default as jsonb), cast(:choices as jsonb),
                            :ref, :formula, cast(:rollup as jsonb), cast(:validation as jsonb), :help, :section, :filter, :sort, :list,
                            cast(:created as timestamptz), cast(:removed as timestamptz))
                        on conflict (tenant_id, id) do update set label = excluded.label, kind = excluded.kind, required = excluded.required,
                            is_unique = excluded.is_unique, default_value = excluded.default_value, choices = excluded.choices,
                            ref = excluded.ref, formula = excluded.formula, rollup = excluded.rollup, validation = excluded.validation,
                            help = excluded.help, section = excluded.section, filter = excluded.filter, sort = excluded.sort,
                            list = excluded.list, removed_at = excluded.removed_at
                        """)
                .param("tenant", tenant())
                .param("id", field.id())
                .param("type", field.recordType())
                .param("name", field.name())
                .param("label", field.label())
                .param("kind", field.kind() == null ? NO_KIND : field.kind().wire())
                .param("required", field.required())
                .param("unique", field.unique())
                .param("default", json(field.defaultValue()))
                .param("choices", Json.write(field.choices()))
                .param("ref", field.ref())
                .param("formula", field.formula())
                .param("rollup", json(DefinitionJson.of(field.rollup())))
                .param("validation", json(DefinitionJson.of(field.validation())))
                .param("help", field.help())
                .param("section", field.section())
                .param("filter", field.filter())
                .param("sort", field.sort())
                .param("list", field.list())
                .param("created", field.createdAt().toString())
                .param("removed", text(field.removedAt()))
                .update();
    }

    /** Also the removed ones. */
    List<EntityDefinition> entities(TenantId tenant) {
        return jdbc.sql("select * from entity_definitions where tenant_id = :tenant order by label, id")
                .param("tenant", tenant.value())
                .query((rs, _) -> entity(rs))
                .list();
    }

    Optional<EntityDefinition> entity(UUID id) {
        return jdbc.sql("select * from entity_definitions where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> entity(rs))
                .optional();
    }

    void save(EntityDefinition entity) {
        jdbc.sql("""
                        insert into entity_definitions (tenant_id, id, name, plural, label, label_plural, icon, title_label, created_at, removed_at)
                        values (:tenant, :id, :name, :plural, :label, :labelPlural, :icon, :title, cast(:created as timestamptz),
                            cast(:removed as timestamptz))
                        on conflict (tenant_id, id) do update set label = excluded.label, label_plural = excluded.label_plural,
                            icon = excluded.icon, title_label = excluded.title_label, removed_at = excluded.removed_at
                        """)
                .param("tenant", tenant())
                .param("id", entity.id())
                .param("name", entity.name())
                .param("plural", entity.plural())
                .param("label", entity.label())
                .param("labelPlural", entity.labelPlural())
                .param("icon", entity.icon())
                .param("title", entity.titleLabel())
                .param("created", entity.createdAt().toString())
                .param("removed", text(entity.removedAt()))
                .update();
    }

    private static FieldDefinition field(ResultSet rs) throws SQLException {
        String kind = rs.getString("kind");
        return new FieldDefinition(
                rs.getObject("id", UUID.class),
                rs.getString("record_type"),
                rs.getString("name"),
                rs.getString("label"),
                kind.equals(NO_KIND) ? null : FieldKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                rs.getBoolean("required"),
                rs.getBoolean("is_unique"),
                Json.read(rs.getString("default_value")),
                DefinitionJson.choices(Json.read(rs.getString("choices"))),
                rs.getString("ref"),
                rs.getString("formula"),
                DefinitionJson.rollup(Json.read(rs.getString("rollup"))),
                DefinitionJson.validation(Json.read(rs.getString("validation"))),
                rs.getString("help"),
                rs.getString("section"),
                rs.getBoolean("filter"),
                rs.getBoolean("sort"),
                rs.getInt("list"),
                instant(rs, "created_at"),
                removed(rs));
    }

    private static EntityDefinition entity(ResultSet rs) throws SQLException {
        return new EntityDefinition(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getString("plural"),
                rs.getString("label"),
                rs.getString("label_plural"),
                rs.getString("icon"),
                rs.getString("title_label"),
                instant(rs, "created_at"),
                removed(rs));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant removed(ResultSet rs) throws SQLException {
        return rs.getObject("removed_at") == null ? null : instant(rs, "removed_at");
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : Json.write(value);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
