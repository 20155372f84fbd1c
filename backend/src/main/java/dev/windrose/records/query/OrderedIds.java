package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.query.OrderSql.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a list in its order, told in parts that follow each other. Each part walks an index in its order and is read only as far as the
 * parts before it did not fill the page.
 */
final class OrderedIds {

    private final StatementScope scope;
    private final Descriptor type;
    private final OrderSql order;
    private final @Nullable Cursor cursor;
    private final String where;
    private final List<String> parts = new ArrayList<>();

    OrderedIds(StatementScope scope, Descriptor type, OrderSql order, @Nullable Cursor cursor, String where) {
        this.scope = scope;
        this.type = type;
        this.order = order;
        this.cursor = cursor;
        this.where = where;
    }

    /** A statement with the columns {@code id} and {@code part}: rows of a smaller part come first. */
    String statement() {
        String with = "";
        if (order.keys().isEmpty()) {
            add("", order.after(cursor, 0), order.orderBy(0));
        } else if (order.keys().size() == 1) {
            addByLastKey("", "true", cursor);
        } else {
            with = addByFirstKey();
        }
        return "%sselect * from (%s) parts".formatted(with, String.join(" union all ", parts));
    }

    /**
     * The first rows by the first key alone show with which value the page ends. Rows before that value are few then, and rows with it are put
     * in order by the other keys. Otherwise a first key of few values would mean sorting all there is.
     *
     * @return what goes before the statement
     */
    private String addByFirstKey() {
        var key = order.keys().getFirst();
        boolean amongFilled = cursor != null && cursor.values().getFirst() != null;
        boolean amongEmpty = cursor != null && !amongFilled;
        String with = "";
        String after = "true";
        if (cursor != null && amongFilled) {
            after = "%s %s %s".formatted(key.column(), key.after(), order.value(cursor, 0));
            addAlike("%s = %s".formatted(key.column(), order.value(cursor, 0)), cursor);
        }
        if (!amongEmpty) {
            with = begun(key, after);
            parts.add("""
                    (select t.id, %d as part from begun join %s on t.tenant_id = :tenant and t.id = begun.id%s
                    where begun.v is distinct from (select v from cut) order by %s limit :upto)""".formatted(parts.size(), scope.from(type, "t"), order.joined(), order.orderBy(0)));
            addAlike(key.column() + " = (select v from cut)", null);
        }
        if (key.mayBeEmpty()) {
            addAlike(key.column() + " is null", amongEmpty ? cursor : null);
        }
        return with;
    }

    private String begun(Key key, String after) {
        return """
                with begun as materialized (
                    select t.id, %1$s as v from %2$s%3$s where %4$s and %1$s is not null and %5$s order by %1$s %6$s, t.id %6$s limit :upto),
                cut as materialized (select v from begun order by v %6$s limit 1 offset cast(:upto as bigint) - 1)
                """.formatted(key.column(), scope.from(type, "t"), key.joined("join"), where, after, key.direction());
    }

    /** Rows that are alike in the first key, by the others. */
    private void addAlike(String alike, @Nullable Cursor from) {
        String joined = order.keys().getFirst().joined("left join");
        if (order.keys().size() == 2) {
            addByLastKey(joined, alike, from);
            return;
        }
        String others = order.keys().stream()
                .skip(1)
                .map(key -> key.joined("left join"))
                .collect(Collectors.joining());
        add(joined + others, "%s and %s".formatted(alike, order.after(from, 1)), order.orderBy(1));
    }

    /** Rows with a value, then rows without. Saying where the empty ones go would keep an index from giving the order. */
    private void addByLastKey(String joined, String alike, @Nullable Cursor from) {
        var key = order.keys().getLast();
        boolean amongEmpty = from != null && from.values().getLast() == null;
        String filled = from == null ? "true" : amongEmpty ? "false" : order.afterLast(from);
        if (key.mayBeEmpty()) {
            filled = "%s is not null and %s".formatted(key.column(), filled);
        }
        add(
                joined + key.joined("join"),
                "%s and %s".formatted(alike, filled),
                "%s %s, t.id %s".formatted(key.column(), key.direction(), key.direction()));
        if (key.mayBeEmpty()) {
            String empty = amongEmpty && from != null ? order.afterEmpty(from) : "true";
            add(
                    joined + key.joined("left join"),
                    "%s and %s is null and %s".formatted(alike, key.column(), empty),
                    "t.id " + key.direction());
        }
    }

    private void add(String joined, String condition, String by) {
        parts.add("(select t.id, %d as part from %s%s where %s and %s order by %s limit :upto)"
                .formatted(parts.size(), scope.from(type, "t"), joined, where, condition, by));
    }
}
