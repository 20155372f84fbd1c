package dev.windrose.records.search;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.query.Records;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records whose texts say much the same: calls that went like this one. */
@Component
public class SimilarRecords {

    public static final int MOST = 20;
    /** Where little of the nearest may be seen, so many are looked at. */
    private static final int WIDE = 200;

    private final Meanings meanings;
    private final Descriptors descriptors;
    private final Records records;
    private final AccessChecks checks;

    SimilarRecords(Meanings meanings, Descriptors descriptors, Records records, AccessChecks checks) {
        this.meanings = meanings;
        this.descriptors = descriptors;
        this.records = records;
        this.checks = checks;
    }

    /** @param score the cosine of the two texts */
    public record Similar(float score, RecordData record) {}

    /** @param ready false where texts are not read for their meaning, or none has been yet */
    public record Found(boolean ready, List<Similar> similar) {}

    /** @throws AppException NOT_FOUND also for a record that the actor does not see */
    @Transactional(readOnly = true)
    public Found of(String type, UUID id, int limit) {
        Permissions.require(Operation.READ, type);
        if (limit < 1 || limit > MOST) {
            throw new AppException(CommonError.BAD_VALUE, "The limit lies between 1 and %d.".formatted(MOST), "limit");
        }
        records.get(type, id);
        var descriptor = descriptors.get(type);
        var near = meanings.like(descriptor, id, WIDE);
        if (near.isEmpty()) {
            return new Found(false, List.of());
        }
        var ids = near.get().stream().map(MeaningIndex.Near::id).toList();
        var seen = checks.seen(descriptor, ids);
        var found = records.byIds(type, ids.stream().filter(seen::contains).toList());
        return new Found(
                true,
                near.get().stream()
                        .filter(each -> found.containsKey(each.id())
                                && !found.get(each.id()).binned())
                        .limit(limit)
                        .map(each -> new Similar(each.similarity(), found.get(each.id())))
                        .toList());
    }
}
