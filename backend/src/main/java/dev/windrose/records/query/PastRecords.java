package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records as they were, whoever asks: for what the product works out of them. */
@Component
public class PastRecords {

    private static final int MOST = 20_000;

    private final QueryStore queries;
    private final PastStore past;

    PastRecords(QueryStore queries, PastStore past) {
        this.queries = queries;
        this.past = past;
    }

    /** What was set by somebody, also of records that lay in the bin. */
    public List<Row> of(Descriptor type, Set<UUID> ids, Instant moment) {
        return queries.past(type, ids, set(type), moment, true);
    }

    /** As {@link #of}, as others read records. */
    public List<RecordData> data(Descriptor type, Set<UUID> ids, Instant moment) {
        return of(type, ids, moment).stream().map(row -> row.asData(type)).toList();
    }

    /** Those in use that a reference led from to one of the targets and that the filter found; empty where they are too many to look at. */
    public Optional<List<Row>> referring(
            Descriptor type, FieldDescriptor reference, Collection<UUID> targets, Filter filter, Instant moment) {
        var ids = new LinkedHashSet<>(queries.referring(type, reference, targets, MOST + 1));
        ids.addAll(past.left(type, reference, targets, moment));
        if (ids.size() > MOST) {
            return Optional.empty();
        }
        return Optional.of(queries.past(type, ids, filter, set(type), moment, true).stream()
                .filter(row -> row.deletedAt() == null
                        && row.values().get(reference.name()) instanceof UUID target
                        && targets.contains(target))
                .toList());
    }

    private static RowMapping set(Descriptor type) {
        return RowMapping.only(
                type,
                type.storedFields().stream().filter(field -> !field.derived()).toList());
    }
}
