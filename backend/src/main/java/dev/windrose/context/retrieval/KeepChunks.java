package dev.windrose.context.retrieval;

import dev.windrose.records.search.AlsoRebuilt;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
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

/** Keeps the index of passages: opens it, follows the log, fills it anew where it is missing or asked for, reads for meaning, and saves it. */
@Component
class KeepChunks implements SmartLifecycle, AlsoRebuilt {

    private static final Logger LOG = LoggerFactory.getLogger(KeepChunks.class);
    private static final Duration IDLE = Duration.ofMillis(700);
    /** Lets the answer to the writer go first. */
    private static final Duration GATHER = Duration.ofMillis(60);

    private static final Duration TROUBLE = Duration.ofSeconds(2);
    /** A file of this name in the folder of the index asks for it to be filled anew. */
    static final String ASKED = "asked";

    private final ChunkIndexes indexes;
    private final SourceStore store;
    private final FollowSources follow;
    private final RebuildChunks rebuild;
    private final EmbedChunks embed;
    private final PlaceVectors place;
    private final RetrievalSettings settings;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean building = new AtomicBoolean();

    private volatile boolean running;
    private @Nullable Thread keeper;
    private @Nullable Thread reader;
    private @Nullable Thread builder;
    private long saved = System.nanoTime();
    private long forgot = System.nanoTime();

    KeepChunks(
            ChunkIndexes indexes,
            SourceStore store,
            FollowSources follow,
            RebuildChunks rebuild,
            EmbedChunks embed,
            PlaceVectors place,
            RetrievalSettings settings) {
        this.indexes = indexes;
        this.store = store;
        this.follow = follow;
        this.rebuild = rebuild;
        this.embed = embed;
        this.place = place;
        this.settings = settings;
    }

    @Override
    public void rebuild() {
        wanted.set(true);
        follow.wake();
    }

    boolean rebuilding() {
        return wanted.get() || building.get();
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
        keeper = Thread.ofPlatform().daemon().name("passages").start(this::keep);
        reader = Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("passages-meaning")
                .start(this::read);
    }

    private void keep() {
        try {
            while (running && !indexes.claim()) {
                Thread.sleep(TROUBLE);
            }
            while (running) {
                long seen = follow.signals();
                try {
                    step();
                    follow.await(seen, IDLE);
                    if (follow.signals() != seen) {
                        Thread.sleep(GATHER);
                    }
                } catch (RuntimeException | Error e) {
                    trouble(e);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The index of passages is no longer kept", e);
        }
    }

    private void step() {
        var index = indexes.answering().orElse(null);
        if (index == null) {
            index = indexes.open(store.database(), place.here(), follow.end());
            follow.from(index.position());
        }
        follow.catchUp();
        if (!building.get() && (!index.complete() || asked())) {
            building.set(true);
            wanted.set(false);
            fill(index);
        }
        saveNowAndThen(index);
    }

    private boolean asked() {
        try {
            return Files.deleteIfExists(indexes.folder().resolve(ASKED)) || wanted.get();
        } catch (IOException e) {
            return wanted.get();
        }
    }

    private void fill(ChunkIndex index) {
        builder = Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY + 1)
                .name("passages-rebuild")
                .start(() -> {
                    long begin = System.nanoTime();
                    try {
                        index.beginRound();
                        if (rebuild.into(index, () -> running)) {
                            index.endRound();
                            LOG.info(
                                    "The index of passages is filled: {} in {} s",
                                    index.documents(),
                                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
                        }
                    } catch (RuntimeException e) {
                        if (running) {
                            LOG.warn("The index of passages could not be filled and is begun again", e);
                            LockSupport.parkNanos(TROUBLE.toNanos());
                            wanted.set(true);
                        }
                    } finally {
                        building.set(false);
                    }
                });
    }

    private void saveNowAndThen(ChunkIndex index) {
        long now = System.nanoTime();
        if (now - forgot > settings.forgetEvery().toNanos()) {
            forgot = now;
            // Takes long in a large index, and what is written meanwhile must be found.
            Thread.ofPlatform().daemon().name("passages-forget").start(() -> forget(index));
        } else if (now - saved > settings.commitEvery().toNanos()) {
            saved = now;
            index.commit();
        }
    }

    private void forget(ChunkIndex index) {
        try {
            store.tenants().forEach(rebuild::trim);
            index.forget();
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("Words of deleted passages stay in the index until the next time", e);
            }
        }
    }

    /** Vectors come after the words, and outside indexes after the vectors. */
    private void read() {
        long seen = -1;
        while (running) {
            try {
                boolean more = embed.some();
                more |= place.some();
                if (!more) {
                    long now = follow.signals();
                    if (now == seen) {
                        follow.await(seen, IDLE);
                    }
                    seen = now;
                    Thread.sleep(GATHER);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("Passages are not read for their meaning for a moment", e);
                    LockSupport.parkNanos(TROUBLE.toNanos());
                }
            }
        }
    }

    private void trouble(Throwable e) throws InterruptedException {
        if (!running) {
            return;
        }
        if (e instanceof AlreadyClosedException
                || indexes.answering().filter(index -> !index.open()).isPresent()) {
            LOG.error("The index of passages can no longer be written and is filled anew", e);
            indexes.drop();
        } else {
            LOG.warn("The index of passages stays behind for a moment", e);
        }
        Thread.sleep(TROUBLE);
    }

    @Override
    public synchronized void stop() {
        running = false;
        follow.wake();
        end(builder);
        end(keeper);
        end(reader);
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
