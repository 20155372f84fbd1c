package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordRef;
import dev.windrose.records.TextKey;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.importing.column.CrmId;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.store.SqlArray;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds records by what a file knows of them. */
@Component
class MatchStore {

    /** Ids of records that are held in memory. */
    private static final int MOST_IDS = 200_000;

    private static final int BEGINNING = 4;
    private static final int MOST_ALIKE = 300;

    /** Step by step through the index, which has the source in front. */
    private static final String SOURCES = """
            with recursive sources as (
                (select source from external_ids where tenant_id = :tenant and record_type = '%1$s' order by source limit 1)
                union all
                select (select x.source from external_ids x where x.tenant_id = :tenant and x.record_type = '%1$s' and x.source > s.source
                    order by x.source limit 1)
                from sources s where s.source is not null)
            """;

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final JdbcClient jdbc;
    private final AccessSql access;

    MatchStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** What people call the records in use, of one more than {@code most} where there are more. */
    List<RecordRef> names(Descriptor type, int most) {
        var title = type.fields().get(type.titleField());
        String sql = """
                select t.id, %s as title from %s t where %s and t.deleted_at is null{see:%s:t} order by t.id limit :most
                """.formatted(
                title.sql() == null ? "t." + title.name() : title.sql(), type.table(), type.rows(), type.name());
        return jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("most", most + 1)
                .query((row, n) -> {
                    String name = row.getString("title");
                    return new RecordRef(row.getObject("id", UUID.class), type.name(), name == null ? "" : name);
                })
                .list();
    }

    /** The ids that records in use have in other systems, and their own numbers. */
    Map<String, UUID> ids(Descriptor type) {
        var found = new HashMap<String, UUID>();
        String own = number(type)
                .map(field -> """
                        union all select t.%s, t.id from %s t where %s and t.deleted_at is null and t.%s is not null{see:%s:t}
                        """.formatted(field.name(), type.table(), type.rows(), field.name(), type.name()))
                .orElse("");
        String sql = """
                select x.external_id as key, t.id from external_ids x join %s t on %s and t.id = x.record_id and t.deleted_at is null
                where x.tenant_id = :tenant and x.record_type = '%s'{see:%s:t}
                %s
                limit :most
                """.formatted(type.table(), type.rows(), type.name(), type.name(), own);
        jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("most", MOST_IDS)
                .query(rs -> {
                    found.put(rs.getString("key"), rs.getObject("id", UUID.class));
                });
        return found;
    }

    /** Whether titles have a key by which they are found. */
    boolean findsWords(Descriptor type) {
        return type.fields().get(type.titleField()).keyed();
    }

    Lookup.Finder finder(Descriptor type) {
        return new Lookup.Finder() {
            @Override
            public Map<String, List<String>> find(Collection<String> words) {
                var found = named(type, words);
                byId(type, words).forEach(found::putIfAbsent);
                return found;
            }

            @Override
            public List<Lookup.Option> alike(String word) {
                return beginning(type, word);
            }
        };
    }

    /** Two ids tell that there are several. */
    private Map<String, List<String>> named(Descriptor type, Collection<String> words) {
        var found = new HashMap<String, List<String>>();
        String key = type.fields().get(type.titleField()).sortColumn();
        String sql = """
                select t.%1$s as key, min(cast(t.id as text)) as one, max(cast(t.id as text)) as other from %2$s t
                where %3$s and t.deleted_at is null and t.%1$s = any(cast(:keys as text[])){see:%4$s:t} group by t.%1$s
                """.formatted(key, type.table(), type.rows(), type.name());
        jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("keys", SqlArray.of(words.stream().map(TextKey::of).toList()))
                .query(rs -> {
                    String one = rs.getString("one");
                    String other = rs.getString("other");
                    found.put(rs.getString("key"), one.equals(other) ? List.of(one) : List.of(one, other));
                });
        return found;
    }

    /** By the id elsewhere, the own number, the id itself. */
    private Map<String, List<String>> byId(Descriptor type, Collection<String> words) {
        var found = new HashMap<String, List<String>>();
        String own = number(type)
                .map(field -> """
                        union all select t.%1$s, t.id from %2$s t
                        where %3$s and t.deleted_at is null and t.%1$s = any(cast(:keys as text[])){see:%4$s:t}
                        """.formatted(field.sortColumn(), type.table(), type.rows(), type.name()))
                .orElse("");
        String sql = (SOURCES + """
                select x.external_id as key, t.id
                from sources s join external_ids x on x.tenant_id = :tenant and x.record_type = '%1$s' and x.source = s.source
                    and x.external_id = any(cast(:words as text[]))
                join %2$s t on %3$s and t.id = x.record_id and t.deleted_at is null{see:%1$s:t}
                union all
                select cast(t.id as text), t.id from %2$s t
                where %3$s and t.deleted_at is null and t.id = any(cast(:ids as uuid[])){see:%1$s:t}
                %4$s
                """).formatted(type.name(), type.table(), type.rows(), own);
        var ids =
                words.stream().flatMap(word -> Stream.of(word, CrmId.of(word))).collect(Collectors.toSet());
        jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("words", SqlArray.of(ids))
                .param("keys", SqlArray.of(words.stream().map(TextKey::of).toList()))
                .param(
                        "ids",
                        SqlArray.of(words.stream()
                                .filter(UUID_TEXT.asMatchPredicate())
                                .toList()))
                .query(rs -> {
                    found.putIfAbsent(TextKey.of(rs.getString("key")), List.of(rs.getString("id")));
                });
        return found;
    }

    /** Names that share the first letters. */
    private List<Lookup.Option> beginning(Descriptor type, String word) {
        String beginning = TextKey.of(word);
        if (beginning.length() < BEGINNING) {
            return List.of();
        }
        var title = type.fields().get(type.titleField());
        String sql = """
                select t.id, t.%1$s as title from %2$s t
                where %3$s and t.deleted_at is null and t.%4$s >= :from and t.%4$s < :upTo{see:%5$s:t} order by t.%4$s limit :most
                """.formatted(title.name(), type.table(), type.rows(), title.sortColumn(), type.name());
        String from = beginning.substring(0, BEGINNING);
        return jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("from", from)
                .param("upTo", from + Character.MAX_VALUE)
                .param("most", MOST_ALIKE)
                .query((rs, _) -> new Lookup.Option(rs.getString("id"), rs.getString("title")))
                .list();
    }

    private static Optional<FieldDescriptor> number(Descriptor type) {
        return type.field(type.name() + "_id")
                .filter(field -> field.stored() && field.custom() == null && field.kind() == FieldKind.TEXT);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
