package dev.windrose.context.claim;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryStatus;
import dev.windrose.context.entry.Sensitivity;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.TypedView;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the actor in scope may see of the company's knowledge, also what does not hold, so that a reason can name it. */
@Component
class ReadKnowledge {

    private static final Set<String> FIELDS = Set.of(
            "title",
            "category",
            "kind",
            "status",
            "body",
            "details",
            "language",
            "sensitivity",
            "audience",
            "product_ids",
            "effective_from",
            "effective_to",
            "source");
    private static final int MOST_NAMES = 60;

    private final Records records;
    private final Workspaces workspaces;

    ReadKnowledge(Records records, Workspaces workspaces) {
        this.records = records;
        this.workspaces = workspaces;
    }

    /**
     * What the workspace knows.
     *
     * @param companies customers of the entries, and companies whose name begins as a name in the text
     * @param bans what policies forbid to write
     */
    record Knowledge(
            List<Source> sources,
            List<BrandRule> brand,
            List<Ban> bans,
            String own,
            List<String> products,
            List<String> companies,
            List<String> competitors) {}

    /** @param names words with a capital in the text, by which companies are looked up */
    @Transactional(readOnly = true)
    public Knowledge read(Collection<String> names) {
        var today = workspaces.today();
        var products = named("product", Filter.ALL);
        var sources = new ArrayList<Source>();
        var brand = new ArrayList<BrandRule>();
        var bans = new ArrayList<Ban>();
        var entries = all();
        var companies = companies(entries, names);
        for (var data : entries) {
            var entry = TypedView.of(ContextEntry.class, data);
            if (entry.kind() == null || entry.category() == null) {
                continue;
            }
            var source = source(data, entry, products, companies, today);
            if (entry.category() == EntryCategory.BRAND && source.live()) {
                brand.add(rule(source, entry));
            }
            if (source.live()) {
                bans.addAll(ReadBans.of(source.id(), source.version(), source.title(), forbids(entry)));
            }
            if (SourceKinds.claims(source.kind())) {
                sources.add(source);
            }
        }
        return new Knowledge(
                sources,
                brand,
                bans,
                workspaces.current().name(),
                List.copyOf(products.values()),
                List.copyOf(new LinkedHashSet<>(companies.values())),
                bans.isEmpty()
                        ? List.of()
                        : List.copyOf(named("competitor", Filter.ALL).values()));
    }

    private static BrandRule rule(Source source, ContextEntry entry) {
        return BrandRule.of(
                source.id(),
                source.version(),
                source.kind(),
                source.title(),
                source.language(),
                source.body(),
                details(entry));
    }

    /** Sentences in which a policy or a tone may forbid something. */
    private static List<String> forbids(ContextEntry entry) {
        var details = details(entry);
        if (entry.category() == EntryCategory.POLICY) {
            var clause = details.get("clause") instanceof String text ? text : "";
            return Stream.concat(Stream.of(entry.title()), Statement.sentences(clause).stream())
                    .toList();
        }
        return entry.category() == EntryCategory.BRAND && details.get("dont") instanceof List<?> list
                ? list.stream()
                        .map(one -> "Do not " + Fold.inPlace(String.valueOf(one)))
                        .toList()
                : List.of();
    }

    private Source source(
            RecordData data,
            ContextEntry entry,
            Map<UUID, String> products,
            Map<UUID, String> companies,
            LocalDate today) {
        var details = details(entry);
        var status = entry.status() == null
                ? EntryStatus.DRAFT.wire()
                : entry.status().wire();
        var named = entry.productIds() == null
                ? List.<String>of()
                : entry.productIds().stream()
                        .map(id -> products.get(id.value()))
                        .filter(Objects::nonNull)
                        .toList();
        return new Source(
                entry.id().toString(),
                data.version(),
                Objects.requireNonNull(entry.kind()).wire(),
                entry.title(),
                Objects.requireNonNullElse(entry.body(), ""),
                Facts.of(details),
                entry.source(),
                Objects.requireNonNullElse(entry.language(), "en"),
                Objects.requireNonNullElse(entry.sensitivity(), Sensitivity.INTERNAL),
                named,
                id(details.get("customer_id")) instanceof UUID customer ? companies.get(customer) : null,
                details.get("citation") instanceof String citation ? citation : null,
                SourceKinds.standing(status, entry.effectiveFrom(), entry.effectiveTo(), today));
    }

    private List<RecordData> all() {
        var found = new ArrayList<RecordData>();
        @Nullable String cursor = null;
        do {
            var page = records.page(RecordQuery.of(ContextEntry.TYPE)
                    .sortedBy("title")
                    .showing(FIELDS)
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            found.addAll(page.data());
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }

    private Map<UUID, String> companies(List<RecordData> entries, Collection<String> names) {
        var ids = new HashSet<UUID>();
        for (var entry : entries) {
            if (entry.value("details") instanceof Map<?, ?> details
                    && id(details.get("customer_id")) instanceof UUID id) {
                ids.add(id);
            }
        }
        var out = new HashMap<UUID, String>();
        records.byIds("company", ids)
                .forEach((id, data) -> out.put(id, Objects.requireNonNullElse(data.text("name"), "")));
        var begun = names.stream()
                .limit(MOST_NAMES)
                .map(name -> (Filter) new Filter.Compare("name", FilterOp.STARTS_WITH, name))
                .toList();
        if (!begun.isEmpty()) {
            out.putAll(named("company", new Filter.Or(begun)));
        }
        return out;
    }

    private Map<UUID, String> named(String type, Filter filter) {
        var out = new HashMap<UUID, String>();
        for (var data : records.query(
                RecordQuery.of(type).where(filter).showing(Set.of("name")).limit(RecordQuery.MOST))) {
            out.put(data.id(), Objects.requireNonNullElse(data.text("name"), ""));
        }
        return out;
    }

    private static Map<String, Object> details(ContextEntry entry) {
        var out = new HashMap<String, Object>();
        if (entry.details() instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value != null) {
                    out.put(String.valueOf(name), value);
                }
            });
        }
        return out;
    }

    private static @Nullable UUID id(@Nullable Object value) {
        try {
            return value == null ? null : UUID.fromString(value.toString());
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
