package dev.windrose.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever was done, undoing it backwards leads through the same states to the first one. */
@WindroseTest
class UndoPropertyTests {

    @Autowired
    Changes changes;

    @Autowired
    Decisions decisions;

    @Autowired
    Records records;

    private record Done(ChangeSetId set, Map<UUID, Map<String, Object>> before) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void leadsBackThroughEveryState(int seed) {
        ActorScope.run(Workspaces.fresh().owner(), () -> {
            var random = new Random(seed);
            var known = new ArrayList<UUID>();
            var done = new ArrayDeque<Done>();
            for (int i = 0; i < 8; i++) {
                var before = state(known);
                var draft = new ArrayList<DraftOperation>();
                for (int j = 0; j <= random.nextInt(4); j++) {
                    draft.add(operation(random, known, before, draft));
                }
                var set = changes.apply(
                        ChangeDraft.of(Cause.person(), "Step " + i, draft).refusingSingly());
                if (set.operations().stream().anyMatch(operation -> operation.applied())) {
                    done.push(new Done(set.id(), before));
                }
            }
            while (!done.isEmpty()) {
                var last = done.pop();
                decisions.undo(last.set());
                var now = state(known);
                last.before()
                        .forEach((id, values) ->
                                assertThat(now.get(id)).as("seed %d", seed).isEqualTo(values));
            }
            assertThat(state(known).values())
                    .allSatisfy(values -> assertThat(values).containsEntry("binned", true));
        });
    }

    private static DraftOperation operation(
            Random random, List<UUID> known, Map<UUID, Map<String, Object>> before, List<DraftOperation> draft) {
        if (known.isEmpty() || random.nextInt(4) == 0) {
            var create = DraftOperation.create("company", values(random, true));
            known.add(create.recordId());
            return create;
        }
        var id = known.get(random.nextInt(known.size()));
        boolean untouched =
                draft.stream().noneMatch(operation -> operation.recordId().equals(id));
        boolean binned = untouched
                && before.containsKey(id)
                && Boolean.TRUE.equals(before.get(id).get("binned"));
        if (binned) {
            return DraftOperation.restore("company", id);
        }
        return random.nextInt(5) == 0
                ? DraftOperation.delete("company", id)
                : DraftOperation.update("company", id, values(random, false));
    }

    private static Map<String, Object> values(Random random, boolean named) {
        var values = new HashMap<String, Object>();
        if (named || random.nextBoolean()) {
            values.put("name", "Company " + random.nextInt(100));
        }
        for (String field : List.of("sub_industry", "size", "description")) {
            if (random.nextBoolean()) {
                values.put(field, random.nextInt(3) == 0 ? null : field + random.nextInt(5));
            }
        }
        if (random.nextBoolean()) {
            values.put(
                    "revenue",
                    random.nextInt(3) == 0 ? null : Map.of("amount", random.nextInt(1000), "currency", "EUR"));
        }
        if (random.nextBoolean()) {
            values.put(
                    "other_countries",
                    random.nextInt(3) == 0 ? null : List.of("DE", "FR").subList(0, 1 + random.nextInt(2)));
        }
        return values;
    }

    private Map<UUID, Map<String, Object>> state(List<UUID> ids) {
        var state = new LinkedHashMap<UUID, Map<String, Object>>();
        for (var record : records.byIds("company", ids).values()) {
            var values = new HashMap<>(record.values());
            values.remove("updated_at");
            values.put("binned", record.binned());
            state.put(record.id(), values);
        }
        return state;
    }
}
