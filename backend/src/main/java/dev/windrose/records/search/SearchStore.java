package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.change.Op;
import dev.windrose.records.search.SearchField.Weight;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Reads what the index keeps of records, many at a time. */
@Component
class SearchStore {

    /** A text longer than this is found by its beginning only. */
    static final int LONGEST = 200_000;

    private static final UUID LAST = new UUID(-1, -1);

    private static final String EXTERNAL_IDS = """
            , case when exists (select from external_ids y where y.tenant_id = :tenant) then
                (select string_agg(x.external_id, ' ') from external_ids x where x.tenant_id = :tenant and x.record_id = t.id)
            end as external_ids""";

    private final JdbcClient jdbc;
    private final Descriptors descriptors;
    private final AccessSql access;
    private final Supplier<Map<String, RecordTexts>> texts;

    SearchStore(JdbcClient jdbc, Descriptors descriptors, AccessSql access, ObjectProvider<RecordTexts> texts) {
        this.access = access;
        this.descriptors = descriptors;
        this.jdbc = jdbc;
        this.texts = SingletonSupplier.of(
                () -> texts.stream().collect(Collectors.toMap(RecordTexts::type, Function.identity())));
    }

    /**
     * The texts of a record.
     *
     * @param texts by field name, without the empty ones
     */
    record Row(UUID id, long changedAt, Map<String, String> texts) {}

    List<TenantId> tenants() {
        return jdbc.sql("select id from tenants order by created_at, id")
                .query((row, _) -> new TenantId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What tells this database from others: an index of another one is worthless here. */
    String database() {
        return jdbc.sql("select current_database() || '-' || oid from pg_database where datname = current_database()")
                .query(String.class)
                .single();
    }

    /** Records in use after an id, in the order of ids. */
    @Transactional(readOnly = true)
    public List<Row> after(Descriptor type, List<SearchField> fields, UUID after, int most) {
        return with(
                type,
                fields,
                jdbc.sql(
                                "select %s from %s t where %s and t.deleted_at is null and t.id > :after order by t.id limit :most"
                                        .formatted(columns(fields), type.table(), type.rows()))
                        .param("tenant", tenant())
                        .param("after", after)
                        .param("most", most)
                        .query((row, _) -> row(row, fields))
                        .list());
    }

    /** Those of the records that are in use. */
    @Transactional(readOnly = true)
    public List<Row> byIds(Descriptor type, List<SearchField> fields, Collection<UUID> ids) {
        return with(
                type,
                fields,
                jdbc.sql("select %s from %s t where %s and t.deleted_at is null and t.id = any(cast(:ids as uuid[]))"
                                .formatted(columns(fields), type.table(), type.rows()))
                        .param("tenant", tenant())
                        .param("ids", SqlArray.of(ids))
                        .query((row, _) -> row(row, fields))
                        .list());
    }

    /** Whether records of the type have texts that are not in their rows. */
    boolean hasMore(Descriptor type) {
        return texts.get().containsKey(type.name());
    }

    private List<Row> with(Descriptor type, List<SearchField> fields, List<Row> rows) {
        var more = texts.get().get(type.name());
        if (more != null && !rows.isEmpty() && fields.contains(SearchField.CONTENT)) {
            var found = more.of(rows.stream().map(Row::id).toList());
            rows.stream().filter(row -> found.containsKey(row.id())).forEach(row -> row.texts()
                    .put(SearchField.CONTENT.field().name(), cut(found.get(row.id()))));
        }
        return rows;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Those of the records that are in use, of several types as one transaction. */
    @Transactional(readOnly = true)
    public Map<Descriptor, List<Row>> read(Map<Descriptor, List<UUID>> ids) {
        var rows = new LinkedHashMap<Descriptor, List<Row>>();
        ids.forEach((type, some) -> rows.put(type, byIds(type, SearchField.of(type), some)));
        return rows;
    }

    /** Records in use whose field links to one of these, after an id, in the order of ids. */
    @Transactional(readOnly = true)
    public List<UUID> linking(Descriptor type, FieldDescriptor field, Collection<UUID> to, UUID after, int most) {
        String links = field.custom() == null
                ? "t.%s = any(cast(:to as uuid[]))".formatted(field.name())
                : """
                  t.id in (select i.record_id from field_index i
                      where i.tenant_id = :tenant and i.field_id = '%s' and i.id_value = any(cast(:to as uuid[])))""".formatted(field.custom().id());
        return jdbc.sql(
                        "select t.id from %s t where %s and t.deleted_at is null and t.id > :after and %s order by t.id limit :most"
                                .formatted(type.table(), type.rows(), links))
                .param("tenant", tenant())
                .param("to", SqlArray.of(to))
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Those that were made last; after a page of them, those before its last. */
    @Transactional(readOnly = true)
    public List<UUID> newest(Descriptor type, @Nullable UUID before, int most) {
        return jdbc.sql(
                        "select t.id from %s t where %s and t.deleted_at is null and t.id < :before order by t.id desc limit :most"
                                .formatted(type.table(), type.rows()))
                .param("tenant", tenant())
                .param("before", before == null ? LAST : before)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** About how many there are. */
    @Transactional(readOnly = true)
    public long count(Descriptor type) {
        return jdbc.sql("select count(*) from %s t where %s and t.deleted_at is null"
                        .formatted(type.table(), type.rows()))
                .param("tenant", tenant())
                .query(Long.class)
                .single();
    }

    /**
     * What was done to one record.
     *
     * @param fields names of those that changed
     */
    record Done(Op op, String type, UUID id, List<String> fields) {}

    /** What a change set did, from one place in it to another. */
    @Transactional(readOnly = true)
    public List<Done> ofChangeSet(UUID set, int from, int upTo) {
        return jdbc.sql("""
                        select op, record_type, record_id, array(select f ->> 'field' from jsonb_array_elements(fields) f) as fields,
                            external_ids <> '[]' as known
                        from change_operations
                        where tenant_id = :tenant and change_set_id = :set and position >= :from and position < :upTo
                        order by position
                        """)
                .param("tenant", tenant())
                .param("set", set)
                .param("from", from)
                .param("upTo", upTo)
                .query((row, _) -> done(row))
                .list();
    }

    private static Done done(ResultSet row) throws SQLException {
        var fields = new ArrayList<>(List.of((String[]) row.getArray("fields").getArray()));
        if (row.getBoolean("known")) {
            fields.add(SearchField.EXTERNAL_IDS.field().name());
        }
        return new Done(
                Op.valueOf(row.getString("op").toUpperCase(Locale.ROOT)),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                fields);
    }

    private String columns(List<SearchField> fields) {
        var columns = new StringBuilder("t.id, t.updated_at");
        boolean custom = false;
        for (var each : fields) {
            FieldDescriptor field = each.field();
            if (each == SearchField.EXTERNAL_IDS) {
                columns.append(EXTERNAL_IDS);
            } else if (each.weight() == Weight.LINK) {
                columns.append(", ").append(title(field)).append(" as ").append(field.name());
            } else if (field.custom() != null) {
                custom = true;
            } else if (field.kind() == FieldKind.LONG_TEXT) {
                columns.append(", left(t.%1$s, %2$d) as %1$s".formatted(field.name(), LONGEST));
            } else if (each.stored()) {
                columns.append(", t.").append(field.name());
            }
        }
        return access.guard(columns.append(custom ? ", t.custom" : "").toString());
    }

    /** What the record is called that the field links to, where the actor sees it. */
    private String title(FieldDescriptor field) {
        return target(field)
                .map(target ->
                        """
                        (select l.%s from %s l where %s and l.deleted_at is null and l.id = %s{see:%s:l})""".formatted(target.titleField(), target.table(), target.rows("l"), id(field), target.name()))
                .orElse("cast(null as text)");
    }

    private static String id(FieldDescriptor field) {
        return field.custom() == null ? "t." + field.name() : "cast(t.custom ->> '%s' as uuid)".formatted(field.name());
    }

    private Optional<Descriptor> target(FieldDescriptor field) {
        return Optional.ofNullable(field.ref()).flatMap(descriptors::find).filter(target -> target.field(
                        target.titleField())
                .filter(title -> title.stored() && title.custom() == null)
                .isPresent());
    }

    private static Row row(ResultSet row, List<SearchField> fields) throws SQLException {
        var texts = new LinkedHashMap<String, String>();
        Map<?, ?> custom = null;
        for (var each : fields) {
            FieldDescriptor field = each.field();
            if (each == SearchField.CONTENT) {
                continue;
            }
            boolean added = field.custom() != null && each.weight() != Weight.LINK;
            if (added && custom == null) {
                custom = Json.read(row.getString("custom")) instanceof Map<?, ?> map ? map : Map.of();
            }
            String text = said(each, added && custom != null ? custom.get(field.name()) : value(each, row));
            if (!text.isBlank()) {
                texts.put(field.name(), cut(text));
            }
        }
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("updated_at", OffsetDateTime.class).toEpochSecond(),
                texts);
    }

    private static @Nullable Object value(SearchField each, ResultSet row) throws SQLException {
        String text = row.getString(each.field().name());
        return text != null && each.field().kind() == FieldKind.MULTI_CHOICE ? Json.read(text) : text;
    }

    private static String said(SearchField field, @Nullable Object value) {
        return switch (value) {
            case String text -> field.shown(text);
            case List<?> many ->
                many.stream().map(each -> field.shown(String.valueOf(each))).collect(Collectors.joining(", "));
            case null, default -> "";
        };
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
