package dev.windrose.context.retrieval;

import dev.windrose.events.EventPosition;
import dev.windrose.platform.id.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

/** Chunks by their words, and by their vectors where no other index has those. Its last commit says how far into the event log it is. */
final class ChunkIndex implements AutoCloseable {

    /** Raised when documents are made otherwise: older indexes are then built anew. */
    private static final String FORM = "1";

    private static final double MEGABYTES = 24;

    private final MMapDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String database;
    private final boolean vectors;
    /** Whoever reads rows and writes what they say holds it for both, so that nothing older overwrites something newer. */
    private final ReentrantLock rows = new ReentrantLock();

    private volatile EventPosition position;
    private volatile String round;
    private volatile boolean complete;

    private ChunkIndex(MMapDirectory directory, IndexWriter writer, String database, boolean vectors, Told told)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.database = database;
        this.vectors = vectors;
        this.position = told.position();
        this.round = told.round();
        this.complete = told.complete();
    }

    /** What the last commit says. */
    private record Told(EventPosition position, String round, boolean complete) {}

    /** What is in the folder, if it is whole, of this form and of this database. */
    static Optional<ChunkIndex> open(Path folder, String database, boolean vectors) {
        try (var there = new MMapDirectory(folder)) {
            if (!DirectoryReader.indexExists(there)) {
                return Optional.empty();
            }
            Map<String, String> told;
            try (var reader = DirectoryReader.open(there)) {
                told = reader.getIndexCommit().getUserData();
            }
            if (!FORM.equals(told.get("form"))
                    || !database.equals(told.get("database"))
                    || !String.valueOf(vectors).equals(told.get("vectors"))) {
                return Optional.empty();
            }
            var place = new Told(
                    EventPosition.parse(told.getOrDefault("position", "0-0")),
                    told.getOrDefault("round", "1"),
                    Boolean.parseBoolean(told.get("complete")));
            return Optional.of(make(folder, database, vectors, place, IndexWriterConfig.OpenMode.APPEND));
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** An empty one. */
    static ChunkIndex create(Path folder, String database, boolean vectors, EventPosition position) {
        try {
            return make(folder, database, vectors, new Told(position, "1", false), IndexWriterConfig.OpenMode.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChunkIndex make(
            Path folder, String database, boolean vectors, Told told, IndexWriterConfig.OpenMode mode)
            throws IOException {
        var directory = new MMapDirectory(folder);
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(3, 1);
        // So that forgetting leaves no segment out, however little of it is deleted.
        var policy = new TieredMergePolicy();
        policy.setForceMergeDeletesPctAllowed(0);
        var writer = new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setOpenMode(mode)
                        .setMergePolicy(policy)
                        .setRAMBufferSizeMB(MEGABYTES)
                        .setMergeScheduler(merges)
                        .setCommitOnClose(false));
        return new ChunkIndex(directory, writer, database, vectors, told);
    }

    boolean open() {
        return writer.isOpen();
    }

    /** Whether everything that was there when it was begun is in it. */
    boolean complete() {
        return complete;
    }

    EventPosition position() {
        return position;
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

    /** All chunks of the source instead of those it has; none removes it. */
    void put(TenantId tenant, String type, UUID source, List<Chunk> chunks) {
        var own = ChunkDocument.sourceTerm(tenant, type, source);
        try {
            if (chunks.isEmpty()) {
                writer.deleteDocuments(own);
                return;
            }
            writer.updateDocuments(
                    own,
                    chunks.stream()
                            .map(chunk -> ChunkDocument.of(chunk, round, vectors))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on everything is written anew; what is not by {@link #endRound} goes. */
    void beginRound() {
        inOneStep(() -> round = String.valueOf(Long.parseLong(round) + 1));
    }

    void endRound() {
        try {
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.FILTER)
                    .add(new TermQuery(new Term(ChunkDocument.ROUND, round)), Occur.MUST_NOT)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        complete = true;
        refresh();
        commit();
    }

    /** Whether this encoder has read all chunks of all workspaces. */
    boolean allRead(String encoder) {
        return search(searcher -> searcher.search(
                                new BooleanQuery.Builder()
                                        .add(new MatchAllDocsQuery(), Occur.FILTER)
                                        .add(new TermQuery(new Term(ChunkDocument.ENCODER, encoder)), Occur.MUST_NOT)
                                        .build(),
                                1)
                        .scoreDocs
                        .length
                == 0);
    }

    /** Chunks of the workspace that this encoder has not read. */
    List<UUID> unread(TenantId tenant, String encoder, int most) {
        return search(searcher -> {
            var query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(ChunkDocument.TENANT, ChunkDocument.tenant(tenant))), Occur.FILTER)
                    .add(new TermQuery(new Term(ChunkDocument.ENCODER, encoder)), Occur.MUST_NOT)
                    .build();
            return ReadIds.of(searcher, searcher.search(query, most).scoreDocs);
        });
    }

    /** How many chunks of the workspace wait for this encoder. */
    int unreadCount(TenantId tenant, String encoder) {
        return search(searcher -> searcher.count(new BooleanQuery.Builder()
                .add(new TermQuery(new Term(ChunkDocument.TENANT, ChunkDocument.tenant(tenant))), Occur.FILTER)
                .add(new TermQuery(new Term(ChunkDocument.ENCODER, encoder)), Occur.MUST_NOT)
                .build()));
    }

    /** @param score of the words */
    record Hit(UUID chunk, double score) {}

    List<Hit> words(ChunkScope scope, String question, int most) {
        var words = ChunkWords.asked(question);
        if (words.isEmpty() || scope.empty()) {
            return List.of();
        }
        var query = ChunkQuery.words(words, WordsAlike.of(question), ChunkQuery.scope(scope));
        return search(searcher -> {
            var found = searcher.search(query, most).scoreDocs;
            var ids = ReadIds.of(searcher, found);
            var hits = new ArrayList<Hit>();
            for (int i = 0; i < ids.size(); i++) {
                hits.add(new Hit(ids.get(i), found[i].score));
            }
            return hits;
        });
    }

    int count(TenantId tenant) {
        return search(searcher ->
                searcher.count(new TermQuery(new Term(ChunkDocument.TENANT, ChunkDocument.tenant(tenant)))));
    }

    void remove(TenantId tenant, String type, Collection<UUID> sources) {
        sources.forEach(source -> put(tenant, type, source, List.of()));
    }

    void removeChunks(Collection<UUID> ids) {
        try {
            for (UUID id : ids) {
                writer.deleteDocuments(new Term(ChunkDocument.KEY, ChunkDocument.bytes(id)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Searching<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Searching<T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets searches see what was written. */
    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written so far outlives the process. */
    void commit() {
        try {
            writer.setLiveCommitData(Map.of(
                            "form",
                            FORM,
                            "database",
                            database,
                            "vectors",
                            String.valueOf(vectors),
                            "position",
                            position.key(),
                            "round",
                            round,
                            "complete",
                            String.valueOf(complete))
                    .entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes from the disk what deleted and older chunks said. */
    void forget() {
        try {
            writer.forceMergeDeletes(true);
            commit();
            refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            if (writer.isOpen()) {
                commit();
            }
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
