package dev.windrose.records.search;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.records.search.BestByType.Best;
import dev.windrose.records.search.BestByType.Candidate;
import dev.windrose.records.search.SearchField.Weight;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads candidates again under the policies: what the actor does not see, or what is gone since, is neither shown nor counted. */
@Component
class ReadHits {

    private static final int AT_ONCE = 200;
    private static final int MANY_AT_ONCE = 1_000;
    /** Up to here everything is counted. */
    private static final int COUNTED = 1_000;

    private static final Set<FieldKind> TELLING =
            Set.of(FieldKind.TEXT, FieldKind.EMAIL, FieldKind.CHOICE, FieldKind.COUNTRY, FieldKind.DATE, FieldKind.URL);

    private final Records records;
    private final AccessSql access;
    private final AccessChecks checks;
    private final SearchScope scope;
    private final SearchStore store;

    ReadHits(Records records, AccessSql access, AccessChecks checks, SearchScope scope, SearchStore store) {
        this.scope = scope;
        this.store = store;
        this.records = records;
        this.access = access;
        this.checks = checks;
    }

    /** @param until when to be content with what was seen by then, in the time of {@link System#nanoTime} */
    SearchAnswer.Group group(SearchRequest request, Descriptor type, Best best, List<Slot> slots, long until) {
        boolean all = access.seesAll(type) && request.filter().equals(Filter.ALL);
        var seen = all ? new Seen(best.candidates(), true) : seen(request, type, best.candidates(), until);
        var page = seen.candidates().stream()
                .skip(request.offset())
                .limit(request.limit())
                .toList();
        var found = records.byIds(type.name(), page.stream().map(Candidate::id).toList());
        found.values().removeIf(RecordData::binned);
        var marks = marks(type, page, found, slots);
        var hits = page.stream()
                .filter(candidate -> found.containsKey(candidate.id()))
                .map(candidate -> hit(type, found.get(candidate.id()), candidate, marks.get(candidate.id())))
                .toList();
        int kept = best.candidates().size();
        boolean counted = seen.whole() && kept == best.count();
        Integer total = all
                ? Integer.valueOf(Math.min(best.count(), Math.max(kept, COUNTED)))
                : counted || !request.typing()
                        ? Integer.valueOf(seen.candidates().size())
                        : null;
        boolean more = all ? total != null && best.count() > total : !counted;
        return new SearchAnswer.Group(type.name(), type.label(), type.labelPlural(), type.icon(), total, more, hits);
    }

    /**
     * What of the candidates the actor may see.
     *
     * @param whole whether all were asked for
     */
    private record Seen(List<Candidate> candidates, boolean whole) {}

    private Seen seen(SearchRequest request, Descriptor type, List<Candidate> candidates, long until) {
        var seen = new HashSet<UUID>();
        boolean filtered = !request.filter().equals(Filter.ALL);
        boolean first = until == Long.MAX_VALUE;
        int step = first || filtered ? AT_ONCE : MANY_AT_ONCE;
        int from = 0;
        while (from < candidates.size()) {
            var ids = candidates.subList(from, Math.min(candidates.size(), from + step)).stream()
                    .map(Candidate::id)
                    .toList();
            seen.addAll(filtered ? matching(request, type, ids) : checks.seen(type, ids));
            from += ids.size();
            boolean full = seen.size() >= request.offset() + request.limit();
            if (full && (request.typing() || !first) || !first && System.nanoTime() - until > 0) {
                break;
            }
        }
        return new Seen(
                candidates.stream()
                        .filter(candidate -> seen.contains(candidate.id()))
                        .toList(),
                from >= candidates.size());
    }

    /** Of candidates found by titles of linked records those that titles lead to which the actor sees. */
    List<Candidate> led(Descriptor type, List<Candidate> candidates, HoldsWords holds) {
        var seen = checks.seen(type, candidates.stream().map(Candidate::id).toList());
        // Contents of files take long to read, and no link is in them.
        var fields = scope.shown(type).stream()
                .filter(field -> field != SearchField.CONTENT)
                .toList();
        var led = store.byIds(type, fields, seen).stream()
                .filter(row -> holds.in(fields, row))
                .map(SearchStore.Row::id)
                .collect(Collectors.toSet());
        return candidates.stream()
                .filter(candidate -> led.contains(candidate.id()))
                .toList();
    }

    private Set<UUID> matching(SearchRequest request, Descriptor type, List<UUID> ids) {
        var query = RecordQuery.of(type.name())
                .where(Filter.and(Filter.in("id", ids), request.filter()))
                .limit(AT_ONCE);
        return records.query(query).stream().map(RecordData::id).collect(Collectors.toSet());
    }

    private SearchHit hit(Descriptor type, RecordData record, Candidate candidate, @Nullable HighlightWords marks) {
        var highlights = marks == null ? List.<SearchHit.Highlight>of() : marks.found();
        return new SearchHit(
                type.name(),
                record.id(),
                record.title(),
                subtitle(type, record),
                Math.round(candidate.score() * 1000) / 1000.0,
                highlights,
                candidate.words() || !highlights.isEmpty() ? "text" : "meaning");
    }

    /** Titles of linked records and the like are read only for records in which not everything asked for was seen. */
    private Map<UUID, HighlightWords> marks(
            Descriptor type, List<Candidate> page, Map<UUID, RecordData> found, List<Slot> slots) {
        if (slots.isEmpty()) {
            return Map.of();
        }
        var fields = scope.shown(type);
        var marks = new HashMap<UUID, HighlightWords>();
        found.forEach((id, record) -> {
            var words = new HighlightWords(slots);
            words.in(fields, field -> own(field, record));
            marks.put(id, words);
        });
        var others = fields.stream()
                .filter(field -> field.weight() == Weight.LINK || !field.stored())
                .toList();
        var incomplete = page.stream()
                .filter(Candidate::words)
                .map(Candidate::id)
                .filter(id -> marks.containsKey(id) && !marks.get(id).complete())
                .toList();
        if (!incomplete.isEmpty()) {
            store.byIds(type, others, incomplete).forEach(row -> marks.get(row.id())
                    .in(others, field -> row.texts().get(field.field().name())));
        }
        return marks;
    }

    private static @Nullable String own(SearchField field, RecordData record) {
        return switch (record.value(field.field().name())) {
            case null -> null;
            case Object _ when field.weight() == Weight.LINK || !field.stored() -> null;
            case List<?> many ->
                many.stream().map(each -> field.shown(each.toString())).collect(Collectors.joining(", "));
            case Object value -> field.shown(value.toString());
        };
    }

    /** The first columns of the list that say something. */
    private static @Nullable String subtitle(Descriptor type, RecordData record) {
        String text = type.fields().values().stream()
                .filter(field -> field.list() > 0 && !field.name().equals(type.titleField()))
                .filter(field -> TELLING.contains(field.kind()))
                .sorted(Comparator.comparingInt(FieldDescriptor::list))
                .map(field -> said(field, record.value(field.name())))
                .filter(value -> !value.isBlank())
                .limit(2)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    private static String said(FieldDescriptor field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return field.kind() == FieldKind.CHOICE
                ? field.choice(text).map(choice -> choice.label()).orElse(text)
                : text.length() > 100 ? text.substring(0, 99) + "…" : text;
    }
}
