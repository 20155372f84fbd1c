package dev.windrose.context.use;

import dev.windrose.context.use.SaidWords.Saying;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps where entries are used, and tells what came of it as far as the actor in scope may see the places. */
@Component
public class Uses {

    static final String ENTRY = "context_entry";
    private static final String PERSON = "person";
    private static final int MOST = 2_000;

    private final UseStore store;
    private final SayingStore sayings;
    private final SeenUses seen;
    private final Records records;
    private final Workspaces workspaces;
    private final Clock clock;

    Uses(UseStore store, SayingStore sayings, SeenUses seen, Records records, Workspaces workspaces, Clock clock) {
        this.store = store;
        this.sayings = sayings;
        this.seen = seen;
        this.records = records;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /**
     * Somebody used an entry. A second time at the same place is the same use.
     *
     * @param version of the entry that was used; null for the one that is there
     * @param company the account it was said to
     */
    @Transactional
    public Use record(UUID entry, @Nullable Long version, UsedIn in, @Nullable UUID company, @Nullable LocalDate on) {
        Permissions.require(Operation.UPDATE, ENTRY);
        var current = records.get(ENTRY, entry);
        long used = version == null ? current.version() : version;
        String words = used == current.version()
                ? current.title()
                : sayings.all().stream()
                        .filter(saying -> saying.entry().equals(entry) && saying.version() >= used)
                        .map(Saying::words)
                        .findFirst()
                        .orElse(current.title());
        if (in.recordType() != null && in.recordId() != null) {
            records.get(in.recordType(), in.recordId());
        }
        var person = ActorScope.current().person();
        var use = new Use(
                UseStore.next(),
                entry,
                used,
                words,
                true,
                in,
                person == null ? null : person.value(),
                company,
                on == null ? workspaces.today() : on,
                true,
                PERSON);
        store.put(use, clock.instant());
        return use;
    }

    /** It is no longer out: taken back, replaced or put right. */
    @Transactional
    public void close(UUID use) {
        Permissions.require(Operation.UPDATE, ENTRY);
        var found = store.find(use).map(List::of).orElse(List.of());
        if (seen.of(found).isEmpty()) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such use.");
        }
        store.close(use);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Use> of(UUID entry) {
        Permissions.require(Operation.READ, ENTRY);
        records.get(ENTRY, entry);
        return seen.of(store.of(List.of(entry), MOST));
    }

    /** What this account was told of entries that the actor has read, the newest first. */
    @Transactional(readOnly = true)
    public List<Use> toldTo(UUID company, Collection<UUID> entries) {
        return seen.of(store.toldTo(company, entries, MOST));
    }

    /** What came of entries that the actor has read; those that were never used are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, UseCounts> counts(Collection<UUID> entries) {
        var uses = seen.of(store.of(entries, MOST));
        if (uses.isEmpty()) {
            return Map.of();
        }
        var ids = uses.stream().map(Use::id).toList();
        var replied = new LinkedHashSet<>(store.replied(ids, UseCounts.DAYS));
        var wins = store.wins(ids).stream().collect(Collectors.groupingBy(UseStore.Win::entry));
        var today = workspaces.today();
        var counts = new LinkedHashMap<UUID, UseCounts>();
        uses.stream()
                .collect(Collectors.groupingBy(Use::entry))
                .forEach((entry, some) ->
                        counts.put(entry, counted(some, replied, wins.getOrDefault(entry, List.of()), today)));
        return counts;
    }

    private static UseCounts counted(List<Use> uses, Set<UUID> replied, List<UseStore.Win> deals, LocalDate today) {
        var won = new TreeMap<String, Long>();
        deals.stream()
                .filter(win -> win.currency() != null && win.minor() != 0)
                .forEach(win -> won.merge(String.valueOf(win.currency()), win.minor(), Long::sum));
        var told = uses.stream().filter(use -> use.company() != null).toList();
        return new UseCounts(
                uses.size(),
                uses.stream().filter(Use::out).count(),
                told.size(),
                told.stream().map(Use::company).distinct().count(),
                told.stream()
                        .filter(use -> !replied.contains(use.id())
                                && !use.on().plusDays(UseCounts.DAYS).isBefore(today))
                        .count(),
                uses.stream().filter(use -> replied.contains(use.id())).count(),
                deals.size(),
                won);
    }

    /** Looks for entries in texts of records, all of which are told; those without a text use nothing. */
    void read(String source, Collection<UUID> ids, List<UsedText> texts) {
        var known = texts.isEmpty() ? List.<Saying>of() : sayings.all();
        var byRecord = texts.stream()
                .collect(Collectors.groupingBy(text -> String.valueOf(text.in().recordId())));
        for (UUID id : ids) {
            var used = new LinkedHashSet<UUID>();
            for (var text : byRecord.getOrDefault(id.toString(), List.of())) {
                for (var said : new SaidWords(text.text()).among(known)) {
                    used.add(said.saying().entry());
                    store.put(use(source, text, said), clock.instant());
                }
            }
            store.keepOnly(source, id, used);
        }
    }

    private static Use use(String source, UsedText text, SaidWords.Said said) {
        return new Use(
                UseStore.next(),
                said.saying().entry(),
                said.saying().version(),
                said.saying().words(),
                said.exact(),
                text.in(),
                text.person(),
                text.company(),
                text.on(),
                true,
                source);
    }
}
