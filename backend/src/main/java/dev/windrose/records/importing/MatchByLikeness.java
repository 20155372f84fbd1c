package dev.windrose.records.importing;

import dev.windrose.records.duplicates.LikelyRecord;
import dev.windrose.records.duplicates.LikelyRecords;
import dev.windrose.records.duplicates.Reason;
import dev.windrose.records.importing.FuzzyStore.Row;
import dev.windrose.records.importing.FuzzyStore.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out by all that a row says which record it is, as the queue of duplicates would. Where that is not sure, people are asked. */
@Component
class MatchByLikeness {

    private static final double SURE = 0.9;
    private static final int STRETCH = 500;
    private static final int MOST = 5;

    private final FuzzyStore store;
    private final LikelyRecords likely;
    private final TransactionTemplate transaction;

    MatchByLikeness(FuzzyStore store, LikelyRecords likely, TransactionTemplate transaction) {
        this.store = store;
        this.likely = likely;
        this.transaction = transaction;
    }

    void of(UUID id, Target target) {
        long after = 0;
        while (after >= 0) {
            long from = after;
            Long next = transaction.execute(status -> stretch(id, target, from));
            after = next == null ? -1 : next;
        }
        transaction.executeWithoutResult(status -> store.repeat(id));
    }

    /** @return the last row; below 0 where none is left */
    private long stretch(UUID id, Target target, long after) {
        var rows = store.read(id, after, STRETCH);
        if (rows.isEmpty()) {
            return -1;
        }
        var given = new LinkedHashMap<UUID, Map<String, Object>>();
        var named = new LinkedHashMap<UUID, Set<UUID>>();
        for (var row : rows) {
            given.put(row.newId(), row.values());
            named.put(row.newId(), row.named());
        }
        var found = likely.find(target.type().name(), given, named, MOST);
        var verdicts = new ArrayList<Verdict>();
        rows.forEach(row -> verdicts.add(verdict(row, found.getOrDefault(row.newId(), List.of()), target)));
        store.write(id, verdicts);
        return rows.getLast().number();
    }

    private static Verdict verdict(Row row, List<LikelyRecord> found, Target target) {
        if (found.isEmpty()) {
            return new Verdict(row.number(), target.onlyExisting() ? RowState.MISSING : RowState.NEW, null, List.of());
        }
        if (found.stream().filter(one -> sure(row, one)).count() == 1 && sure(row, found.getFirst())) {
            return new Verdict(
                    row.number(), RowState.KNOWN, found.getFirst().record().id(), List.of());
        }
        var candidates = found.stream()
                .map(one -> new RowCandidate(
                        one.record().id(),
                        one.score(),
                        one.reasons().stream().map(Reason::text).toList()))
                .toList();
        return new Verdict(row.number(), RowState.AMBIGUOUS, null, candidates);
    }

    /** The very same name is enough where nothing speaks against it. */
    private static boolean sure(Row row, LikelyRecord found) {
        return found.score() >= SURE
                || row.named().contains(found.record().id())
                        && found.reasons().stream().noneMatch(reason -> reason.effect() < 0);
    }
}
