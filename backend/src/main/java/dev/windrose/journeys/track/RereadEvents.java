package dev.windrose.journeys.track;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the events of journeys anew: from the record, and from the requests as they were kept. What is right already stays as it is. */
@Component
public class RereadEvents implements JobHandler {

    private static final String TYPE = "journey_reread";
    private static final int AT_ONCE = 500;
    private static final Map<String, String> TABLES =
            Map.of("deal", "deals", "company", "companies", "contact", "contacts", "interaction", "interactions");

    private final KeepRecordEvents keep;
    private final RecordEventStore records;
    private final TrackBatchStore batches;
    private final TrackKeyStore keys;
    private final ReadEvents read;
    private final WriteEvents write;
    private final Jobs jobs;

    RereadEvents(
            KeepRecordEvents keep,
            RecordEventStore records,
            TrackBatchStore batches,
            TrackKeyStore keys,
            ReadEvents read,
            WriteEvents write,
            Jobs jobs) {
        this.keep = keep;
        this.records = records;
        this.batches = batches;
        this.keys = keys;
        this.read = read;
        this.write = write;
        this.jobs = jobs;
    }

    private record Step(@Nullable UUID last, int done) {}

    @Transactional
    public JobId start() {
        Permissions.require(Operation.MANAGE, "tracking");
        return jobs.enqueue(JobRequest.of(TYPE, Map.of()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        int done = 0;
        var counts = new LinkedHashMap<String, Integer>();
        for (String type : KeepRecordEvents.TYPES) {
            int before = done;
            Step step = new Step(null, 0);
            do {
                var last = step.last();
                step = job.step("%s-%s".formatted(type, last), Step.class, () -> records(type, last));
                done += step.done();
                job.progress(done, null, type);
            } while (step.last() != null);
            counts.put(type, done - before);
        }
        Step step = new Step(null, 0);
        int requests = 0;
        do {
            var last = step.last();
            step = job.step("request-%s".formatted(last), Step.class, () -> request(last));
            requests += step.last() == null ? 0 : 1;
            done += step.done();
            job.progress(done, null, "requests");
        } while (step.last() != null);
        counts.put("requests", requests);
        return counts;
    }

    private Step records(String type, @Nullable UUID after) {
        var ids = records.next(TABLES.get(type), after, AT_ONCE);
        if (!ids.isEmpty()) {
            keep.of(type, ids);
        }
        return new Step(ids.size() < AT_ONCE ? null : ids.getLast(), ids.size());
    }

    private Step request(@Nullable UUID after) {
        var kept = batches.after(after).orElse(null);
        if (kept == null) {
            return new Step(null, 0);
        }
        var key = keys.find(kept.key()).orElseThrow();
        var batch = read.read(unpacked(kept.body()), kept.receivedAt());
        List<Outcome> outcomes = new ArrayList<>(batch.refused());
        write.events(key, batch.events(), kept.id(), kept.receivedAt(), true, outcomes);
        return new Step(kept.id(), batch.received());
    }

    private static byte[] unpacked(byte[] body) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
