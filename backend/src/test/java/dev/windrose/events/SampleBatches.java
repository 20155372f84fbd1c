package dev.windrose.events;

import dev.windrose.platform.id.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Stands for the notes that it names. */
@Component
class SampleBatches implements BatchEvents {

    @Override
    public String name() {
        return SampleEvents.SAMPLES_NOTED.name();
    }

    @Override
    public Set<String> within(LoggedEvent batch) {
        return Set.of(SampleEvents.SAMPLE_NOTED.name());
    }

    @Override
    public List<LoggedEvent> page(LoggedEvent batch, int from, int most) {
        return ((List<?>) batch.payload().get("notes"))
                .stream()
                        .skip(from)
                        .limit(most)
                        .map(note -> new LoggedEvent(
                                batch.position(),
                                batch.tenant(),
                                SampleEvents.SAMPLE_NOTED.name(),
                                1,
                                "sample",
                                Ids.next(),
                                Map.of("note", note),
                                batch.actorKind(),
                                batch.actorName(),
                                batch.person(),
                                batch.occurredAt()))
                        .toList();
    }
}
