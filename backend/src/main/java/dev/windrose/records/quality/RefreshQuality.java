package dev.windrose.records.quality;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.quality.SnapshotStore.Snapshot;
import dev.windrose.records.query.RecordPage;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works out the figures of a large workspace, as whoever asked for them. */
@Component
class RefreshQuality implements JobHandler {

    static final String TYPE = "data_quality";

    private final Descriptors descriptors;
    private final Records records;
    private final MarkRecords mark;
    private final MeasureQuality measure;
    private final SnapshotStore snapshots;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RefreshQuality(
            Descriptors descriptors,
            Records records,
            MarkRecords mark,
            MeasureQuality measure,
            SnapshotStore snapshots,
            TransactionTemplate transaction,
            Clock clock) {
        this.descriptors = descriptors;
        this.records = records;
        this.mark = mark;
        this.measure = measure;
        this.snapshots = snapshots;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param addresses read them all again, for records that came without events */
    record Order(String whose, boolean addresses) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        var order = job.input(Order.class);
        if (order.addresses()) {
            ActorScope.run(Actor.system(ActorScope.current().tenant()), () -> readAddresses(job));
        }
        transaction.executeWithoutResult(
                _ -> snapshots.put(order.whose(), new Snapshot(clock.instant(), measure.all())));
        return null;
    }

    private void readAddresses(JobContext job) {
        long read = 0;
        for (var type : descriptors.all()) {
            var fields = MarkRecords.addresses(type);
            if (fields.isEmpty()) {
                continue;
            }
            var query = RecordQuery.of(type.name())
                    .showing(Stream.concat(
                                    Stream.of(type.titleField()),
                                    fields.stream().map(field -> field.name()))
                            .collect(Collectors.toSet()))
                    .sortedBy("created_at")
                    .limit(RecordQuery.MOST);
            @Nullable String next = null;
            do {
                var page = page(type, query.after(next));
                read += page.data().size();
                next = page.nextCursor();
                job.progress(read, null, type.labelPlural());
            } while (next != null);
        }
    }

    private RecordPage page(Descriptor type, RecordQuery query) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var page = records.page(query);
            mark.mark(type, page.data().stream().map(RecordData::id).toList(), page.data());
            return page;
        }));
    }
}
