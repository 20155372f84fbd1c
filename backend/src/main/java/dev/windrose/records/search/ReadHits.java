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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads candidates again under the policies: what the actor does not see, or what is gone since, is neither shown nor counted. */
@Component
class ReadHits {

    private static final int AT_ONCE = 200;
    private static final Set<FieldKind> TELLING =
            Set.of(FieldKind.TEXT, FieldKind.EMAIL, FieldKind.CHOICE, FieldKind.COUNTRY, FieldKind.DATE, FieldKind.URL);

    private final Records records;
    private final AccessSql access;
    private final AccessChecks checks;

    ReadHits(Records records, AccessSql access, AccessChecks checks) {
        this.records = records;
        this.access = access;
        this.checks = checks;
    }

    SearchAnswer.Group group(SearchRequest request, Descriptor type, Best best, List<Slot> slots) {
        boolean filtered = !request.filter().equals(Filter.ALL);
        boolean all = access.seesAll(type) && !filtered;
        var candidates = all ? best.candidates() : seen(request, type, best.candidates());
        var page = candidates.stream()
                .skip(request.offset())
                .limit(request.limit())
                .toList();
        var found = records.byIds(type.name(), page.stream().map(Candidate::id).toList());
        var hits = new ArrayList<SearchHit>();
        for (var candidate : page) {
            var record = found.get(candidate.id());
            if (record != null && !record.binned()) {
                hits.add(hit(type, record, candidate.score(), slots));
            }
        }
        int kept = best.candidates().size();
        Integer total = all
                ? Integer.valueOf(Math.min(best.count(), Math.max(kept, 1_000)))
                : kept == best.count() || !request.typing() ? Integer.valueOf(candidates.size()) : null;
        boolean more = all ? total != null && best.count() > total : best.count() > kept;
        return new SearchAnswer.Group(type.name(), type.label(), type.labelPlural(), type.icon(), total, more, hits);
    }

    private List<Candidate> seen(SearchRequest request, Descriptor type, List<Candidate> candidates) {
        var seen = new HashSet<UUID>();
        boolean filtered = !request.filter().equals(Filter.ALL);
        for (int from = 0; from < candidates.size(); from += AT_ONCE) {
            var ids = candidates.subList(from, Math.min(candidates.size(), from + AT_ONCE)).stream()
                    .map(Candidate::id)
                    .toList();
            seen.addAll(filtered ? matching(request, type, ids) : checks.seen(type, ids));
            if (request.typing() && seen.size() >= request.limit()) {
                break;
            }
        }
        return candidates.stream()
                .filter(candidate -> seen.contains(candidate.id()))
                .toList();
    }

    private Set<UUID> matching(SearchRequest request, Descriptor type, List<UUID> ids) {
        var query = RecordQuery.of(type.name())
                .where(Filter.and(Filter.in("id", ids), request.filter()))
                .limit(AT_ONCE);
        return records.query(query).stream().map(RecordData::id).collect(Collectors.toSet());
    }

    private SearchHit hit(Descriptor type, RecordData record, float score, List<Slot> slots) {
        var highlights = HighlightWords.of(type, record, slots);
        return new SearchHit(
                type.name(),
                record.id(),
                record.title(),
                subtitle(type, record),
                Math.round(score * 1000) / 1000.0,
                highlights,
                highlights.isEmpty() && !slots.isEmpty() ? "meaning" : "text");
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
