package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.FuseScores.Fused;
import dev.windrose.records.RecordRef;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what was found again from the database, under the policies: nothing is shown that the actor no longer sees. Needs a transaction. */
@Component
class ReadPassages {

    private final ChunkStore store;
    private final Records records;

    ReadPassages(ChunkStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    /** @param lost whether something was found that the actor does not see */
    record Found(List<Passage> passages, boolean lost) {}

    Found of(List<Fused> fused, ChunkScope scope, Set<String> words, int most) {
        var passages = new ArrayList<Passage>();
        boolean lost = false;
        for (int from = 0; from < fused.size() && passages.size() < most; from += most) {
            var some = fused.subList(from, Math.min(fused.size(), from + most));
            var chunks = store.byIds(some.stream().map(Fused::chunk).toList()).stream()
                    .collect(Collectors.toMap(Chunk::id, Function.identity()));
            var refs = refs(chunks.values().stream().toList());
            for (var each : some) {
                var chunk = chunks.get(each.chunk());
                var ref = chunk == null ? null : refs.get(chunk.source());
                lost |= chunk != null && ref == null;
                if (chunk != null && ref != null && passages.size() < most && readable(chunk, scope)) {
                    passages.add(passage(chunk, ref, each, words));
                }
            }
        }
        return new Found(passages, lost);
    }

    private static boolean readable(Chunk chunk, ChunkScope scope) {
        return scope.levels().contains(chunk.level());
    }

    /** Of what the actor sees. */
    private Map<UUID, RecordRef> refs(List<Chunk> chunks) {
        var refs = new HashMap<UUID, RecordRef>();
        chunks.stream()
                .collect(Collectors.groupingBy(Chunk::type, Collectors.mapping(Chunk::source, Collectors.toSet())))
                .forEach((type, ids) -> records.query(RecordQuery.of(type)
                                .where(Filter.in("id", List.copyOf(ids)))
                                .showing(Set.of("id"))
                                .limit(RecordQuery.MOST))
                        .forEach(record -> refs.put(record.id(), new RecordRef(record.id(), type, record.title()))));
        return refs;
    }

    private static Passage passage(Chunk chunk, RecordRef ref, Fused found, Set<String> words) {
        return new Passage(
                ref,
                chunk.version(),
                chunk.heading(),
                chunk.text(),
                ChunkWords.places(chunk.text(), words),
                chunk.traits().sensitivity(),
                chunk.traits().category(),
                found.score());
    }
}
