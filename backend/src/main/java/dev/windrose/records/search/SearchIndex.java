package dev.windrose.records.search;

import dev.windrose.events.EventPosition;
import dev.windrose.platform.id.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One index in one folder. Its last commit says how far into the event log it is and whether all records are in it. */
final class SearchIndex implements AutoCloseable {

    /** Raised when documents are made otherwise: older indexes are then built anew. */
    private static final String FORM = "5";

    private static final double MEGABYTES = 16;
    private static final double MEGABYTES_WHILE_FILLING = 32;

    static {
        // Phrases of the same meaning, each in every field that a person sees, are many small conditions.
        IndexSearcher.setMaxClauseCount(32_768);
    }

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final Searchers searchers;
    private final String database;
    /** Whoever reads rows and writes what they say holds it for both, so that nothing older overwrites something newer. */
    private final ReentrantLock rows = new ReentrantLock();
    /** While the index is filled: what events have brought already. */
    private final @Nullable Set<BytesRef> brought;

    private final Supplier<String> remainder;
    private volatile boolean complete;
    private volatile EventPosition position;
    /** What the last commit of the last process left to do. */
    private String left = "";

    private SearchIndex(
            Path folder, String database, EventPosition position, boolean complete, Supplier<String> remainder)
            throws IOException {
        this.remainder = remainder;
        this.folder = folder;
        this.database = database;
        this.position = position;
        this.complete = complete;
        this.brought = complete ? null : new HashSet<>();
        this.directory = SmallFilesInMemory.over(new MMapDirectory(folder));
        this.writer = writer(directory, complete);
        this.searchers = new Searchers(writer);
    }

    private static IndexWriter writer(Directory directory, boolean complete) throws IOException {
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(3, 1);
        // So that forgetting leaves no segment out, however little of it is deleted.
        var policy = new TieredMergePolicy();
        policy.setForceMergeDeletesPctAllowed(0);
        var config = new IndexWriterConfig()
                .setMergePolicy(policy)
                .setOpenMode(complete ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(complete ? MEGABYTES : MEGABYTES_WHILE_FILLING)
                .setMergeScheduler(merges)
                .setCommitOnClose(false);
        return new IndexWriter(directory, config);
    }

    /** What is in the folder, if it is whole, of this form and of this database. */
    static Optional<SearchIndex> open(Path folder, String database, Supplier<String> remainder) {
        try (var directory = new MMapDirectory(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            Map<String, String> told;
            try (var reader = DirectoryReader.open(directory)) {
                told = reader.getIndexCommit().getUserData();
            }
            if (!FORM.equals(told.get("form")) || !database.equals(told.get("database"))) {
                return Optional.empty();
            }
            var position = EventPosition.parse(told.getOrDefault("position", "0-0"));
            var index = new SearchIndex(folder, database, position, true, remainder);
            index.left = told.getOrDefault("left", "");
            return Optional.of(index);
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** An empty one, to be filled with what there is at the position. */
    static SearchIndex create(Path folder, String database, EventPosition position, Supplier<String> remainder) {
        try {
            return new SearchIndex(folder, database, position, false, remainder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** False once a full disk or the like has ended it. */
    boolean open() {
        return writer.isOpen();
    }

    boolean complete() {
        return complete;
    }

    EventPosition position() {
        return position;
    }

    String left() {
        return left;
    }

    void moved(EventPosition to) {
        position = to;
    }

    /** Reads rows and writes what they say, as one step. */
    void inOneStep(Runnable step) {
        rows.lock();
        try {
            step.run();
        } finally {
            rows.unlock();
        }
    }

    /** What events tell: these records are as given, the others of the ids are gone. */
    void put(TenantId tenant, String type, Iterable<UUID> ids, List<SearchField> fields, List<SearchStore.Row> found) {
        var there = new HashSet<UUID>();
        try {
            for (var row : found) {
                there.add(row.id());
                writer.updateDocument(
                        RecordKey.term(tenant, type, row.id()), SearchDocument.of(tenant, type, fields, row));
            }
            for (UUID id : ids) {
                if (!there.contains(id)) {
                    writer.deleteDocuments(RecordKey.term(tenant, type, id));
                }
                if (brought != null) {
                    brought.add(RecordKey.of(tenant, type, id));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the filling finds, but for records that events have brought since it began. */
    void fill(TenantId tenant, String type, List<SearchField> fields, List<SearchStore.Row> found) {
        try {
            for (var row : found) {
                if (brought == null || !brought.contains(RecordKey.of(tenant, type, row.id()))) {
                    writer.addDocument(SearchDocument.of(tenant, type, fields, row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void filled() {
        refresh();
        inOneStep(() -> {
            complete = true;
            if (brought != null) {
                brought.clear();
            }
        });
        commit();
    }

    /** Lets searches see what was written. */
    void refresh() {
        searchers.refresh();
    }

    /** What was written so far outlives the process. An index that is not filled yet is none after a crash. */
    void commit() {
        if (!complete) {
            return;
        }
        try {
            // The position first: what its events leave to do is noted before it moves on.
            String key = position.key();
            writer.setLiveCommitData(
                    Map.of("form", FORM, "database", database, "position", key, "left", remainder.get())
                            .entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes from the disk what deleted documents and older versions of documents said. */
    void forget() {
        try {
            writer.forceMergeDeletes(true);
            commit();
            refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T search(Searchers.Searching<T> work) {
        return searchers.search(work);
    }

    int documents() {
        return writer.getDocStats().numDocs;
    }

    long bytes() {
        try {
            long sum = 0;
            for (String file : directory.listAll()) {
                sum += directory.fileLength(file);
            }
            return sum;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            commit();
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a process that is killed leaves it. */
    void abandon() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
