package dev.windrose.journeys.track;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for events. A request is one transaction: what it holds, who did it, what became of each event. */
@Component
public class TakeEvents {

    private final TrackKeyStore keys;
    private final ReadEvents read;
    private final WriteEvents write;
    private final TrackBatchStore batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeEvents(
            TrackKeyStore keys,
            ReadEvents read,
            WriteEvents write,
            TrackBatchStore batches,
            TransactionTemplate transaction,
            Clock clock) {
        this.keys = keys;
        this.read = read;
        this.write = write;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a source is told.
     *
     * @param skewMs by how much the clock of the sender was found to be behind; times were moved by it
     * @param events one for each that came, in their order
     */
    public record Answer(
            UUID batchId, int received, int stored, int duplicate, int refused, long skewMs, List<Outcome> events) {}

    /**
     * @param header the write key, unless the body has it
     * @param origin of the page that sends; null for a program
     * @throws AppException WRITE_KEY_REFUSED, ORIGIN_REFUSED, BATCH_TOO_LARGE or MALFORMED; nothing is kept then
     */
    public Answer take(@Nullable String header, @Nullable String origin, byte[] body) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var batch = read.read(body, now);
        String key = header == null ? batch.key() : header;
        var place =
                key == null ? null : keys.locate(TrackKeys.hash(key.strip())).orElse(null);
        if (place == null) {
            throw refusedKey();
        }
        return ActorScope.call(
                Actor.system(place.tenant()),
                () -> Objects.requireNonNull(
                        transaction.execute(_ -> write(usable(place.key(), origin), batch, body, now))));
    }

    private TrackKey usable(UUID id, @Nullable String origin) {
        var key = keys.find(id).filter(known -> known.revokedAt() == null).orElseThrow(TakeEvents::refusedKey);
        if (origin != null && !key.allows(origin)) {
            throw new AppException(TrackError.ORIGIN_REFUSED, "Pages of " + origin + " may not use this write key.");
        }
        return key;
    }

    private Answer write(TrackKey key, ReadEvents.Batch batch, byte[] body, Instant now) {
        var outcomes = new ArrayList<>(batch.refused());
        var id = Ids.next();
        int late = write.events(key, batch.events(), id, now, false, outcomes);
        outcomes.sort(Comparator.comparingInt(Outcome::index));
        var counts = counts(outcomes, late);
        batches.insert(id, key.id(), now, batch.skew().toMillis(), counts, packed(body));
        return new Answer(
                id,
                batch.received(),
                counts.stored(),
                counts.duplicate(),
                counts.refused(),
                batch.skew().toMillis(),
                outcomes);
    }

    private static TrackBatchStore.Counts counts(List<Outcome> outcomes, int late) {
        int stored = 0;
        int duplicate = 0;
        Map<String, Integer> refusals = new TreeMap<>();
        for (var outcome : outcomes) {
            switch (outcome.outcome()) {
                case STORED -> stored++;
                case DUPLICATE -> duplicate++;
                case REFUSED -> refusals.merge(Objects.requireNonNull(outcome.reason()), 1, Integer::sum);
            }
        }
        return new TrackBatchStore.Counts(outcomes.size(), stored, duplicate, late, refusals);
    }

    private static byte[] packed(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var zip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            zip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static AppException refusedKey() {
        return new AppException(TrackError.WRITE_KEY_REFUSED, "This write key is unknown or revoked.");
    }
}
