package dev.windrose.context.tree;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nodes of message trees for the rules that keep trees right, whoever may see them. */
@Component
class TreeStore {

    private final JdbcClient jdbc;

    TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns of a tree as they are written down. */
    record Columns(UUID tree, @Nullable UUID product, boolean binned, Map<String, @Nullable Object> values) {}

    List<StoredNode> ofTrees(Collection<UUID> trees) {
        return jdbc
                .sql("""
                        select e.* from context_entries e
                        where e.tenant_id = :tenant and e.tree_id = any(:trees) and e.category = 'message_tree' and e.deleted_at is null
                        order by e.tree_id, e.id
                        """)
                .param("tenant", tenant())
                .param("trees", trees.toArray(UUID[]::new))
                .query((rs, _) -> node(rs))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The trees that these entries stand in, also from the bin. */
    Map<UUID, UUID> treesOf(Collection<UUID> entries) {
        var found = new HashMap<UUID, UUID>();
        jdbc.sql("""
                        select e.id, e.tree_id from context_entries e
                        where e.tenant_id = :tenant and e.id = any(:entries) and e.tree_id is not null
                        """)
                .param("tenant", tenant())
                .param("entries", entries.toArray(UUID[]::new))
                .query(rs -> {
                    found.put(rs.getObject("id", UUID.class), rs.getObject("tree_id", UUID.class));
                });
        return found;
    }

    /** The tree that a product names as its own, else the first that is about it. */
    Optional<UUID> treeOfProduct(UUID product) {
        return jdbc.sql("""
                        select t.id from message_trees t
                        left join products p on p.tenant_id = t.tenant_id and p.id = :product and p.message_tree_id = t.id
                        where t.tenant_id = :tenant and t.product_id = :product and t.deleted_at is null
                        order by p.id is null, t.created_at, t.id limit 1
                        """)
                .param("tenant", tenant())
                .param("product", product)
                .query(UUID.class)
                .optional();
    }

    /** Battle cards for a competitor that are not in the archive: their titles by id. */
    Map<UUID, String> cardsOf(UUID competitor) {
        var cards = new LinkedHashMap<UUID, String>();
        jdbc.sql("""
                        select e.id, e.title from context_entries e
                        where e.tenant_id = :tenant and e.kind = 'battle_card' and e.deleted_at is null and e.status is distinct from 'archived'
                          and e.details ->> 'competitor_id' = :competitor
                        """)
                .param("tenant", tenant())
                .param("competitor", competitor.toString())
                .query(rs -> {
                    cards.put(rs.getObject("id", UUID.class), rs.getString("title"));
                });
        return cards;
    }

    /** Nodes that went into the bin at that moment, with their tree. */
    List<UUID> binnedAt(UUID tree, Instant moment) {
        return jdbc.sql("""
                        select e.id from context_entries e
                        where e.tenant_id = :tenant and e.tree_id = :tree and e.deleted_at = :moment order by e.id
                        """)
                .param("tenant", tenant())
                .param("tree", tree)
                .param("moment", moment.atOffset(java.time.ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    Optional<Instant> binned(UUID tree) {
        return jdbc.sql("""
                        select t.deleted_at from message_trees t where t.tenant_id = :tenant and t.id = :tree and t.deleted_at is not null
                        """)
                .param("tenant", tenant())
                .param("tree", tree)
                .query((rs, _) ->
                        rs.getObject("deleted_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    List<Columns> columns(Collection<UUID> trees) {
        return jdbc.sql("select t.* from message_trees t where t.tenant_id = :tenant and t.id = any(:trees)")
                .param("tenant", tenant())
                .param("trees", trees.toArray(UUID[]::new))
                .query((rs, _) -> {
                    var values = new LinkedHashMap<String, @Nullable Object>();
                    for (String column : TreeColumns.ALL) {
                        boolean text = column.equals(TreeColumns.HEADLINE) || column.equals(TreeColumns.NARRATIVE);
                        values.put(column, text ? rs.getString(column) : NodeJson.read(rs.getString(column)));
                    }
                    return new Columns(
                            rs.getObject("id", UUID.class),
                            rs.getObject("product_id", UUID.class),
                            rs.getObject("deleted_at") != null,
                            values);
                })
                .list();
    }

    private static Optional<StoredNode> node(ResultSet rs) throws SQLException {
        var values = new HashMap<String, Object>();
        for (String text :
                List.of("category", "kind", "title", "body", "status", "sensitivity", "language", "channel")) {
            put(values, text, rs.getString(text));
        }
        for (String id : List.of("tree_id", "parent_id", "variant_of_id")) {
            put(values, id, rs.getObject(id, UUID.class));
        }
        for (String day : List.of("effective_from", "effective_to")) {
            put(values, day, rs.getObject(day, LocalDate.class));
        }
        put(values, "position", rs.getObject("position"));
        put(values, "segments", NodeJson.read(rs.getString("segments")));
        return Optional.ofNullable(StoredNode.of(Objects.requireNonNull(rs.getObject("id", UUID.class)), values));
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
