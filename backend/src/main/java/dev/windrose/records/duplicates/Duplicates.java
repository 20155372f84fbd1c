package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queue of pairs that may be the same. Shows only pairs of which the actor sees both records. */
@Component
public class Duplicates {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int ROUNDS = 20;

    private final CandidateStore store;
    private final Records records;
    private final Descriptors descriptors;
    private final AccessChecks checks;
    private final AccessSql access;
    private final LearnFromDecisions learn;
    private final Clock clock;

    Duplicates(
            CandidateStore store,
            Records records,
            Descriptors descriptors,
            AccessChecks checks,
            AccessSql access,
            LearnFromDecisions learn,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.descriptors = descriptors;
        this.checks = checks;
        this.access = access;
        this.learn = learn;
        this.clock = clock;
    }

    /** @param total null where the actor does not see everything, so that nothing is told of the rest */
    public record Page(
            List<PairView> data,
            @Nullable String nextCursor,
            @Nullable Long total) {}

    @Transactional(readOnly = true)
    public Page page(@Nullable String type, CandidateStatus status, @Nullable String cursor, int limit) {
        double score = 2;
        var last = FIRST;
        if (cursor != null) {
            try {
                score = Double.parseDouble(cursor.substring(0, cursor.indexOf('_')));
                last = UUID.fromString(cursor.substring(cursor.indexOf('_') + 1));
            } catch (RuntimeException malformed) {
                throw new AppException(CommonError.BAD_VALUE, "That is no cursor of this list.", "cursor");
            }
        }
        var shown = new ArrayList<PairView>();
        for (int round = 0; round < ROUNDS; round++) {
            var found = store.page(type, status, score, last, limit + 1);
            for (var candidate : found) {
                if (shown.size() == limit) {
                    return new Page(shown, score + "_" + last, total(type, status));
                }
                views(List.of(candidate)).forEach(shown::add);
                score = candidate.score();
                last = candidate.id();
            }
            if (found.size() <= limit) {
                return new Page(shown, null, total(type, status));
            }
        }
        return new Page(shown, score + "_" + last, total(type, status));
    }

    private @Nullable Long total(@Nullable String type, CandidateStatus status) {
        if (status != CandidateStatus.OPEN || !access.seesEverything()) {
            return null;
        }
        return store.open().entrySet().stream()
                .filter(entry -> type == null || entry.getKey().equals(type))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many wait, by type; only for whoever sees all of them. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts() {
        return access.seesEverything() ? store.open() : Map.of();
    }

    @Transactional(readOnly = true)
    public PairView get(UUID id) {
        return views(List.of(candidate(id))).stream().findFirst().orElseThrow(Duplicates::missing);
    }

    @Transactional(readOnly = true)
    public List<PairView> of(String type, UUID record) {
        checks.requireSeen(descriptors.get(type), record);
        return views(store.openOf(record));
    }

    /** It is not proposed again. */
    @Transactional
    public PairView dismiss(UUID id) {
        var candidate = changeable(id);
        if (candidate.status() != CandidateStatus.OPEN) {
            throw new AppException(CommonError.CONFLICT, "This pair has been decided already.");
        }
        var person = ActorScope.current().person();
        store.decide(id, CandidateStatus.DISMISSED, person == null ? null : person.value(), clock.instant());
        learn.from(candidate.recordType());
        return get(id);
    }

    @Transactional
    public PairView reopen(UUID id) {
        if (changeable(id).status() != CandidateStatus.DISMISSED) {
            throw new AppException(CommonError.CONFLICT, "Only a dismissed pair is taken up again.");
        }
        store.decide(id, CandidateStatus.OPEN, null, null);
        return get(id);
    }

    /** Which records the pair is of, for whoever may change both. */
    @Transactional(readOnly = true)
    public MergeOrder order(UUID id, UUID survivor, Map<String, UUID> fields) {
        var candidate = changeable(id);
        if (candidate.status() != CandidateStatus.OPEN) {
            throw new AppException(CommonError.CONFLICT, "This pair has been decided already.");
        }
        if (!candidate.records().contains(survivor)) {
            throw new AppException(CommonError.BAD_VALUE, "The survivor is one of the two records.", "survivor_id");
        }
        var merged = survivor.equals(candidate.a()) ? candidate.b() : candidate.a();
        return new MergeOrder(candidate.recordType(), survivor, List.of(merged), fields);
    }

    private Candidate changeable(UUID id) {
        var candidate = candidate(id);
        var type = descriptors.get(candidate.recordType());
        candidate.records().forEach(record -> checks.requireWritable(type, record));
        return candidate;
    }

    private Candidate candidate(UUID id) {
        return store.find(id).orElseThrow(Duplicates::missing);
    }

    private static AppException missing() {
        return new AppException(CommonError.NOT_FOUND, "There is no such pair.");
    }

    /** Decided pairs are shown also where one of them is in the bin. */
    private List<PairView> views(List<Candidate> candidates) {
        var views = new ArrayList<PairView>();
        for (var candidate : candidates) {
            var type = descriptors.find(candidate.recordType()).orElse(null);
            if (type == null) {
                continue;
            }
            var found = candidate.records().stream()
                    .flatMap(id -> records.find(type.name(), id).stream())
                    .toList();
            if (found.size() == 2) {
                views.add(new PairView(
                        candidate.id(),
                        candidate.recordType(),
                        candidate.score(),
                        candidate.status(),
                        TellFindings.of(type, candidate.findings(), access.hidden(type)),
                        found,
                        candidate.decidedBy(),
                        candidate.decidedAt(),
                        candidate.changeSetId()));
            }
        }
        return views;
    }
}
