package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings keys and candidates of some records up to date. Doing it twice changes nothing. */
@Component
class RefreshCandidates {

    private final Descriptors descriptors;
    private final Records records;
    private final DuplicateKeyStore keys;
    private final CandidateStore candidates;
    private final ScoreRecords score;
    private final DuplicateSettings settings;
    private final Clock clock;

    RefreshCandidates(
            Descriptors descriptors,
            Records records,
            DuplicateKeyStore keys,
            CandidateStore candidates,
            ScoreRecords score,
            DuplicateSettings settings,
            Clock clock) {
        this.descriptors = descriptors;
        this.records = records;
        this.keys = keys;
        this.candidates = candidates;
        this.score = score;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the pairs that may be merged without asking */
    @Transactional
    public List<CandidateStore.Scored> of(String name, Collection<UUID> ids) {
        var type = descriptors.find(name).filter(MatchFields::possible).orElse(null);
        if (type == null || ids.isEmpty()) {
            return List.of();
        }
        var rules = settings.of(name);
        if (!rules.enabled()) {
            return List.of();
        }
        var live = live(name, ids);
        var own = keep(type, ids, live);
        var pairs = scored(type, live, own, rules.reviewAbove());
        candidates.replace(name, ids, pairs, clock.instant());
        var auto = rules.autoMergeAbove();
        return auto == null
                ? List.of()
                : candidates.mergeable(
                        name,
                        pairs.stream().filter(pair -> pair.score() >= auto).toList());
    }

    /** The keys alone: how common a value is must be known of all before pairs of some are looked for. */
    @Transactional
    public void keepKeys(String name, Collection<UUID> ids) {
        var type = descriptors.find(name).filter(MatchFields::possible).orElse(null);
        if (type != null && !ids.isEmpty() && settings.of(name).enabled()) {
            keep(type, ids, live(name, ids));
        }
    }

    private Map<UUID, Set<String>> keep(Descriptor type, Collection<UUID> ids, Map<UUID, Map<String, Object>> live) {
        var gone = new HashSet<>(ids);
        gone.removeAll(live.keySet());
        keys.delete(gone);
        var own = score.keys(type, live);
        keys.replace(type.name(), own);
        return own;
    }

    private Map<UUID, Map<String, Object>> live(String name, Collection<UUID> ids) {
        var live = new LinkedHashMap<UUID, Map<String, Object>>();
        records.byIds(name, ids).forEach((id, record) -> {
            if (!record.binned()) {
                live.put(id, record.values());
            }
        });
        return live;
    }

    private List<CandidateStore.Scored> scored(
            Descriptor type, Map<UUID, Map<String, Object>> live, Map<UUID, Set<String>> own, double review) {
        var pairs = new LinkedHashMap<List<UUID>, CandidateStore.Scored>();
        for (var pair : live.isEmpty() ? List.<ScoreRecords.Pair>of() : score.pairs(type, live, own)) {
            var found = pair.found().id();
            // Ids are compared as the database does, by their bytes.
            boolean first = pair.given().toString().compareTo(found.toString()) < 0;
            var a = first ? pair.given() : found;
            var b = first ? found : pair.given();
            if (pair.match().score() >= review) {
                pairs.putIfAbsent(
                        List.of(a, b),
                        new CandidateStore.Scored(
                                a,
                                b,
                                pair.match().score(),
                                KeptFinding.json(TellFindings.keep(pair.match().findings()))));
            }
        }
        return new ArrayList<>(pairs.values());
    }
}
