package dev.windrose.events;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Keeps what it was given, and fails on what the test calls poison. */
class RecordingSubscription implements EventSubscription {

    private final String name = "recording_" + Ids.next();
    final List<LoggedEvent> handled = new CopyOnWriteArrayList<>();
    volatile Predicate<LoggedEvent> poison = event -> false;

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> eventNames() {
        return Set.of("sample_noted");
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        for (var event : events) {
            if (!event.tenant().equals(ActorScope.current().tenant())) {
                throw new IllegalStateException("Wrong tenant");
            }
        }
        if (events.stream().anyMatch(poison)) {
            throw new IllegalStateException("I cannot take this");
        }
        handled.addAll(events);
    }

    List<String> notes() {
        return handled.stream()
                .map(event -> String.valueOf(event.payload().get("note")))
                .toList();
    }

    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public Duration pauseAfter(int attempt) {
        return Duration.ofMillis(20);
    }
}
