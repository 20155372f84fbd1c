package dev.windrose.journeys.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes read events under whoever did them. */
@Component
class WriteEvents {

    private static final Duration LATE = Duration.ofDays(1);

    private final KnowPeople people;
    private final TrackedEventStore events;

    WriteEvents(KnowPeople people, TrackedEventStore events) {
        this.people = people;
        this.events = events;
    }

    /**
     * @param again whether events that are there are written anew
     * @param outcomes takes what became of each
     * @return how many of the stored ones came late
     */
    int events(
            TrackKey key,
            List<TrackedEvent> read,
            UUID batch,
            Instant received,
            boolean again,
            List<Outcome> outcomes) {
        var once = new LinkedHashMap<String, TrackedEvent>();
        for (var event : read) {
            if (once.putIfAbsent(event.id(), event) != null) {
                outcomes.add(Outcome.duplicate(event));
            }
        }
        var known = people.of(once.values(), received, outcomes);
        var stored = events.insert(inOrder(known), key.source(), batch, received, again);
        int late = 0;
        for (var each : known) {
            boolean fresh = stored.contains(each.event().id());
            outcomes.add(fresh ? Outcome.stored(each.event()) : Outcome.duplicate(each.event()));
            late += fresh && each.event().at().isBefore(received.minus(LATE)) ? 1 : 0;
        }
        return late;
    }

    /** Two requests that hold the same events write them in the same order, so neither waits for the other in a circle. */
    private static List<TrackedEventStore.Known> inOrder(List<TrackedEventStore.Known> known) {
        return known.stream()
                .sorted(Comparator.comparing(each -> each.event().id()))
                .toList();
    }
}
