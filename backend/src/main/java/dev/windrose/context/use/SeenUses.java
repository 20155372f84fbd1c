package dev.windrose.context.use;

import dev.windrose.records.RecordRef;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leaves out uses in records that are in the bin or that the actor in scope does not see, and of entries that it does not. */
@Component
class SeenUses {

    private final Records records;

    SeenUses(Records records) {
        this.records = records;
    }

    List<Use> of(List<Use> uses) {
        var ids = new LinkedHashMap<String, Set<UUID>>();
        for (var use : uses) {
            ids.computeIfAbsent(Uses.ENTRY, _ -> new LinkedHashSet<>()).add(use.entry());
            if (use.in().recordType() != null && use.in().recordId() != null) {
                ids.computeIfAbsent(use.in().recordType(), _ -> new LinkedHashSet<>())
                        .add(use.in().recordId());
            }
        }
        Map<String, Map<UUID, RecordRef>> found = new HashMap<>();
        ids.forEach((type, wanted) -> {
            var titles = new HashMap<UUID, RecordRef>();
            records.byIds(type, wanted).forEach((id, record) -> {
                if (type.equals(Uses.ENTRY) || !record.binned()) {
                    titles.put(id, new RecordRef(id, type, record.title()));
                }
            });
            found.put(type, titles);
        });
        var seen = new ArrayList<Use>();
        for (var use : uses) {
            boolean entry = found.getOrDefault(Uses.ENTRY, Map.of()).containsKey(use.entry());
            var in = use.in();
            var ref = in.recordType() == null
                    ? null
                    : found.getOrDefault(in.recordType(), Map.of()).get(in.recordId());
            if (entry && (in.recordType() == null || ref != null)) {
                seen.add(ref == null ? use : called(use, ref.title()));
            }
        }
        return seen;
    }

    private static Use called(Use use, String label) {
        var in = use.in();
        return new Use(
                use.id(),
                use.entry(),
                use.version(),
                use.words(),
                use.exact(),
                new UsedIn(in.kind(), in.recordType(), in.recordId(), label, in.url()),
                use.person(),
                use.company(),
                use.on(),
                use.out(),
                use.source());
    }
}
