package dev.windrose.records.search;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NRTCachingDirectory;

/**
 * What searches are to see a moment after it was written becomes a dozen small files each time, most of which are merged into others soon. They
 * stay in memory until the next commit, which writes what is left of them. A crash loses no more than without: the log of events is followed
 * from the last commit.
 */
final class SmallFilesInMemory {

    /** Files above it are written at once. */
    private static final double LARGEST_MEGABYTES = 1;

    private static final double MOST_MEGABYTES = 4;

    private SmallFilesInMemory() {}

    static Directory over(Directory folder) {
        return new NRTCachingDirectory(folder, LARGEST_MEGABYTES, MOST_MEGABYTES);
    }
}
