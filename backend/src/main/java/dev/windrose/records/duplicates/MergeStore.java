package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which record became part of which, and who refers to a record. */
@Component
class MergeStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    MergeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum State {
        PROPOSED,
        MERGED,
        UNDONE;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param moved what was moved beside the change set, by the name of the part that moved it */
    record Merge(
            UUID id,
            String type,
            UUID merged,
            UUID survivor,
            String title,
            State state,
            @Nullable UUID changeSet,
            Map<String, List<String>> moved,
            Instant at) {}

    void insert(UUID id, String type, UUID merged, UUID survivor, String title) {
        jdbc.sql("""
                        insert into record_merges (tenant_id, id, record_type, merged_id, survivor_id, title, state, at)
                        values (:tenant, :id, :type, :merged, :survivor, :title, 'proposed', cast(:at as timestamptz))
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("type", type)
                .param("merged", merged)
                .param("survivor", survivor)
                .param("title", title)
                .param("at", clock.instant().toString())
                .update();
    }

    void put(Merge merge, State state, UUID changeSet, Map<String, List<String>> moved) {
        jdbc.sql("""
                        update record_merges set state = :state, change_set_id = :set, moved = cast(:moved as jsonb)
                        where tenant_id = :tenant and id = :id and merged_id = :merged
                        """)
                .param("tenant", tenant())
                .param("id", merge.id())
                .param("merged", merge.merged())
                .param("state", state.wire())
                .param("set", changeSet)
                .param("moved", Json.write(moved))
                .update();
    }

    List<Merge> of(UUID id) {
        return list("m.id = :value", id);
    }

    List<Merge> byChangeSet(UUID set) {
        return list("m.change_set_id = :value", set);
    }

    /** The survivors of what was merged lately, by the merged record. */
    Map<UUID, UUID> since(Instant moment) {
        var survivors = new LinkedHashMap<UUID, UUID>();
        jdbc.sql("""
                        select m.merged_id, m.survivor_id from record_merges m
                        where m.tenant_id = :tenant and m.state = 'merged' and m.at >= cast(:since as timestamptz)
                        """)
                .param("tenant", tenant())
                .param("since", moment.toString())
                .query(rs -> {
                    survivors.put(rs.getObject("merged_id", UUID.class), rs.getObject("survivor_id", UUID.class));
                });
        return survivors;
    }

    /** The records that are part of this one. */
    List<Merge> into(UUID survivor) {
        return list("m.survivor_id = :value and m.state = 'merged'", survivor);
    }

    Optional<Merge> of(String type, UUID merged) {
        return list("m.merged_id = :value and m.state = 'merged'", merged).stream()
                .filter(merge -> merge.type().equals(type))
                .findFirst();
    }

    private List<Merge> list(String condition, UUID value) {
        return jdbc.sql(
                        "select m.* from record_merges m where m.tenant_id = :tenant and %s order by m.at desc, m.merged_id"
                                .formatted(condition))
                .param("tenant", tenant())
                .param("value", value)
                .query((rs, _) -> merge(rs))
                .list();
    }

    /** The live records whose field names this one, whoever may see them: they move with it. */
    List<UUID> referring(Descriptor type, FieldDescriptor field, UUID target) {
        return jdbc.sql(sql(type, field) + " order by 1")
                .param("tenant", tenant())
                .param("target", field.kind() == FieldKind.REFERENCES ? target.toString() : target)
                .param("type", type.name())
                .param("field", field.name())
                .query(UUID.class)
                .list();
    }

    private static String sql(Descriptor type, FieldDescriptor field) {
        var custom = field.custom();
        String live =
                "select t.id from %s t where %s and t.deleted_at is null and ".formatted(type.table(), type.rows());
        if (field.kind() == FieldKind.REFERENCES) {
            return live + """
                    cast(:type as text) is not null and t.id in (select v.record_id from record_values v
                        where v.tenant_id = :tenant and v.record_type = :type and v.field = :field and v.value = :target)
                    """;
        }
        String named = "cast(:type as text) is not null and cast(:field as text) is not null and ";
        return live
                + named
                + (custom == null
                        ? "t.%s = :target".formatted(field.name())
                        : "t.custom ->> '%s' = cast(:target as text)".formatted(field.name()));
    }

    /** The live records that belong to this one, as notes and files do. */
    List<UUID> belonging(Descriptor type, String ofType, UUID record) {
        return jdbc.sql(
                        "select t.id from %s t where %s and t.deleted_at is null and t.record_type = :type and t.record_id = :record order by t.id"
                                .formatted(type.table(), type.rows()))
                .param("tenant", tenant())
                .param("type", ofType)
                .param("record", record.toString())
                .query(UUID.class)
                .list();
    }

    private static Merge merge(ResultSet rs) throws SQLException {
        var moved = new LinkedHashMap<String, List<String>>();
        if (Json.read(rs.getString("moved")) instanceof Map<?, ?> map) {
            map.forEach((part, ids) -> moved.put(
                    String.valueOf(part),
                    ((List<?>) ids).stream().map(String::valueOf).toList()));
        }
        return new Merge(
                rs.getObject("id", UUID.class),
                rs.getString("record_type"),
                rs.getObject("merged_id", UUID.class),
                rs.getObject("survivor_id", UUID.class),
                rs.getString("title"),
                State.valueOf(rs.getString("state").toUpperCase(java.util.Locale.ROOT)),
                rs.getObject("change_set_id", UUID.class),
                moved,
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
