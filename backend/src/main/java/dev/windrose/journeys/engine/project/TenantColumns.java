package dev.windrose.journeys.engine.project;

import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.Sources;
import dev.windrose.journeys.engine.column.Dictionary;
import dev.windrose.journeys.engine.column.Segment;
import dev.windrose.journeys.engine.column.SegmentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The events of one workspace and grain: a segment on the disk, and in memory what came since. Each refresh reads one snapshot of the database, so an
 * answer holds exactly the events whose transactions had ended, and nothing that a later merge will move counts twice.
 */
final class TenantColumns {

    private static final Logger LOG = LoggerFactory.getLogger(TenantColumns.class);

    private final JourneySegmentStore store;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate writing;
    private final Path folder;
    private final String node;
    private final Grain grain;
    private @Nullable State state;

    /** @param settled rows of transactions below it are here */
    private record State(Segment base, List<Dictionary> dictionaries, Touched touched, long settled, Sources sources) {}

    private record Written(Path file, long watermark, Segment segment, long checksum) {}

    TenantColumns(
            JourneySegmentStore store,
            TransactionTemplate oneMoment,
            TransactionTemplate writing,
            Path folder,
            String node,
            Grain grain) {
        this.store = store;
        this.oneMoment = oneMoment;
        this.writing = writing;
        this.folder = folder;
        this.node = node;
        this.grain = grain;
    }

    /** What there is at this moment. */
    synchronized Sources refresh(Instant now) {
        if (state == null) {
            state = opened(now);
        }
        var before = state;
        // What was read half is forgotten: without a state the next question opens the segment again.
        state = null;
        var after = Objects.requireNonNull(oneMoment.execute(_ -> caughtUp(before)));
        state = after;
        if (after.touched().events() > Math.max(100_000, after.base().rows() / 50)) {
            state = started(rewritten(after), now);
        }
        return state.sources();
    }

    synchronized void rewrite(Instant now) {
        refresh(now);
        state = started(rewritten(Objects.requireNonNull(state)), now);
    }

    synchronized void drop() {
        state = null;
    }

    private State opened(Instant now) {
        var manifest = oneMoment.execute(_ -> store.manifest(node, grain)).orElse(null);
        if (manifest != null) {
            try {
                var segment = Segment.open(folder.resolve(manifest.file()), true);
                return state(segment, manifest.watermark());
            } catch (IOException e) {
                LOG.warn("The columns of journeys are built anew: {}", e.getMessage());
            }
        }
        return started(Objects.requireNonNull(oneMoment.execute(_ -> built())), now);
    }

    private State started(Written written, Instant now) {
        var manifest = new Manifest(
                written.file().getFileName().toString(),
                written.watermark(),
                written.segment().rows(),
                written.segment().entities(),
                written.checksum());
        writing.executeWithoutResult(_ -> store.keep(node, grain, manifest, now));
        removeOthers(manifest.file());
        return state(written.segment(), written.watermark());
    }

    /** Files that a process left behind when it was killed, and those that were replaced. What is mapped stays readable. */
    private void removeOthers(String kept) {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.startsWith(grain.name() + "-") && !name.equals(kept)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Old columns of journeys stay behind for now: {}", e.getMessage());
        }
    }

    private State state(Segment segment, long settled) {
        var dictionaries = segment.dictionaries();
        var touched = new Touched(segment, dictionaries);
        return new State(segment, dictionaries, touched, settled, sources(segment, dictionaries, touched));
    }

    private static Sources sources(Segment segment, List<Dictionary> dictionaries, Touched touched) {
        var since = touched.since();
        int known = segment.entities();
        return new Sources(
                since.view(),
                dictionaries,
                number -> number < known ? segment.key(number) : since.keys().get(number - known));
    }

    private Path fresh() {
        return folder.resolve(grain.name() + "-" + UUID.randomUUID());
    }

    private Written built() {
        long settled = store.settled();
        var dictionaries = Stream.generate(Dictionary::new)
                .limit(Dimension.values().length)
                .toList();
        var file = fresh();
        try (var writer = new SegmentWriter(file, Dimension.values().length)) {
            store.readAll(grain, settled, event -> {
                try {
                    writer.add(
                            event.entity(), event.time(), Touched.codes(dictionaries, event.values()), event.amount());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            long checksum = writer.finish(dictionaries);
            return new Written(file, settled, Segment.open(file, false), checksum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private State caughtUp(State from) {
        long settled = store.settled();
        var moved = store.movedSince(grain, from.settled());
        var added = store.readNew(grain, from.settled(), settled);
        if (moved.isEmpty() && added.isEmpty()) {
            return new State(from.base(), from.dictionaries(), from.touched(), settled, from.sources());
        }
        var again = new HashSet<>(moved);
        again.addAll(from.touched().add(added));
        if (!again.isEmpty()) {
            from.touched().replace(again, store.readOf(grain, again, settled));
        }
        return new State(
                from.base(),
                from.dictionaries(),
                from.touched(),
                settled,
                sources(from.base(), from.dictionaries(), from.touched()));
    }

    /** Writes what there is into a new segment. */
    private Written rewritten(State from) {
        var file = fresh();
        try (var writer = new SegmentWriter(file, Dimension.values().length)) {
            new MergeColumns(from.sources()).into(writer);
            long checksum = writer.finish(from.dictionaries());
            return new Written(file, from.settled(), Segment.open(file, false), checksum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
