package dev.windrose.records.duplicates;

import dev.windrose.platform.id.Ids;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the records that given values may already tell of, before another one is made. */
@Component
public class LikelyRecords {

    private final Descriptors descriptors;
    private final ScoreRecords score;
    private final AccessSql access;

    LikelyRecords(Descriptors descriptors, ScoreRecords score, AccessSql access) {
        this.descriptors = descriptors;
        this.score = score;
        this.access = access;
    }

    /**
     * Those the actor sees, the likeliest first.
     *
     * @param values by field name, as text or in the Java types of their kinds
     */
    @Transactional(readOnly = true)
    public List<LikelyRecord> find(String name, Map<String, ? extends @Nullable Object> values, int most) {
        var type = descriptors.get(name);
        if (!MatchFields.possible(type)) {
            return List.of();
        }
        var given = Map.of(Ids.next(), values);
        var hidden = access.hidden(type);
        return score.pairs(type, given, score.keys(type, given)).stream()
                .filter(pair -> pair.match().score() >= TypeSettings.REVIEW)
                .sorted(Comparator.comparingDouble(
                                (ScoreRecords.Pair pair) -> -pair.match().score())
                        .thenComparing(pair -> pair.found().id()))
                .limit(most)
                .map(pair -> new LikelyRecord(
                        pair.found(),
                        pair.match().score(),
                        TellFindings.of(type, TellFindings.keep(pair.match().findings()), hidden)))
                .toList();
    }
}
