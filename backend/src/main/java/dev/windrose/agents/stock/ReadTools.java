package dev.windrose.agents.stock;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Argument;
import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import dev.windrose.platform.tool.Tool;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.query.Aggregate;
import dev.windrose.records.query.AggregateQuery;
import dev.windrose.records.query.Aggregates;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.Grouping;
import dev.windrose.records.query.Measure;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import dev.windrose.records.search.Search;
import dev.windrose.records.search.SearchRequest;
import dev.windrose.records.web.RecordJson;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads records as the actor in scope may see them. */
@Component
public class ReadTools {

    private static final int USUAL = 20;
    private static final int MOST = 200;

    private final Descriptors descriptors;
    private final Records records;
    private final RecordTrail trail;
    private final Aggregates aggregates;
    private final Search search;

    ReadTools(Descriptors descriptors, Records records, RecordTrail trail, Aggregates aggregates, Search search) {
        this.descriptors = descriptors;
        this.records = records;
        this.trail = trail;
        this.aggregates = aggregates;
        this.search = search;
    }

    /** Which type to describe. */
    public record Described(
            @Argument("The record type, for example deal; left out for a list of all types") @Nullable
            String type) {}

    @Tool(
            name = "describe_records",
            says =
                    "Says which record types there are, or which fields a type has: their kinds, choices and references.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read")
    public Map<String, Object> describe(Described asked) {
        if (asked.type() == null) {
            return Map.of(
                    "types",
                    descriptors.all().stream()
                            .map(type -> Map.of("name", type.name(), "label", type.label()))
                            .toList());
        }
        var type = readable(asked.type());
        return Map.of(
                "name",
                type.name(),
                "title_field",
                type.titleField(),
                "fields",
                type.fields().values().stream().map(ReadTools::field).toList());
    }

    private static Map<String, Object> field(FieldDescriptor field) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", field.name());
        json.put("label", field.label());
        json.put("kind", field.kind().name().toLowerCase(java.util.Locale.ROOT));
        json.put("required", field.required());
        json.put("filter", field.filter());
        json.put("sort", field.sort());
        json.put("read_only", field.readOnly() || !field.stored() || field.derived());
        if (!field.choices().isEmpty()) {
            json.put(
                    "choices",
                    field.choices().stream().map(choice -> choice.value()).toList());
        }
        if (field.ref() != null) {
            json.put("refers_to", field.ref());
        }
        return json;
    }

    /** Which records are wanted. */
    public record Wanted(
            @Argument("The record type, for example deal") String type,

            @Argument("The filter tree, for example {\"field\": \"stage\", \"op\": \"is\", \"value\": \"won\"}")
            @Nullable
            Map<String, Object> filter,

            @Argument("Fields to order by, with - before it for descending") @Nullable
            List<String> sort,

            @Argument("The fields to answer with; left out for those of lists") @Nullable
            List<String> fields,

            @Argument("How many at most, up to 200") @Nullable
            Integer limit,

            @Argument("The cursor of the page before") @Nullable
            String cursor) {}

    @Tool(
            name = "find_records",
            says =
                    "Finds records of a type by a filter over their fields, in an order, with the total. For lists and for looking records up.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read")
    public Map<String, @Nullable Object> find(Wanted wanted) {
        var type = readable(wanted.type());
        int limit = wanted.limit() == null ? USUAL : wanted.limit();
        if (limit < 1 || limit > MOST) {
            throw new AppException(CommonError.BAD_VALUE, "The limit lies between 1 and %d.".formatted(MOST), "limit");
        }
        var query = RecordQuery.of(type.name())
                .where(Filter.of(wanted.filter()))
                .limit(limit)
                .after(wanted.cursor())
                .counted();
        if (wanted.sort() != null && !wanted.sort().isEmpty()) {
            query = query.sortedBy(wanted.sort().toArray(String[]::new));
        }
        if (wanted.fields() != null) {
            query = query.showing(new LinkedHashSet<>(wanted.fields()));
        }
        var page = records.page(query);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "data",
                page.data().stream()
                        .map(record -> shown(RecordJson.of(type, record), wanted.fields()))
                        .toList());
        json.put("next_cursor", page.nextCursor());
        json.put("total", page.total());
        json.put("total_is_estimate", page.totalIsEstimate());
        return json;
    }

    /** Without what was not asked for and is therefore not there. */
    private static Map<String, @Nullable Object> shown(
            Map<String, @Nullable Object> json, @Nullable List<String> only) {
        if (only != null) {
            json.keySet().retainAll(union(only));
        }
        return json;
    }

    private static List<String> union(List<String> only) {
        var kept = new java.util.ArrayList<>(List.of("id", "type", "version", "title", "_refs"));
        kept.addAll(only);
        return kept;
    }

    /** Which record is wanted. */
    public record One(
            @Argument("The record type") String type,
            @Argument("Its id") UUID id,

            @Argument("How many of its latest changes to tell, up to 50; none where left out") @Nullable
            Integer history) {}

    @Tool(
            name = "read_record",
            says =
                    "Reads one record with all its fields, who set each of them from which evidence, and if asked for its latest changes.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read")
    public Map<String, Object> read(One one) {
        var type = readable(one.type());
        var json = new LinkedHashMap<String, Object>();
        json.put("record", RecordJson.of(type, records.get(type.name(), one.id())));
        json.put("provenance", trail.provenance(type.name(), one.id()));
        int history = one.history() == null ? 0 : Math.clamp(one.history(), 0, 50);
        if (history > 0) {
            json.put("history", trail.history(type.name(), one.id(), Long.MAX_VALUE, history));
        }
        return json;
    }

    /** What is looked for by its words. */
    public record Sought(
            @Argument("Names or words, as somebody would type them")
            String text,

            @Argument("Only these record types") @Nullable List<String> types,

            @Argument("How many of each type, up to 20") @Nullable
            Integer limit) {}

    @Tool(
            name = "search_records",
            says =
                    "Finds records of any type by their name or by words in their texts, also where the name is misspelt.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read")
    public Map<String, Object> search(Sought sought) {
        var types = Objects.requireNonNullElse(sought.types(), List.<String>of());
        types.forEach(this::readable);
        int limit = sought.limit() == null ? 5 : Math.clamp(sought.limit(), 1, 20);
        var answer = search.find(new SearchRequest(sought.text(), types, Filter.ALL, limit, 0, false));
        return Map.of(
                "data",
                answer.groups().stream()
                        .flatMap(group -> group.hits().stream())
                        .map(hit -> {
                            var json = new LinkedHashMap<String, @Nullable Object>();
                            json.put("type", hit.type());
                            json.put("id", hit.id().toString());
                            json.put("title", hit.title());
                            json.put("subtitle", hit.subtitle());
                            json.put("score", hit.score());
                            return json;
                        })
                        .toList());
    }

    /** What is counted or summed up. */
    public record Counted(
            @Argument("The record type") String type,

            @Argument("The filter tree; left out for all records") @Nullable
            Map<String, Object> filter,

            @Argument("Fields to group by, dates as deal_signing_date:quarter") @Nullable
            List<String> groupBy,

            @Argument("What to compute") @Nullable List<Figure> measures,

            @Argument("A currency to convert amounts into, where rates are known") @Nullable
            String currency) {}

    /** One figure of the answer. */
    public record Figure(
            @Argument(
                    value = "What is computed",
                    choices = {"count", "sum", "avg", "min", "max"})
            String op,

            @Argument("The field it is computed of") String field) {}

    @Tool(
            name = "aggregate_records",
            says =
                    "Counts records and sums up or averages their numbers, amounts and dates, in groups if wanted. For every question about how many and how much.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read")
    public Map<String, Object> aggregate(Counted counted) {
        var type = readable(counted.type());
        var result = aggregates.of(new AggregateQuery(
                type.name(),
                Filter.of(counted.filter()),
                Objects.requireNonNullElse(counted.groupBy(), List.<String>of()).stream()
                        .map(Grouping::of)
                        .toList(),
                Objects.requireNonNullElse(counted.measures(), List.<Figure>of()).stream()
                        .map(figure -> Measure.of(figure.op(), figure.field()))
                        .toList(),
                counted.currency()));
        return Map.of(
                "groups",
                result.groups().stream().map(ReadTools::group).toList(),
                "total",
                group(result.total()),
                "truncated",
                result.truncated());
    }

    private static Map<String, Object> group(Aggregate.Group group) {
        var measures = new LinkedHashMap<String, @Nullable Object>();
        group.measures().forEach((name, value) -> measures.put(name, RecordJson.value(value)));
        return Map.of("key", group.key(), "label", group.label(), "count", group.count(), "measures", measures);
    }

    private Descriptor readable(String name) {
        Permissions.require(Operation.READ, name);
        return descriptors.get(name);
    }
}
