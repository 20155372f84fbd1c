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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Reads long texts in the background and finds those that say the same in other words. The newest texts of each type come first; a quarter of
 * one core is all it takes, so that requests do not notice.
 */
@Component
class Meanings {

    private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);
    private static final int WAITING = 20_000;
    private static final int TOGETHER = 16;
    /** The encoder reads no more of a text. */
    private static final int READ = 800;

    private static final int SHORTEST = 20;
    /** Below it texts have little in common. */
    private static final float SIMILAR = 0.35f;

    private final Embeddings embeddings;
    private final SearchStore store;
    private final Descriptors descriptors;
    private final AccessSql access;
    private final int most;
    private final BlockingQueue<Changed> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile @Nullable MeaningIndex index;
    private volatile boolean running;

    Meanings(
            Embeddings embeddings,
            SearchStore store,
            Descriptors descriptors,
            AccessSql access,
            SearchSettings settings) {
        this.embeddings = embeddings;
        this.store = store;
        this.descriptors = descriptors;
        this.access = access;
        this.most = settings.meanings();
    }

    private record Changed(TenantId tenant, String type, UUID id) {}

    /** Once the index of words is there. */
    void start(Path folder) {
        if (most == 0 || running) {
            return;
        }
        running = true;
        index = open(folder.resolve("meaning"));
        Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("search-meaning")
                .start(this::work);
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

    int waiting() {
        return waiting.size();
    }

    /** What was read of the records no longer counts; it is read again later. */
    void changed(TenantId tenant, Descriptor type, Collection<UUID> ids) {
        var open = index;
        if (open != null && !texts(type).isEmpty()) {
            open.remove(tenant, type.name(), ids);
            ids.forEach(id -> waiting.offer(new Changed(tenant, type.name(), id)));
        }
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

    private static List<SearchField> texts(Descriptor type) {
        return SearchField.of(type).stream()
                .filter(field -> field.field().kind() == FieldKind.LONG_TEXT && field.found())
                .toList();
    }

    private void work() {
        try {
            var old = new ArrayDeque<Changed>();
            var parts = parts();
            while (running) {
                if (old.isEmpty() && !parts.isEmpty()) {
                    newest(parts.remove(), old);
                }
                read(next(old, !parts.isEmpty()));
            }
        } catch (InterruptedException e) {
            LOG.debug("No more texts are read", e);
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("The search reads no more texts until the next start", e);
            }
        }
    }

    /** What was just written, then what the last process had not come to. */
    private List<Changed> next(Queue<Changed> old, boolean more) throws InterruptedException {
        var some = new ArrayList<Changed>();
        waiting.drainTo(some, TOGETHER);
        while (some.size() < TOGETHER && !old.isEmpty()) {
            some.add(old.remove());
        }
        if (some.isEmpty() && !more) {
            var first = waiting.poll(2, TimeUnit.SECONDS);
            if (first != null) {
                some.add(first);
            }
        }
        return some;
    }

    private record Part(TenantId tenant, Descriptor type) {}

    private Queue<Part> parts() {
        var parts = new ArrayDeque<Part>();
        for (var tenant : store.tenants()) {
            ActorScope.run(Actor.system(tenant), () -> descriptors.all().stream()
                    .filter(type -> !texts(type).isEmpty())
                    .forEach(type -> parts.add(new Part(tenant, type))));
        }
        return parts;
    }

    private void newest(Part part, Queue<Changed> into) {
        ActorScope.run(Actor.system(part.tenant()), () -> store.newest(part.type(), most)
                .forEach(id -> into.add(new Changed(part.tenant(), part.type().name(), id))));
    }

    private void read(List<Changed> records) throws InterruptedException {
        if (records.isEmpty()) {
            return;
        }
        long begin = System.nanoTime();
        for (var each : records) {
            var open = index;
            if (open == null || open.documents() >= most) {
                return;
            }
            ActorScope.run(
                    Actor.system(each.tenant()),
                    () -> descriptors.find(each.type()).ifPresent(type -> {
                        var fields = SearchField.of(type);
                        store.byIds(type, fields, List.of(each.id())).forEach(row -> read(open, each, type, row));
                    }));
        }
        Thread.sleep(1 + 3 * (System.nanoTime() - begin) / 1_000_000);
    }

    private void read(MeaningIndex open, Changed record, Descriptor type, SearchStore.Row row) {
        var text = new StringBuilder(row.texts().getOrDefault(type.titleField(), ""));
        texts(type).forEach(field -> text.append(' ')
                .append(row.texts().getOrDefault(field.field().name(), "")));
        String said = text.substring(0, Math.min(READ, text.length())).strip();
        long hash = said.hashCode() * 31L + said.length();
        var known = open.hash(record.tenant(), record.type(), record.id());
        if (said.length() >= SHORTEST && (known.isEmpty() || known.getAsLong() != hash) && running) {
            open.put(record.tenant(), record.type(), record.id(), hash, embeddings.of(said));
        }
    }
}
