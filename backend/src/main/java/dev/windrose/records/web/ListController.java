package dev.windrose.records.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Aggregates;
import dev.windrose.records.query.BoardQuery;
import dev.windrose.records.query.Boards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Other forms of a list: groups with totals, and boards. */
@RestController
@RequestMapping("/api/v1/{plural}")
class ListController {

    private final Descriptors descriptors;
    private final Aggregates aggregates;
    private final Boards boards;

    ListController(Descriptors descriptors, Aggregates aggregates, Boards boards) {
        this.descriptors = descriptors;
        this.aggregates = aggregates;
        this.boards = boards;
    }

    @PostMapping("/aggregate")
    Map<String, @Nullable Object> aggregate(
            @PathVariable String plural, @RequestBody Map<String, @Nullable Object> body) {
        var type = readable(plural);
        return AggregateJson.of(aggregates.of(AggregateJson.query(type.name(), body)));
    }

    @PostMapping("/board")
    Map<String, @Nullable Object> board(@PathVariable String plural, @RequestBody Map<String, @Nullable Object> body) {
        var type = readable(plural);
        var rest = new LinkedHashMap<>(body);
        var field = AggregateJson.text(rest.remove("column_field"), "column_field");
        var totals = AggregateJson.measures(rest.remove("totals"), "totals");
        rest.putIfAbsent("limit", BoardQuery.MOST_CARDS);
        var query = QueryJson.of(type.name(), rest, false);
        var board = boards.of(new BoardQuery(query, field, totals));
        return Map.of(
                "columns",
                board.columns().stream()
                        .map(column -> {
                            var json = new LinkedHashMap<String, @Nullable Object>();
                            json.put("value", column.value());
                            json.put("label", column.label());
                            json.put("tone", column.tone());
                            json.put("count", column.count());
                            json.put("totals", AggregateJson.values(column.totals()));
                            json.put("data", cards(type, column.data(), query.fields()));
                            json.put("next_cursor", column.nextCursor());
                            return json;
                        })
                        .toList());
    }

    private static Object cards(Descriptor type, List<RecordData> records, Set<String> fields) {
        return records.stream()
                .map(record -> RecordJson.of(type, record, fields))
                .toList();
    }

    private Descriptor readable(String plural) {
        var type = descriptors.byPlural(plural);
        Permissions.require(Operation.READ, type.name());
        return type;
    }
}
