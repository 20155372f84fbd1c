package dev.windrose.records.search;

import dev.windrose.events.EventPosition;
import dev.windrose.platform.process.PrivateFiles;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The index that answers, and the one that is being built to take its place. */
@Component
class SearchIndexes {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexes.class);
    private static final String PREFIX = "index-";

    private final Path folder;
    private volatile Remainder remainder = Remainder.NONE;
    private volatile @Nullable SearchIndex serving;
    private volatile @Nullable SearchIndex building;
    private @Nullable FileChannel lock;

    SearchIndexes(ProcessSettings settings) {
        this.folder = settings.folder().resolve("search");
    }

    /** Work that goes on beside the events and has to outlive the process with the index. */
    interface Remainder {

        Remainder NONE = new Remainder() {
            @Override
            public String left() {
                return "";
            }

            @Override
            public void goOn(String told) {
                throw new IllegalStateException("Nobody goes on with " + told);
            }
        };

        /** Empty where nothing is left. */
        String left();

        /** @param told by {@link #left} before the last commit */
        void goOn(String told);
    }

    void also(Remainder work) {
        remainder = work;
    }

    private String left() {
        return remainder.left();
    }

    Path folder() {
        return folder;
    }

    /** What answers searches; while there is nothing else, what is being built. */
    Optional<SearchIndex> answering() {
        var index = serving;
        return Optional.ofNullable(index == null ? building : index);
    }

    Optional<SearchIndex> beingBuilt() {
        return Optional.ofNullable(building);
    }

    /** Those that follow the events. */
    List<SearchIndex> all() {
        return Stream.of(Optional.ofNullable(serving), Optional.ofNullable(building))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Reads rows and writes what they say into all that follow the events, as one step. */
    void inOneStep(Consumer<List<SearchIndex>> step) {
        var all = all();
        held(all.iterator(), () -> step.accept(all));
    }

    private static void held(Iterator<SearchIndex> indexes, Runnable step) {
        if (indexes.hasNext()) {
            indexes.next().inOneStep(() -> held(indexes, step));
        } else {
            step.run();
        }
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
            LOG.debug("The folder of the search index is not free", taken);
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
                LOG.debug("The lock of the search index was not given back", e);
            }
        }
    }

    /** Opens what the last process left, if it is fit. */
    void open(String database, Predicate<SearchIndex> fit) {
        var folders = numbered();
        for (Path each : folders.reversed()) {
            if (serving == null) {
                SearchIndex.open(each, database, this::left).ifPresent(index -> {
                    if (fit.test(index)) {
                        serving = index;
                        if (!index.left().isEmpty()) {
                            remainder.goOn(index.left());
                        }
                    } else {
                        index.abandon();
                    }
                });
            }
        }
        for (Path each : folders) {
            if (serving == null || !each.equals(serving.folder())) {
                remove(each);
            }
        }
    }

    SearchIndex build(String database, EventPosition position) {
        int number = numbered().stream().mapToInt(SearchIndexes::number).max().orElse(0) + 1;
        var index = SearchIndex.create(folder.resolve(PREFIX + number), database, position, this::left);
        building = index;
        return index;
    }

    /** The built index takes over; the older one goes once nobody reads it. */
    void takeOver() {
        var before = serving;
        serving = building;
        building = null;
        if (before != null) {
            before.abandon();
            remove(before.folder());
        }
    }

    void giveUp() {
        var index = building;
        building = null;
        if (index != null) {
            index.abandon();
            remove(index.folder());
        }
    }

    /** A serving index that can no longer be written is dropped; another one is built. */
    void drop() {
        var index = serving;
        serving = null;
        if (index != null) {
            index.abandon();
            remove(index.folder());
        }
    }

    void close() {
        var index = serving;
        serving = null;
        if (index != null) {
            index.close();
        }
        giveUp();
        release();
    }

    private List<Path> numbered() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + "\\d{1,9}"))
                    .sorted(Comparator.comparingInt(SearchIndexes::number))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().substring(PREFIX.length()));
    }

    private static void remove(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            LOG.warn("The old search index {} could not be removed", path);
        }
    }
}
