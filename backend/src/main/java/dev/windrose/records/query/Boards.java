package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.query.QueryStore.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Boards: one statement counts the columns, one reads the cards of all of them. */
@Component
public class Boards {

    /** Below it the records of all columns are read at once and put in order; above, each column is looked for by itself. */
    private static final int READ_ONCE = 30_000;

    private final Descriptors descriptors;
    private final Aggregates aggregates;
    private final QueryStore queries;
    private final Records records;

    Boards(Descriptors descriptors, Aggregates aggregates, QueryStore queries, Records records) {
        this.descriptors = descriptors;
        this.aggregates = aggregates;
        this.queries = queries;
        this.records = records;
    }

    @Transactional(readOnly = true)
    public Board of(BoardQuery board) {
        var query = board.query();
        Records.check(query);
        var field = column(board);
        var counted = aggregates.of(new AggregateQuery(
                query.type(),
                query.filter(),
                List.of(Grouping.of(board.columnField())),
                board.totals(),
                null,
                query.asOf()));
        var columns = columns(field, counted);
        var filled = columns.stream().filter(column -> column.count() > 0).toList();
        int each = Math.max(1, Math.min(query.limit(), BoardQuery.MOST_CARDS / Math.max(1, filled.size())));
        var parts = filled.stream()
                .map(column -> query.where(Filter.and(query.filter(), in(board, column.value())))
                        .limit(each))
                .toList();
        var cards = parts.isEmpty() ? List.<List<Found>>of() : cards(board, field, filled, parts);
        var pages = new ArrayList<RecordPage>();
        for (int i = 0; i < parts.size(); i++) {
            pages.add(records.page(parts.get(i), cards.get(i)));
        }
        var shown = records.withRefs(query, pages).iterator();
        return new Board(columns.stream()
                .map(column -> column.count() > 0 ? filled(column, shown.next()) : column)
                .toList());
    }

    private List<List<Found>> cards(
            BoardQuery board, FieldDescriptor field, List<Board.Column> filled, List<RecordQuery> parts) {
        var query = board.query();
        long all = filled.stream().mapToLong(Board.Column::count).sum();
        boolean inRow = field.custom() == null && !board.columnField().contains(".");
        boolean once = inRow && filled.size() > 1 && all <= READ_ONCE && query.asOf() == null && query.cursor() == null;
        return once
                ? queries.columns(
                        query.limit(parts.getFirst().limit()),
                        filled.stream().map(column -> in(board, column.value())).toList(),
                        records.mappingOf(query))
                : queries.pages(parts, records.mappingOf(query));
    }

    private FieldDescriptor column(BoardQuery board) {
        var field = FieldPath.of(descriptors, descriptors.get(board.query().type()), board.columnField())
                .field();
        if (!field.filter() || !field.kind().isShared()) {
            throw new AppException(
                    CommonError.BAD_VALUE, "%s gives no columns.".formatted(field.label()), "column_field");
        }
        return field;
    }

    /** Those of a fixed set of values in their order, also empty ones; else those that records have. */
    private static List<Board.Column> columns(FieldDescriptor field, Aggregate counted) {
        var byValue = new HashMap<@Nullable Object, Aggregate.Group>();
        var columns = new ArrayList<Board.Column>();
        counted.groups().forEach(group -> byValue.put(value(group), group));
        for (ChoiceOption choice : field.kind() == FieldKind.CHOICE ? field.choices() : List.<ChoiceOption>of()) {
            var group = byValue.remove(choice.value());
            columns.add(column(choice.value(), choice.label(), choice.tone(), group));
        }
        counted.groups().stream()
                .filter(group -> byValue.containsKey(value(group)))
                .limit(BoardQuery.MOST_COLUMNS)
                .forEach(group -> columns.add(
                        column(value(group), group.label().values().iterator().next(), null, group)));
        return columns;
    }

    private static @Nullable Object value(Aggregate.Group group) {
        return group.key().values().iterator().next();
    }

    private static Board.Column column(
            @Nullable Object value, String label, @Nullable String tone, Aggregate.@Nullable Group group) {
        return new Board.Column(
                value,
                label,
                tone,
                group == null ? 0 : group.count(),
                group == null ? Map.of() : group.measures(),
                List.of(),
                null);
    }

    private static Filter in(BoardQuery board, @Nullable Object value) {
        return new Filter.Compare(board.columnField(), value == null ? FilterOp.EMPTY : FilterOp.IS, value);
    }

    private static Board.Column filled(Board.Column column, RecordPage page) {
        return new Board.Column(
                column.value(),
                column.label(),
                column.tone(),
                column.count(),
                column.totals(),
                page.data(),
                page.nextCursor());
    }
}
