package dev.windrose.records.search;

import dev.windrose.llm.Embeddings;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import dev.windrose.records.access.AccessSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Reads long texts in the background and finds those that say the same in other words. The newest texts of each type come first, then all others. It
 * reads while nobody else works; under constant load a few texts every few seconds. Long texts are read in parts.
 */
@Component
class Meanings {

    private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);
    /** Another name than before, when every text was known by its beginning. */
    private static final String FOLDER = "meanings";

    private static final String BEFORE = "meaning";
    private static final int WAITING = 20_000;
    private static final int TOGETHER = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration TROUBLE = Duration.ofSeconds(30);

    private static final int SHORTEST = 20;
    /** Below it texts have little in common. */
    private static final float SIMILAR = 0.35f;

    private final Embeddings embeddings;
    private final SearchStore store;
    private final Descriptors descriptors;
    private final AccessSql access;
    private final Idle idle;
    private final int most;
    private final BlockingQueue<Changed> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile @Nullable MeaningIndex index;
    /** What is being read, maybe as it was a moment ago. */
    private volatile Set<UUID> inHand = Set.of();

    private volatile boolean anew = true;
    /** More was written than may wait: what is missing is looked for once the rest is read. */
    private volatile boolean missing;

    private volatile boolean running;

    Meanings(
            Embeddings embeddings,
            SearchStore store,
            Descriptors descriptors,
            AccessSql access,
            Idle idle,
            SearchSettings settings) {
        this.idle = idle;
        this.embeddings = embeddings;
        this.store = store;
        this.descriptors = descriptors;
        this.access = access;
        this.most = settings.meanings();
    }

    /** @param surely whether it is known to say something else than what was read */
    private record Changed(TenantId tenant, String type, UUID id, boolean surely) {}

    /** Once the index of words is there. */
    void start(Path folder) {
        if (most == 0 || running) {
            return;
        }
        running = true;
        forget(folder.resolve(BEFORE));
        index = open(folder.resolve(FOLDER));
        Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("search-meaning")
                .start(this::work);
    }

    private static void forget(Path old) {
        try {
            FileSystemUtils.deleteRecursively(old);
        } catch (IOException e) {
            LOG.warn("What was kept of texts before stays in {}", old, e);
        }
    }

    /** Vectors that cannot be read are made again. */
    private static MeaningIndex open(Path folder) {
        try {
            return new MeaningIndex(folder);
        } catch (IOException broken) {
            LOG.warn("The texts are read again, since what was kept of them is broken", broken);
            try {
                FileSystemUtils.deleteRecursively(folder);
                return new MeaningIndex(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void stop() {
        running = false;
        var open = index;
        index = null;
        if (open != null) {
            open.close();
        }
    }

    int documents() {
        var open = index;
        return open == null ? 0 : open.documents();
    }

    int deleted() {
        var open = index;
        return open == null ? 0 : open.deleted();
    }

    /** Reads everything anew: nobody knows what was written or deleted since it was read. */
    void startAnew() {
        var open = index;
        if (open != null) {
            anew = true;
            open.clear();
        }
    }

    int waiting() {
        return waiting.size();
    }

    /** What was read of the records no longer counts where they say something else now; it is read again later. */
    void changed(TenantId tenant, Descriptor type, Collection<UUID> ids, List<SearchStore.Row> rows) {
        var open = index;
        if (open == null || texts(type).isEmpty()) {
            return;
        }
        var reading = inHand;
        open.refresh();
        var known = open.hashes(tenant, type.name(), ids);
        var other = new LinkedHashSet<>(ids);
        var saying = new HashSet<UUID>();
        for (var row : rows) {
            String said = said(type, row);
            if (Objects.equals(hash(said), known.get(row.id()))) {
                other.remove(row.id());
            } else if (said.length() >= SHORTEST) {
                saying.add(row.id());
            }
        }
        open.remove(
                tenant, type.name(), other.stream().filter(known::containsKey).toList());
        other.stream()
                .filter(id -> saying.contains(id) || reading.contains(id))
                .forEach(id -> missing |= !waiting.offer(new Changed(tenant, type.name(), id, true)));
    }

    void commit() {
        var open = index;
        if (open != null) {
            open.commit();
        }
    }

    void forget() {
        var open = index;
        if (open != null) {
            open.forget();
        }
    }

    /** Of types in which nothing that was read is hidden from the actor. */
    List<MeaningIndex.Near> near(String words, List<Descriptor> types, int most) {
        var open = index;
        var seen = types.stream()
                .filter(type -> !texts(type).isEmpty())
                .filter(type -> SearchScope.found(type).stream().noneMatch(field -> access.hidden(type)
                        .contains(field.field().name())))
                .map(Descriptor::name)
                .toList();
        if (open == null
                || open.documents() == 0
                || seen.isEmpty()
                || words.strip().indexOf(' ') < 0) {
            return List.of();
        }
        return open.near(ActorScope.current().tenant(), seen, embeddings.of(words), most).stream()
                .filter(near -> near.similarity() >= SIMILAR)
                .toList();
    }

    /** Those that say much the same as this record; nothing where texts are not read, or the actor may not see all that was read. */
    Optional<List<MeaningIndex.Near>> like(Descriptor type, UUID id, int most) {
        var open = index;
        if (open == null || open.documents() == 0) {
            return Optional.empty();
        }
        boolean hidden = SearchScope.found(type).stream()
                .anyMatch(field -> access.hidden(type).contains(field.field().name()));
        var said = store.byIds(type, SearchField.of(type), List.of(id)).stream()
                .map(row -> said(type, row))
                .filter(text -> text.length() >= SHORTEST)
                .findFirst();
        if (hidden || texts(type).isEmpty() || said.isEmpty()) {
            return Optional.of(List.of());
        }
        var nearest = new LinkedHashMap<UUID, MeaningIndex.Near>();
        for (var vector : vectors(open, type, id, said.get())) {
            open.near(ActorScope.current().tenant(), List.of(type.name()), vector, most)
                    .forEach(
                            near -> nearest.merge(near.id(), near, (a, b) -> a.similarity() >= b.similarity() ? a : b));
        }
        return Optional.of(nearest.values().stream()
                .filter(near -> near.similarity() >= SIMILAR && !near.id().equals(id))
                .sorted(Comparator.comparing(MeaningIndex.Near::similarity).reversed())
                .limit(most)
                .toList());
    }

    /** As they were read; of a text that was not read yet the beginning is. */
    private List<float[]> vectors(MeaningIndex open, Descriptor type, UUID id, String said) {
        var kept = open.vectors(ActorScope.current().tenant(), type.name(), id);
        return kept.isEmpty() ? List.of(embeddings.of(SplitMeaning.of(said).getFirst())) : kept;
    }

    private static List<SearchField> texts(Descriptor type) {
        return SearchField.of(type).stream()
                .filter(field -> field.field().kind() == FieldKind.LONG_TEXT && field.found())
                .toList();
    }

    private void work() {
        var unread = new UnreadTexts(store, descriptors);
        while (running) {
            try {
                if (anew || missing && unread.none() && waiting.isEmpty()) {
                    anew = false;
                    missing = false;
                    unread.begin(Meanings::texts);
                }
                var open = index;
                if (open != null && unread.wantsPage()) {
                    idle.await(PATIENCE);
                    unread.page(open, most);
                }
                var some = next(unread);
                if (!some.isEmpty()) {
                    idle.await(PATIENCE);
                    read(some);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                trouble(e);
            }
        }
    }

    private void trouble(RuntimeException e) {
        if (running) {
            LOG.warn("The search stops reading texts for a moment", e);
            LockSupport.parkNanos(TROUBLE.toNanos());
        }
    }

    /** What was just written, then what the last process had not come to. */
    private List<Changed> next(UnreadTexts unread) throws InterruptedException {
        var some = new ArrayList<Changed>();
        waiting.drainTo(some, TOGETHER);
        for (var one : unread.some(TOGETHER - some.size())) {
            some.add(new Changed(one.tenant(), one.type(), one.id(), false));
        }
        if (some.isEmpty() && unread.none()) {
            var first = waiting.poll(2, TimeUnit.SECONDS);
            if (first != null) {
                some.add(first);
            }
        }
        return some;
    }

    private record Part(TenantId tenant, String type, boolean surely) {}

    private void read(List<Changed> records) throws InterruptedException {
        long begin = System.nanoTime();
        inHand = records.stream().map(Changed::id).collect(Collectors.toSet());
        var groups = records.stream()
                .collect(Collectors.groupingBy(
                        each -> new Part(each.tenant(), each.type(), each.surely()),
                        LinkedHashMap::new,
                        Collectors.mapping(Changed::id, Collectors.toList())));
        groups.forEach((part, ids) -> ActorScope.run(
                Actor.system(part.tenant()),
                () -> descriptors.find(part.type()).ifPresent(type -> read(part, type, ids))));
        inHand = Set.of();
        Thread.sleep(1 + (System.nanoTime() - begin) / 1_000_000);
    }

    /** Records that are gone by now, or that say little, are not found by what they said. */
    private void read(Part part, Descriptor type, List<UUID> ids) {
        var open = index;
        if (open == null || open.documents() >= most) {
            return;
        }
        var known = open.hashes(part.tenant(), type.name(), ids);
        var silent = new HashSet<>(ids);
        var saying = new LinkedHashMap<UUID, String>();
        for (var row : store.byIds(type, SearchField.of(type), ids)) {
            String said = said(type, row);
            if (said.length() >= SHORTEST) {
                silent.remove(row.id());
                if (part.surely() || !Objects.equals(hash(said), known.get(row.id()))) {
                    saying.put(row.id(), said);
                }
            }
        }
        open.remove(part.tenant(), type.name(), silent);
        if (saying.isEmpty()) {
            return;
        }
        saying.forEach((id, said) -> {
            var vectors = embeddings.of(SplitMeaning.of(said));
            if (running) {
                open.put(part.tenant(), type.name(), id, hash(said), vectors);
            }
        });
    }

    private static String said(Descriptor type, SearchStore.Row row) {
        var text = new StringBuilder(row.texts().getOrDefault(type.titleField(), ""));
        texts(type).forEach(field -> text.append(' ')
                .append(row.texts().getOrDefault(field.field().name(), "")));
        return text.toString().strip();
    }

    private static long hash(String said) {
        return said.hashCode() * 31L + said.length();
    }
}
