package dev.windrose.journeys.engine.project;

import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Sources;
import dev.windrose.journeys.engine.column.Chunk;
import dev.windrose.journeys.engine.column.RowScope;
import dev.windrose.journeys.engine.column.Scan;
import dev.windrose.journeys.engine.column.SegmentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Writes a segment and what came since in the order of entities: both are sorted, so they are merged. */
final class MergeColumns {

    private final Sources sources;

    MergeColumns(Sources sources) {
        this.sources = sources;
    }

    void into(SegmentWriter writer) throws IOException {
        var all = IntStream.range(0, Dimension.values().length).toArray();
        int known = sources.view().base().entities();
        var fresh = new Rows(sources, writer, known);
        try {
            new Scan(sources.view(), RowScope.ALL, all, true).run(1, () -> fresh);
            fresh.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Entities of the segment come first and in order; between them belong those that it does not know. */
    private static final class Rows implements Consumer<Chunk> {

        private final Sources sources;
        private final SegmentWriter writer;
        private final int known;
        private final Chunk added;
        private int next;

        Rows(Sources sources, SegmentWriter writer, int known) {
            this.sources = sources;
            this.writer = writer;
            this.known = known;
            this.added = sources.view().addedEntities();
        }

        @Override
        public void accept(Chunk chunk) {
            for (int i = 0; i < chunk.entities; i++) {
                if (chunk.ids[i] < known) {
                    var key = sources.keys().apply(chunk.ids[i]);
                    while (next < added.entities
                            && Touched.compare(sources.keys().apply(added.ids[next]), key) < 0) {
                        write(added, next++);
                    }
                    write(chunk, i, key);
                }
            }
        }

        void end() {
            while (next < added.entities) {
                write(added, next++);
            }
        }

        private void write(Chunk chunk, int entity) {
            write(chunk, entity, sources.keys().apply(chunk.ids[entity]));
        }

        private void write(Chunk chunk, int entity, UUID key) {
            var codes = new int[chunk.codes.length];
            try {
                for (int row = chunk.starts[entity]; row < chunk.starts[entity + 1]; row++) {
                    for (int d = 0; d < codes.length; d++) {
                        codes[d] = chunk.codes[d][row];
                    }
                    writer.add(key, chunk.times[row], codes, chunk.amounts[row]);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
