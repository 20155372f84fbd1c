package dev.windrose.records.duplicates;

import dev.windrose.platform.id.Ids;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the records that given values may already tell of, before another one is made. */
@Component
public class LikelyRecords {

    private final Descriptors descriptors;
    private final ScoreRecords score;
    private final DuplicateSettings settings;
    private final AccessSql access;

    LikelyRecords(Descriptors descriptors, ScoreRecords score, DuplicateSettings settings, AccessSql access) {
        this.descriptors = descriptors;
        this.score = score;
        this.settings = settings;
        this.access = access;
    }

    /** Whether records of the type are looked at at all. */
    @Transactional(readOnly = true)
    public boolean looksAt(String name) {
        return MatchFields.possible(descriptors.get(name)) && settings.of(name).enabled();
    }

    /**
     * Those the actor sees, the likeliest first.
     *
     * @param values by field name, as text or in the Java types of their kinds
     */
    @Transactional(readOnly = true)
    public List<LikelyRecord> find(String name, Map<String, ? extends @Nullable Object> values, int most) {
        var id = Ids.next();
        return find(name, Map.of(id, values), Map.of(), most).getOrDefault(id, List.of());
    }

    /**
     * The same for many at once.
     *
     * @param also records that each is compared with in any case
     */
    @Transactional(readOnly = true)
    public Map<UUID, List<LikelyRecord>> find(
            String name,
            Map<UUID, ? extends Map<String, ? extends @Nullable Object>> given,
            Map<UUID, Set<UUID>> also,
            int most) {
        var type = descriptors.get(name);
        if (!MatchFields.possible(type)) {
            return Map.of();
        }
        var hidden = access.hidden(type);
        var found = new LinkedHashMap<UUID, List<LikelyRecord>>();
        score.pairs(type, given, score.keys(type, given), also).stream()
                .filter(pair -> pair.match().score() >= TypeSettings.REVIEW)
                .sorted(Comparator.comparingDouble(
                                (ScoreRecords.Pair pair) -> -pair.match().score())
                        .thenComparing(pair -> pair.found().id()))
                .forEach(pair -> {
                    var likely = found.computeIfAbsent(pair.given(), _ -> new ArrayList<>());
                    if (likely.size() < most) {
                        likely.add(likely(type, pair, hidden));
                    }
                });
        return found;
    }

    private static LikelyRecord likely(Descriptor type, ScoreRecords.Pair pair, Set<String> hidden) {
        return new LikelyRecord(
                pair.found(),
                pair.match().score(),
                TellFindings.of(type, TellFindings.keep(pair.match().findings()), hidden));
    }
}
