package dev.windrose.workspace.archive;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tables a workspace has, in an order in which their rows can be written. Read from the database, so that no list can be out of date. */
@Component
class ArchiveCatalogueStore {

    private final JdbcClient jdbc;

    ArchiveCatalogueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Link(String from, String to, List<String> columns) {}

    private record Shape(String name, List<String> columns, List<String> key) {}

    List<ArchiveTable> tables() {
        var links = links();
        var left = new TreeSet<>(LeftOut.REASONS.keySet());
        while (links.stream().anyMatch(link -> left.contains(link.to()) && left.add(link.from()))) {
            // Until none refers to what is left out.
        }
        var shapes = new LinkedHashMap<String, Shape>();
        shapes().stream()
                .filter(shape -> !left.contains(shape.name()))
                .forEach(shape -> shapes.put(shape.name(), shape));
        return new Order(shapes, links).of();
    }

    private List<Shape> shapes() {
        return jdbc.sql("""
                        select c.relname,
                            array(select cast(a.attname as text) from pg_attribute a
                                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                                    and a.attidentity = '' and a.attname <> 'tenant_id' and a.atttypid <> cast('xid8' as regtype) order by a.attnum) as columns,
                            array(select cast(a.attname as text) from pg_constraint p
                                join pg_attribute a on a.attrelid = c.oid and a.attnum = any (p.conkey)
                                where p.conrelid = c.oid and p.contype = 'p' and a.attname <> 'tenant_id' order by a.attnum) as key
                        from pg_class c
                        where c.relnamespace = cast('public' as regnamespace) and c.relkind = 'r' and c.relrowsecurity
                        order by c.relname
                        """)
                .query((rs, _) -> new Shape(rs.getString("relname"), texts(rs, "columns"), texts(rs, "key")))
                .list();
    }

    private List<Link> links() {
        return jdbc.sql("""
                        select f.relname as from_table, t.relname as to_table,
                            array(select cast(a.attname as text) from pg_attribute a
                                where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'tenant_id') as columns
                        from pg_constraint c
                        join pg_class f on f.oid = c.conrelid
                        join pg_class t on t.oid = c.confrelid
                        where c.contype = 'f' and c.connamespace = cast('public' as regnamespace)
                        order by f.relname, t.relname
                        """)
                .query((rs, _) -> new Link(rs.getString("from_table"), rs.getString("to_table"), texts(rs, "columns")))
                .list();
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        Array array = rs.getArray(column);
        return List.of((String[]) array.getArray());
    }

    /** What a table refers to comes before it. Where that is itself, or goes round, the reference is filled later. */
    private static final class Order {

        private final Map<String, Shape> shapes;
        private final List<Link> links;
        private final Set<String> begun = new LinkedHashSet<>();
        private final List<ArchiveTable> done = new ArrayList<>();

        Order(Map<String, Shape> shapes, List<Link> links) {
            this.shapes = shapes;
            this.links = links;
        }

        List<ArchiveTable> of() {
            shapes.keySet().forEach(this::visit);
            return List.copyOf(done);
        }

        private void visit(String name) {
            if (!begun.add(name)) {
                return;
            }
            var later = new TreeSet<String>();
            for (var link : links) {
                if (!link.from().equals(name) || !shapes.containsKey(link.to())) {
                    continue;
                }
                visit(link.to());
                if (done.stream().noneMatch(table -> table.name().equals(link.to()))) {
                    later.addAll(link.columns());
                }
            }
            var shape = shapes.get(name);
            done.add(new ArchiveTable(name, shape.columns(), shape.key(), later));
        }
    }
}
