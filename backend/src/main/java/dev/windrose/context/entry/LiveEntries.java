package dev.windrose.context.entry;

import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.id.MessageTreeId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.PastRecords;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entries that hold on a day, as far as the actor in scope may read them: live, and the day within their dates. */
@Component
public class LiveEntries {

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
            "segments",
            "regions",
            "effective_from",
            "effective_to",
            "tree_id",
            "parent_id",
            "position",
            "variant_of_id",
            "channel");

    private final Records records;
    private final Workspaces workspaces;
    private final EntryStore store;
    private final PastRecords past;
    private final Descriptors descriptors;
    private final Clock clock;

    LiveEntries(
            Records records,
            Workspaces workspaces,
            EntryStore store,
            PastRecords past,
            Descriptors descriptors,
            Clock clock) {
        this.records = records;
        this.workspaces = workspaces;
        this.store = store;
        this.past = past;
        this.descriptors = descriptors;
        this.clock = clock;
    }

    /** Of these categories; of all where none is named. */
    @Transactional(readOnly = true)
    public List<LiveEntry> all(EntryCategory... categories) {
        return on(workspaces.today(), categories);
    }

    /** As {@link #all}, as it was on a day; a day to come is told by what is known today. */
    @Transactional(readOnly = true)
    public List<LiveEntry> on(LocalDate day, EntryCategory... categories) {
        return live(
                categories.length == 0
                        ? Filter.ALL
                        : Filter.in(
                                "category",
                                Stream.of(categories).map(EntryCategory::wire).toList()),
                day);
    }

    /**
     * Those of a category that bind whoever acts, read or not: policies hold for people who may not read them. For rules only; what is shown goes
     * through the other verbs.
     */
    @Transactional(readOnly = true)
    public List<LiveEntry> binding(EntryCategory category) {
        var today = workspaces.today();
        var ids = Set.copyOf(store.live(category.wire()));
        return past.data(descriptors.get(ContextEntry.TYPE), ids, clock.instant()).stream()
                .filter(entry -> !entry.binned() && holds(entry, today))
                .sorted(Comparator.comparing(RecordData::title).thenComparing(RecordData::id))
                .flatMap(entry -> LiveEntry.of(entry).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    public List<LiveEntry> ofKinds(EntryKind... kinds) {
        return live(Filter.in("kind", Stream.of(kinds).map(EntryKind::wire).toList()), workspaces.today());
    }

    /** Those linked to the product. */
    @Transactional(readOnly = true)
    public List<LiveEntry> ofProduct(ProductId product) {
        return live(
                new Filter.Compare("product_ids", FilterOp.CONTAINS_ANY, List.of(product.toString())),
                workspaces.today());
    }

    @Transactional(readOnly = true)
    public List<LiveEntry> inTree(MessageTreeId tree) {
        return live(Filter.is("tree_id", tree.toString()), workspaces.today());
    }

    /** Empty also where it is there but does not hold today. */
    @Transactional(readOnly = true)
    public Optional<LiveEntry> find(ContextEntryId id) {
        var today = workspaces.today();
        return records.findAlone(ContextEntry.TYPE, id.value())
                .filter(entry -> !entry.binned() && holds(entry, today))
                .flatMap(LiveEntry::of);
    }

    /** The entry as it held on a day; empty where it did not hold then. */
    @Transactional(readOnly = true)
    public Optional<LiveEntry> asOf(ContextEntryId id, LocalDate day) {
        if (!day.isBefore(workspaces.today())) {
            return records.findAlone(ContextEntry.TYPE, id.value())
                    .filter(entry -> !entry.binned() && holds(entry, day))
                    .flatMap(LiveEntry::of);
        }
        return records
                .query(RecordQuery.of(ContextEntry.TYPE)
                        .where(Filter.is("id", id.toString()))
                        .showing(FIELDS)
                        .asOf(endOf(day)))
                .stream()
                .filter(entry -> holds(entry, day))
                .findFirst()
                .flatMap(LiveEntry::of);
    }

    private List<LiveEntry> live(Filter condition, LocalDate day) {
        var moment = day.isBefore(workspaces.today()) ? endOf(day) : null;
        var found = new ArrayList<LiveEntry>();
        @Nullable String cursor = null;
        do {
            var page = records.page(RecordQuery.of(ContextEntry.TYPE)
                    .where(Filter.and(condition, Filter.is("status", EntryStatus.LIVE.wire())))
                    .sortedBy("title")
                    .showing(FIELDS)
                    .asOf(moment)
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            page.data().stream()
                    .filter(entry -> holds(entry, day))
                    .flatMap(entry -> LiveEntry.of(entry).stream())
                    .forEach(found::add);
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }

    private static boolean holds(RecordData entry, LocalDate day) {
        return EntryStatus.LIVE.wire().equals(entry.value("status"))
                && !(entry.value("effective_from") instanceof LocalDate from && day.isBefore(from))
                && !(entry.value("effective_to") instanceof LocalDate to && day.isAfter(to));
    }

    /** The last moment of the day where the workspace is. */
    private Instant endOf(LocalDate day) {
        return day.plusDays(1)
                .atStartOfDay(ZoneId.of(workspaces.current().timeZone()))
                .toInstant()
                .minusNanos(1000);
    }
}
