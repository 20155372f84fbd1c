package dev.windrose.records.search;

import dev.windrose.events.EventPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the index of this process: opens it, follows the log, builds it anew where it is missing, unfit or asked for, and saves it. */
@Component
class KeepIndex implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeepIndex.class);
    private static final Duration IDLE = Duration.ofMillis(700);
    /** Lets the answer to the writer go first. */
    private static final Duration GATHER = Duration.ofMillis(60);
    /** Writes that come one after another are indexed together, unless somebody waits for them. */
    private static final Duration APART = Duration.ofMillis(300);

    private static final Duration FARTHEST_APART = Duration.ofMillis(700);
    /** Where reading takes long it is done less often. */
    private static final int SHARE = 10;

    private static final Duration TROUBLE = Duration.ofSeconds(2);
    private static final EventPosition NOWHERE = EventPosition.START;

    private final SearchIndexes indexes;
    private final SearchStore store;
    private final FollowLog follow;
    private final RebuildIndex rebuild;
    private final Meanings meanings;
    private final SearchSettings settings;
    private final Clock clock;
    private final AtomicBoolean wanted = new AtomicBoolean();

    private volatile boolean running;
    private volatile @Nullable Instant current;
    private @Nullable Thread keeper;
    private @Nullable Thread builder;
    private volatile boolean built;
    private volatile boolean failed;
    private long saved = System.nanoTime();
    private long forgot = System.nanoTime();

    KeepIndex(
            SearchIndexes indexes,
            SearchStore store,
            FollowLog follow,
            RebuildIndex rebuild,
            Meanings meanings,
            SearchSettings settings,
            Clock clock) {
        this.meanings = meanings;
        this.indexes = indexes;
        this.store = store;
        this.follow = follow;
        this.rebuild = rebuild;
        this.settings = settings;
        this.clock = clock;
    }

    /** Builds the index anew beside the one that answers. Asked again while it is being built, it changes nothing. */
    void rebuild() {
        wanted.set(true);
    }

    boolean rebuilding() {
        return wanted.get() || indexes.beingBuilt().isPresent();
    }

    double progress() {
        return rebuild.progress();
    }

    /** When the index last held everything that had been written. */
    @Nullable
    Instant current() {
        return current;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Not before: the start of the application needs the cores. */
    @EventListener(ApplicationReadyEvent.class)
    public synchronized void begin() {
        if (!running || keeper != null) {
            return;
        }
        keeper = Thread.ofPlatform().daemon().name("search-index").start(this::keep);
    }

    private void keep() {
        try {
            while (running && !indexes.claim()) {
                Thread.sleep(TROUBLE);
            }
            boolean open = false;
            while (running) {
                long seen = follow.signals();
                try {
                    if (!open) {
                        open();
                        open = true;
                        meanings.start(indexes.folder());
                    }
                    long begin = System.nanoTime();
                    step();
                    long took = System.nanoTime() - begin;
                    follow.await(seen, IDLE);
                    if (follow.signals() != seen) {
                        long left = apart(took) - (System.nanoTime() - begin);
                        follow.gather(Duration.ofNanos(Math.max(GATHER.toNanos(), left)));
                    }
                } catch (RuntimeException | Error e) {
                    trouble(e);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The search index is no longer kept", e);
        }
    }

    /** How long after the beginning of the last reading the next one begins, where there is always something to read. */
    private static long apart(long took) {
        return Math.clamp(SHARE * took, APART.toNanos(), FARTHEST_APART.toNanos());
    }

    private void open() {
        var end = follow.end();
        indexes.open(store.database(), index -> index.position().compareTo(end) <= 0);
        indexes.answering().ifPresent(index -> follow.from(index.position()));
    }

    private void step() {
        if (built) {
            follow.catchUp();
            takeOver();
        }
        if (failed) {
            failed = false;
            indexes.giveUp();
        }
        if (indexes.beingBuilt().isEmpty() && (asked() || indexes.answering().isEmpty())) {
            build();
        }
        follow.catchUp();
        current = clock.instant();
        saveNowAndThen();
    }

    /** A file in the folder asks as well: that is how the command reaches a process. */
    private boolean asked() {
        try {
            return Files.deleteIfExists(indexes.folder().resolve(Reindex.ASKED)) || wanted.get();
        } catch (IOException e) {
            return wanted.get();
        }
    }

    private void build() {
        if (indexes.answering().isEmpty()) {
            follow.from(follow.end());
            meanings.startAnew();
        }
        var index = indexes.build(store.database(), follow.position());
        wanted.set(false);
        builder = Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY + 1)
                .name("search-rebuild")
                .start(() -> fill(index));
    }

    private void fill(SearchIndex index) {
        long begin = System.nanoTime();
        try {
            if (rebuild.into(index, () -> running)) {
                LOG.info(
                        "The search index is built: {} documents in {} s",
                        index.documents(),
                        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
                built = true;
            }
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("The search index could not be built and is begun again", e);
                LockSupport.parkNanos(TROUBLE.toNanos());
                failed = true;
            }
        }
    }

    private void takeOver() {
        built = false;
        indexes.beingBuilt().ifPresent(SearchIndex::filled);
        indexes.takeOver();
        saved = System.nanoTime();
    }

    private void saveNowAndThen() {
        long now = System.nanoTime();
        if (now - forgot > settings.forgetEvery().toNanos()) {
            forgot = now;
            // Takes long in a large index, and what is written meanwhile must be found.
            Thread.ofPlatform().daemon().name("search-forget").start(this::forget);
        } else if (now - saved > settings.commitEvery().toNanos()) {
            saved = now;
            // First: what it leaves out after a crash the events bring again.
            meanings.commit();
            indexes.answering().ifPresent(SearchIndex::commit);
        }
    }

    private void forget() {
        try {
            meanings.forget();
            indexes.answering().ifPresent(SearchIndex::forget);
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("Words of deleted records stay in the search index until the next time", e);
            }
        }
    }

    private void trouble(Throwable e) throws InterruptedException {
        if (!running) {
            return;
        }
        if (e instanceof AlreadyClosedException
                || indexes.answering().filter(index -> !index.open()).isPresent()) {
            LOG.error("The search index can no longer be written and is built anew", e);
            indexes.drop();
            follow.from(NOWHERE);
        } else {
            LOG.warn("The search index stays behind for a moment", e);
        }
        Thread.sleep(TROUBLE);
    }

    @Override
    public synchronized void stop() {
        running = false;
        follow.wake();
        end(builder);
        end(keeper);
        meanings.stop();
        indexes.close();
    }

    private static void end(@Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        try {
            // Not interrupted: that would close the files of the index.
            if (!thread.join(Duration.ofSeconds(3))) {
                LOG.warn("{} did not end in time", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
