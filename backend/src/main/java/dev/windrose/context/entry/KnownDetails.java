package dev.windrose.context.entry;

import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Write;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up the records that details point to. */
@Component
class KnownDetails {

    private final Records records;
    private final Descriptors descriptors;

    KnownDetails(Records records, Descriptors descriptors) {
        this.records = records;
        this.descriptors = descriptors;
    }

    /** A sentence for each record that is neither there nor made by the same draft. */
    List<String> missing(EntryKind kind, @Nullable Object details, Write write) {
        var problems = new ArrayList<String>();
        CheckDetails.references(kind, details).forEach((type, ids) -> {
            var found = records.byIds(type, ids).keySet();
            ids.stream()
                    .filter(id -> !found.contains(id) && !write.creates(type, id))
                    .forEach(id -> problems.add("There is no %s %s."
                            .formatted(descriptors.get(type).label().toLowerCase(Locale.ROOT), id)));
        });
        return problems;
    }
}
