package dev.windrose.crm.territory;

import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.CheckQuery;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts companies into the first territory whose filter they meet. What somebody chose by hand stays. */
@Component
public class AssignTerritories {

    /** Tells later that nobody chose the territory. */
    static final String CAUSE = "territories";

    /** At most as many as one query may answer. */
    static final int BATCH = RecordQuery.MOST;

    private final Records records;
    private final Changes changes;
    private final TerritoryStore store;
    private final CheckQuery check;

    AssignTerritories(Records records, Changes changes, TerritoryStore store, CheckQuery check) {
        this.check = check;
        this.records = records;
        this.changes = changes;
        this.store = store;
    }

    /** @return how many companies changed their territory */
    @Transactional
    public int assign(List<UUID> companies) {
        var territories = filtered();
        if (territories.isEmpty() && !store.anyAssigned(companies)) {
            return 0;
        }
        int moved = 0;
        for (int from = 0; from < companies.size(); from += BATCH) {
            moved += assign(
                    territories, store.unchosen(companies.subList(from, Math.min(from + BATCH, companies.size()))));
        }
        return moved;
    }

    private int assign(List<RecordData> territories, Map<UUID, @Nullable UUID> current) {
        var open = new ArrayList<>(current.keySet());
        var wanted = new LinkedHashMap<UUID, @Nullable UUID>();
        for (var territory : territories) {
            if (open.isEmpty()) {
                break;
            }
            if (!readable(territory)) {
                open.removeIf(company -> territory.id().equals(current.get(company)));
                continue;
            }
            var met = records
                    .query(RecordQuery.of("company")
                            .where(Filter.and(Filter.in("id", open), filter(territory)))
                            .limit(BATCH))
                    .stream()
                    .map(RecordData::id)
                    .toList();
            met.forEach(company -> wanted.put(company, territory.id()));
            open.removeAll(met);
        }
        open.forEach(company -> wanted.put(company, null));
        var operations = new ArrayList<DraftOperation>();
        wanted.forEach((company, territory) -> {
            if (!Objects.equals(territory, current.get(company))) {
                operations.add(
                        DraftOperation.update("company", company, Collections.singletonMap("territory_id", territory)));
            }
        });
        if (!operations.isEmpty()) {
            changes.apply(ChangeDraft.of(new Cause(CauseKind.RUN, CAUSE), "Assigned to territories", operations)
                    .refusingSingly());
        }
        return operations.size();
    }

    /** A filter can name a field that was removed since. Whoever is in the territory stays until somebody mends it. */
    private boolean readable(RecordData territory) {
        var filter = Map.<String, Object>of(
                "filter", TerritoryRules.typed((Map<?, ?>) Objects.requireNonNull(territory.value("filter"))));
        return check.of("company", filter).problems().isEmpty();
    }

    private List<RecordData> filtered() {
        return records
                .query(RecordQuery.of("territory").sortedBy("position", "name").limit(RecordQuery.MOST))
                .stream()
                .filter(territory -> territory.value("filter") instanceof Map<?, ?>)
                .toList();
    }

    private static Filter filter(RecordData territory) {
        return Filter.of(TerritoryRules.typed((Map<?, ?>) Objects.requireNonNull(territory.value("filter"))));
    }
}
