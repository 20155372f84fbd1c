package dev.windrose.records.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts what is found of each type and keeps the best of it. What changed lately comes a little before the rest. */
final class BestByType implements CollectorManager<BestByType.Found, BestByType.Found> {

    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;
    private static final float LATELY = 0.1f;
    private static final Comparator<Candidate> WORST_FIRST =
            Comparator.comparingDouble(Candidate::score).thenComparing(Candidate::id, Comparator.reverseOrder());

    private final Set<String> types;
    private final int most;
    private final long now;

    /** @param now in seconds */
    BestByType(Set<String> types, int most, long now) {
        this.types = types;
        this.most = most;
        this.now = now;
    }

    /** @param words whether it has the words that were asked for; otherwise it only means something like them */
    record Candidate(UUID id, float score, boolean words) {}

    /** The best of a type, best first, and how many there are. */
    record Best(List<Candidate> candidates, int count) {

        /** Each in place of what was known of the same record. */
        Best with(List<Candidate> others) {
            var ids = others.stream().map(Candidate::id).collect(Collectors.toSet());
            var known =
                    candidates.stream().filter(each -> !ids.contains(each.id())).toList();
            int again = candidates.size() - known.size();
            return new Best(
                    Stream.concat(known.stream(), others.stream())
                            .sorted(WORST_FIRST.reversed())
                            .toList(),
                    count + others.size() - again);
        }
    }

    @Override
    public Found newCollector() {
        return new Found();
    }

    @Override
    public Found reduce(Collection<Found> collectors) {
        return collectors.iterator().next();
    }

    /** What was found, by type. */
    final class Found implements Collector {

        private final Map<String, Heap> heaps = new HashMap<>();

        Map<String, Best> best() {
            var best = new HashMap<String, Best>();
            heaps.forEach((type, heap) -> {
                if (heap.count > 0) {
                    best.put(
                            type,
                            new Best(
                                    heap.kept.stream()
                                            .sorted(WORST_FIRST.reversed())
                                            .toList(),
                                    heap.count));
                }
            });
            return best;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            var reader = context.reader();
            var kinds = DocValues.getSorted(reader, SearchDocument.KIND);
            var ids = DocValues.getBinary(reader, SearchDocument.ID);
            var changes = DocValues.getNumeric(reader, SearchDocument.CHANGED);
            var known = new @Nullable Heap[kinds.getValueCount()];
            for (int i = 0; i < known.length; i++) {
                String type = kinds.lookupOrd(i).utf8ToString();
                known[i] = types.contains(type) ? heaps.computeIfAbsent(type, _ -> new Heap()) : null;
            }
            if (Arrays.stream(known).allMatch(heap -> heap == null)) {
                throw new CollectionTerminatedException();
            }
            return new OfSegment(known, kinds, ids, changes);
        }
    }

    /** Looks at the documents of one segment. */
    private final class OfSegment implements LeafCollector {

        private final @Nullable Heap[] known;
        private final SortedDocValues kinds;
        private final BinaryDocValues ids;
        private final NumericDocValues changes;
        private @Nullable Scorable scorer;

        OfSegment(@Nullable Heap[] known, SortedDocValues kinds, BinaryDocValues ids, NumericDocValues changes) {
            this.known = known;
            this.kinds = kinds;
            this.ids = ids;
            this.changes = changes;
        }

        @Override
        public void setScorer(Scorable given) {
            scorer = given;
        }

        @Override
        public void collect(int document) throws IOException {
            if (scorer == null || !kinds.advanceExact(document)) {
                return;
            }
            Heap heap = known[kinds.ordValue()];
            if (heap == null) {
                return;
            }
            heap.count++;
            float score = scorer.score();
            if (!heap.takes(score * (1 + LATELY), most)) {
                return;
            }
            score *= changes.advanceExact(document) ? recency(changes.longValue()) : 1;
            if (heap.ties(score, most) && ids.advanceExact(document)) {
                heap.add(new Candidate(RecordKey.id(ids.binaryValue()), score, true), most);
            }
        }

        /** From 1 for old records to 1.1 for those of today; by whole hours, so that the order does not change from page to page. */
        private float recency(long changed) {
            long hours = Math.max(0, now / HOUR - changed / HOUR);
            return 1 + LATELY / (1 + hours / (30f * DAY / HOUR));
        }
    }

    private static final class Heap {

        private final PriorityQueue<Candidate> kept = new PriorityQueue<>(WORST_FIRST);
        private int count;

        boolean takes(float score, int most) {
            return kept.size() < most || kept.element().score() < score;
        }

        boolean ties(float score, int most) {
            return kept.size() < most || kept.element().score() <= score;
        }

        /** Of equal ones the older stay, wherever in the index they are, so that pages follow one another. */
        void add(Candidate candidate, int most) {
            if (kept.size() < most) {
                kept.add(candidate);
            } else if (WORST_FIRST.compare(candidate, kept.element()) > 0) {
                kept.remove();
                kept.add(candidate);
            }
        }
    }
}
