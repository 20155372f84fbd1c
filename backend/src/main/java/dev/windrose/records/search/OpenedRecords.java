package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.search.OpenedStore.Opened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each person opens: searches put that first. The newest two hundred records of a person are kept. */
@Component
public class OpenedRecords {

    private static final int KEPT = 200;
    private static final int COUNTED = 50;
    private static final double FORTNIGHT = Duration.ofDays(14).toSeconds();

    private final OpenedStore store;
    private final Descriptors descriptors;
    private final AccessChecks checks;
    private final Clock clock;

    OpenedRecords(OpenedStore store, Descriptors descriptors, AccessChecks checks, Clock clock) {
        this.store = store;
        this.descriptors = descriptors;
        this.checks = checks;
        this.clock = clock;
    }

    /** An administrator who looks as somebody else leaves no trace in what that person opened. */
    @Transactional
    public void opened(String type, UUID id) {
        var actor = ActorScope.current();
        if (actor.person() == null || actor.viewedBySomebodyElse()) {
            return;
        }
        checks.requireSeen(descriptors.get(type), id);
        store.opened(actor.person().value(), type, id, clock.instant(), KEPT);
    }

    /** Of the person in scope, the newest first. */
    List<Opened> newest() {
        var person = ActorScope.current().rightsOf();
        return person == null ? List.of() : store.newest(person.value(), COUNTED);
    }

    /** How much sooner a record comes: a little for what was opened once long ago, much for what is opened every day. */
    static float weight(Opened opened, Instant now) {
        double age = Math.max(0, Duration.between(opened.at(), now).toSeconds());
        return (float) ((0.5 + Math.log(1 + opened.times())) * Math.pow(0.5, age / FORTNIGHT));
    }
}
