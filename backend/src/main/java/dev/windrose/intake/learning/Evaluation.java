package dev.windrose.intake.learning;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.windrose.intake.learning.EvaluationStore.Count;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How right readings were, by what people left standing of them. */
@Component
public class Evaluation {

    private static final int WEEKS = 12;
    private static final int MOST = 366;

    private final EvaluationStore store;
    private final Descriptors descriptors;
    private final Clock clock;

    Evaluation(EvaluationStore store, Descriptors descriptors, Clock clock) {
        this.store = store;
        this.descriptors = descriptors;
        this.clock = clock;
    }

    /** @param accuracy the share of written values that was left standing; null where nothing was written */
    public record Figures(
            @Nullable Long messages,
            @Nullable Long asked,
            long written,
            long kept,
            long corrected,
            long undone,
            long refused,
            @Nullable Double accuracy) {

        static Figures of(List<Count> counts, boolean ofMessages) {
            long asked = sum(counts, "asked");
            long applied = sum(counts, "applied");
            long undone = sum(counts, "undone");
            long written = applied + undone;
            long corrected = Math.min(applied, sum(counts, "corrected"));
            long kept = applied - corrected;
            return new Figures(
                    ofMessages ? Long.valueOf(asked + sum(counts, "read")) : null,
                    ofMessages ? Long.valueOf(asked) : null,
                    written,
                    kept,
                    corrected,
                    undone,
                    sum(counts, "refused"),
                    written == 0 ? null : Double.valueOf(Math.round(1000.0 * kept / written) / 1000.0));
        }

        private static long sum(List<Count> counts, String what) {
            return counts.stream()
                    .filter(count -> count.what().equals(what))
                    .mapToLong(Count::count)
                    .sum();
        }
    }

    public record Week(LocalDate week, @JsonUnwrapped Figures figures) {}

    /** A kind of record in one week. */
    public record EntityWeek(
            LocalDate week, String entity, @JsonUnwrapped Figures figures) {}

    public record Engine(String engine, @JsonUnwrapped Figures figures) {}

    public record Entity(
            String entity, String label, @JsonUnwrapped Figures figures) {}

    public record Field(
            String entity,
            String field,
            String label,
            @JsonUnwrapped Figures figures) {}

    public record Taught(long active, long used) {}

    public record Report(
            LocalDate from,
            LocalDate to,
            Figures total,
            List<Week> byWeek,
            List<EntityWeek> byEntityWeek,
            List<Engine> byEngine,
            List<Entity> byEntity,
            List<Field> byField,
            Taught examples) {}

    @Transactional(readOnly = true)
    public Report report(@Nullable LocalDate from, @Nullable LocalDate to) {
        Permissions.require(Operation.READ, "intake");
        var last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        var first = from == null ? last.minusWeeks(WEEKS) : from;
        if (first.isAfter(last) || first.isBefore(last.minusDays(MOST))) {
            throw new AppException(CommonError.BAD_VALUE, "The days lie in order, within a year.", "from");
        }
        var begin = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var messages = store.messages(begin, end);
        var values = values(begin, end);
        var all = new ArrayList<>(messages);
        all.addAll(values);
        var examples = store.examples();
        return new Report(
                first,
                last,
                Figures.of(all, true),
                grouped(all, Count::week).entrySet().stream()
                        .map(each -> new Week(each.getKey(), Figures.of(each.getValue(), true)))
                        .toList(),
                entityWeeks(values),
                grouped(all, Count::engine).entrySet().stream()
                        .map(each -> new Engine(each.getKey(), Figures.of(each.getValue(), true)))
                        .toList(),
                entities(values),
                fields(values),
                new Taught(examples[0], examples[1]));
    }

    private List<Count> values(Instant begin, Instant end) {
        var values = new ArrayList<>(store.values(begin, end));
        store.corrections(begin, end).stream()
                .map(count -> new Count(
                        count.week(),
                        count.engine(),
                        count.entity(),
                        stored(count.entity(), count.field()),
                        count.what(),
                        count.count()))
                .forEach(values::add);
        return values;
    }

    private List<Entity> entities(List<Count> values) {
        return grouped(values, count -> String.valueOf(count.entity())).entrySet().stream()
                .map(each -> new Entity(
                        each.getKey(),
                        descriptors
                                .find(each.getKey())
                                .map(type -> type.labelPlural())
                                .orElse(each.getKey()),
                        Figures.of(each.getValue(), false)))
                .toList();
    }

    private static List<EntityWeek> entityWeeks(List<Count> values) {
        return grouped(values, count -> String.valueOf(count.entity())).entrySet().stream()
                .flatMap(kind -> grouped(kind.getValue(), Count::week).entrySet().stream()
                        .map(each -> new EntityWeek(each.getKey(), kind.getKey(), Figures.of(each.getValue(), false))))
                .toList();
    }

    private List<Field> fields(List<Count> values) {
        return grouped(values, count -> count.entity() + " " + count.field()).values().stream()
                .map(counts -> {
                    var first = counts.getFirst();
                    var entity = String.valueOf(first.entity());
                    var field = String.valueOf(first.field());
                    return new Field(entity, field, label(entity, field), Figures.of(counts, false));
                })
                .toList();
    }

    private String label(String entity, String field) {
        return descriptors
                .find(entity)
                .map(type -> type.fields().get(field))
                .map(found -> found.label())
                .orElse(field);
    }

    /** Examples speak of accounts and products by the words of messages. */
    private static @Nullable String stored(@Nullable String entity, @Nullable String field) {
        return switch (String.valueOf(field)) {
            case "company" -> "company_id";
            case "product" -> "product_id";
            case "assignee" -> "assignee_id";
            case "summary" -> "objection".equals(entity) ? "text" : field;
            default -> field;
        };
    }

    private static <K extends Comparable<? super K>> Map<K, List<Count>> grouped(
            List<Count> counts, Function<Count, K> by) {
        var groups = new TreeMap<K, List<Count>>();
        counts.forEach(count ->
                groups.computeIfAbsent(by.apply(count), _ -> new ArrayList<>()).add(count));
        return new LinkedHashMap<>(groups);
    }
}
