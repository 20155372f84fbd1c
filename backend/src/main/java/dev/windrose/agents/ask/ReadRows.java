package dev.windrose.agents.ask;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.agents.ask.Condition.Amount;
import dev.windrose.agents.ask.Condition.Empty;
import dev.windrose.agents.ask.Condition.Is;
import dev.windrose.agents.ask.Condition.Related;
import dev.windrose.agents.ask.Condition.Says;
import dev.windrose.agents.ask.Condition.When;
import dev.windrose.agents.ask.Question.Subject;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordData;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.records.periods.Periods;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the records that a question means, as far as whoever asks may see them. */
@Component
class ReadRows {

    /** More are not counted one by one. */
    static final int MOST = 50_000;

    private final Records records;
    private final Descriptors descriptors;
    private final Periods periods;
    private final ExchangeRates rates;
    private final Workspaces workspaces;
    /** One answer converts many amounts. */
    private final Cache<TenantId, Map<String, BigDecimal>> lately = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    ReadRows(Records records, Descriptors descriptors, Periods periods, ExchangeRates rates, Workspaces workspaces) {
        this.records = records;
        this.descriptors = descriptors;
        this.periods = periods;
        this.rates = rates;
        this.workspaces = workspaces;
    }

    /** There are more than can be looked at. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A field that the question needs is hidden from whoever asks. */
    static final class Hidden extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param more paths that are needed beside those of the conditions */
    @Transactional(readOnly = true)
    public List<Row> of(Subject subject, Collection<String> more) {
        var type = descriptors.get(subject.type());
        var paths = paths(type, subject.conditions(), more);
        var zone = ZoneId.of(workspaces.current().timeZone());
        boolean closing =
                subject.conditions().stream().anyMatch(each -> each.path().equals(Moments.CLOSED))
                        || more.contains(Moments.CLOSED);
        var related = related(subject);
        var out = new ArrayList<Row>();
        String cursor = null;
        int read = 0;
        do {
            var page = records.page(query(type, subject, paths, zone).after(cursor));
            for (var data : page.data()) {
                requireSeen(data, paths);
                var row = new Row(data, closing ? closed(data, zone) : null);
                if (holds(type, row, subject.conditions(), related, zone)) {
                    out.add(row);
                }
            }
            read += page.data().size();
            cursor = page.nextCursor();
            if (read > MOST) {
                throw new TooMany();
            }
        } while (cursor != null);
        return out;
    }

    private RecordQuery query(Descriptor type, Subject subject, Set<String> paths, ZoneId zone) {
        var query = RecordQuery.of(type.name())
                .where(pushed(type, subject))
                .sortedBy("-created_at")
                .showing(paths)
                .limit(RecordQuery.MOST);
        var day = subject.asOf();
        return day == null
                ? query
                : query.asOf(day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
    }

    private static void requireSeen(RecordData data, Set<String> paths) {
        if (!data.masked().isEmpty() && paths.stream().anyMatch(data.masked()::contains)) {
            throw new Hidden();
        }
    }

    private Set<String> paths(Descriptor type, List<Condition> conditions, Collection<String> more) {
        var paths = new HashSet<String>();
        paths.add(type.titleField());
        Stream.concat(conditions.stream().map(Condition::path), more.stream()).forEach(path -> {
            if (path.equals(Moments.CLOSED)) {
                paths.addAll(List.of("deal_signing_date", "deal_state"));
            } else if (!path.startsWith("~") && !path.equals("id")) {
                paths.add(path);
                var currency = currency(type.name(), path);
                if (currency != null) {
                    paths.add(currency);
                }
            }
        });
        if (conditions.stream().anyMatch(Says.class::isInstance)) {
            type.fields().values().stream().filter(ReadRows::text).forEach(field -> paths.add(field.name()));
        }
        paths.removeIf(path -> !path.contains(".") && type.field(path).isEmpty());
        return paths;
    }

    private static boolean text(FieldDescriptor field) {
        return field.stored() && (field.kind() == FieldKind.LONG_TEXT || field.kind() == FieldKind.TEXT);
    }

    /** The path of the currency of an amount. */
    @Nullable
    String currency(String type, String path) {
        var field = field(type, path);
        return field == null || field.currencyField() == null
                ? null
                : path.substring(0, path.lastIndexOf('.') + 1) + field.currencyField();
    }

    @Nullable
    FieldDescriptor field(String type, String path) {
        if (path.startsWith("~") || path.equals("id")) {
            return null;
        }
        try {
            return records.field(type, path).orElse(null);
        } catch (AppException none) {
            return null;
        }
    }

    /** What the database can decide by its indexes. */
    private Filter pushed(Descriptor type, Subject subject) {
        var parts = new ArrayList<Filter>();
        for (var condition : subject.conditions()) {
            if (condition instanceof Is is
                    && !is.not()
                    && !is.path().contains(".")
                    && !is.values().isEmpty()) {
                if (is.path().equals("id")) {
                    parts.add(Filter.in("id", List.copyOf(is.values())));
                } else if (type.field(is.path())
                        .filter(field ->
                                field.filter() && field.stored() && field.kind().isShared() && field.custom() == null)
                        .isPresent()) {
                    parts.add(Filter.in(is.path(), List.copyOf(is.values())));
                }
            }
        }
        return new Filter.And(parts);
    }

    /** Which records others refer to, by condition. */
    private Map<Related, Set<Object>> related(Subject subject) {
        var out = new java.util.HashMap<Related, Set<Object>>();
        for (var condition : subject.conditions()) {
            if (condition instanceof Related related) {
                var ids = new HashSet<Object>();
                of(new Subject(related.type(), related.with(), subject.asOf()), List.of(related.via()))
                        .forEach(row -> {
                            if (row.value(related.via()) instanceof Object id) {
                                ids.addAll(id instanceof Collection<?> several ? several : List.of(id));
                            }
                        });
                out.put(related, ids);
            }
        }
        return out;
    }

    private @Nullable LocalDate closed(RecordData data, ZoneId zone) {
        if (data.value("deal_signing_date") instanceof LocalDate day && "won".equals(data.text("deal_state"))) {
            return day;
        }
        if ("open".equals(data.text("deal_state"))) {
            return null;
        }
        return periods.of("deal", data.id(), "stage").stream()
                .filter(period -> period.leftAt() == null)
                .map(period -> LocalDate.ofInstant(period.enteredAt(), zone))
                .findFirst()
                .orElse(null);
    }

    boolean holds(String type, Row row, List<Condition> conditions) {
        return holds(
                descriptors.get(type),
                row,
                conditions,
                Map.of(),
                ZoneId.of(workspaces.current().timeZone()));
    }

    private boolean holds(
            Descriptor type, Row row, List<Condition> conditions, Map<Related, Set<Object>> related, ZoneId zone) {
        return conditions.stream().allMatch(condition -> switch (condition) {
            case Is is -> is.not() != is(row.value(is.path()), is.values());
            case Amount amount -> amount(type, row, amount);
            case When when -> {
                var day = row.day(when.path(), zone);
                yield day != null && when.days().holds(day);
            }
            case Empty empty -> empty.not() == (row.value(empty.path()) != null);
            case Says says -> says(type, row, says.words());
            case Related other ->
                other.none()
                        != related.getOrDefault(other, Set.of())
                                .contains(row.data().id());
        });
    }

    private static boolean is(@Nullable Object value, Set<Object> wanted) {
        return switch (value) {
            case null -> false;
            case Collection<?> several -> several.stream().anyMatch(each -> is(each, wanted));
            case String text -> wanted.stream().anyMatch(each -> each.toString().equalsIgnoreCase(text));
            default ->
                wanted.contains(value)
                        || wanted.stream().anyMatch(each -> each.toString().equals(value.toString()));
        };
    }

    private boolean amount(Descriptor type, Row row, Amount amount) {
        var worth = row.worth(amount.path(), currency(type.name(), amount.path()));
        if (worth == null) {
            return false;
        }
        var into = amount.currency() == null ? rates.base() : amount.currency();
        var value = worth.currency() == null ? worth.amount() : converted(worth, into);
        if (value == null) {
            return false;
        }
        int compared = value.compareTo(amount.number());
        return switch (amount.than()) {
            case OVER -> compared > 0;
            case AT_LEAST -> compared >= 0;
            case UNDER -> compared < 0;
            case AT_MOST -> compared <= 0;
            case EXACTLY -> compared == 0;
        };
    }

    /** Null where a rate is missing. */
    @Nullable
    BigDecimal converted(Row.Worth worth, String into) {
        if (worth.currency() == null || worth.currency().equals(into)) {
            return worth.amount();
        }
        var known = lately.get(ActorScope.current().tenant(), _ -> rates.on(workspaces.today()));
        var from = known.get(worth.currency());
        var to = known.get(into);
        return from == null || to == null ? null : worth.amount().multiply(from).divide(to, MathContext.DECIMAL64);
    }

    String base() {
        return rates.base();
    }

    private static boolean says(Descriptor type, Row row, List<String> words) {
        var said = new HashSet<String>();
        type.fields().values().stream().filter(ReadRows::text).forEach(field -> {
            if (row.value(field.name()) instanceof String text) {
                for (String word : Fold.words(text).split(" ")) {
                    said.add(Word.stem(word));
                }
            }
        });
        return said.containsAll(words);
    }

    /** Titles of records of a type, as far as they may be seen. */
    Map<UUID, RecordData> titles(String type, Collection<UUID> ids) {
        return records.byIds(type, ids);
    }
}
