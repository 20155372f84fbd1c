package dev.windrose.records.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the index is. */
@Component
public class SearchState {

    private static final int MUCH = 5_000;

    private final SearchIndexes indexes;
    private final KeepIndex keep;
    private final FollowLog follow;
    private final Meanings meanings;

    SearchState(SearchIndexes indexes, KeepIndex keep, FollowLog follow, Meanings meanings) {
        this.meanings = meanings;
        this.indexes = indexes;
        this.keep = keep;
        this.follow = follow;
    }

    /**
     * The index of this process.
     *
     * @param indexedTo when it last held everything written
     * @param behind events it has not read, counted up to 10,000
     * @param progress of a rebuild, from 0 to 1
     * @param meanings texts that are also found by what they mean
     */
    public record Status(
            int documents,
            long sizeBytes,
            @Nullable Instant indexedTo,
            int behind,
            boolean rebuilding,
            @Nullable Double progress,
            int meanings,
            int meaningsWaiting) {}

    public Status status() {
        var index = indexes.answering();
        boolean rebuilding = keep.rebuilding();
        return new Status(
                index.map(SearchIndex::documents).orElse(0),
                index.map(SearchIndex::bytes).orElse(0L),
                keep.current(),
                follow.behind(),
                rebuilding,
                rebuilding ? Math.floor(keep.progress() * 1000) / 1000 : null,
                meanings.documents(),
                meanings.waiting());
    }

    /** A sentence where results may be missing. */
    @Nullable
    String notice() {
        var index = indexes.answering();
        if (index.isEmpty()) {
            return "The search is starting; try again in a moment.";
        }
        if (!index.get().complete()) {
            return "The search is being rebuilt, %d %% done; results may be missing."
                    .formatted((int) (keep.progress() * 100));
        }
        return follow.lagging(MUCH) ? "Many records were just written; the newest may not be found yet." : null;
    }
}
