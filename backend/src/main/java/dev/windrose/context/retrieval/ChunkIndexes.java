package dev.windrose.context.retrieval;

import dev.windrose.events.EventPosition;
import dev.windrose.platform.process.PrivateFiles;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The index of this process in its folder. */
@Component
class ChunkIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkIndexes.class);

    private final Path folder;
    private volatile @Nullable ChunkIndex serving;
    private @Nullable FileChannel lock;

    ChunkIndexes(ProcessSettings settings) {
        this.folder = settings.folder().resolve("passages");
    }

    Path folder() {
        return folder;
    }

    Optional<ChunkIndex> answering() {
        return Optional.ofNullable(serving);
    }

    /** Takes the folder for this process. */
    boolean claim() {
        PrivateFiles.createFolder(folder);
        try {
            lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() != null) {
                return true;
            }
        } catch (IOException | OverlappingFileLockException taken) {
            LOG.debug("The folder of the index of passages is not free", taken);
        }
        release();
        return false;
    }

    private void release() {
        var held = lock;
        lock = null;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                LOG.debug("The lock of the index of passages was not given back", e);
            }
        }
    }

    /** What the last process left, if it is fit; else an empty one from the end of the log on. */
    ChunkIndex open(String database, boolean vectors, EventPosition end) {
        var left = ChunkIndex.open(place(), database, vectors).filter(index -> {
            boolean fit = index.position().compareTo(end) <= 0;
            if (!fit) {
                index.abandon();
            }
            return fit;
        });
        var index = left.orElseGet(() -> empty(database, vectors, end));
        serving = index;
        return index;
    }

    private ChunkIndex empty(String database, boolean vectors, EventPosition end) {
        try {
            FileSystemUtils.deleteRecursively(place());
        } catch (IOException e) {
            LOG.warn("The old index of passages could not be removed", e);
        }
        return ChunkIndex.create(place(), database, vectors, end);
    }

    private Path place() {
        return folder.resolve("index");
    }

    /** It can no longer be written. */
    void drop() {
        var index = serving;
        serving = null;
        if (index != null) {
            index.abandon();
        }
        try {
            FileSystemUtils.deleteRecursively(place());
        } catch (IOException e) {
            LOG.warn("The broken index of passages could not be removed", e);
        }
    }

    void close() {
        var index = serving;
        serving = null;
        if (index != null) {
            index.close();
        }
        release();
    }
}
