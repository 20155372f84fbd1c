package dev.windrose.records.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;

/** Searches what a writer has written up to the last {@link #refresh}. */
final class Searchers implements AutoCloseable {

    private final SearcherManager all;

    Searchers(IndexWriter writer) throws IOException {
        all = new SearcherManager(writer, new SearcherFactory());
    }

    interface Searching<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Searching<T> work) {
        try {
            IndexSearcher searcher = all.acquire();
            try {
                return work.in(searcher);
            } finally {
                all.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets searches see what was written. */
    void refresh() {
        try {
            all.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
