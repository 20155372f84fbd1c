package dev.windrose.records.web;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.SeenChanges;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what the reader of a stream may be told. A stream is open for long, so the reader's role is read again where it matters. */
@Component
class LiveSight {

    private final AccessSql access;
    private final AccessChecks checks;
    private final Descriptors descriptors;
    private final Changes changes;
    private final SeenChanges seen;
    private final People people;

    LiveSight(
            AccessSql access,
            AccessChecks checks,
            Descriptors descriptors,
            Changes changes,
            SeenChanges seen,
            People people) {
        this.access = access;
        this.checks = checks;
        this.descriptors = descriptors;
        this.changes = changes;
        this.seen = seen;
        this.people = people;
    }

    Optional<LiveMessage> of(Actor reader, LiveMessage message) {
        return ActorScope.call(reader, access::ruled)
                ? today(reader).flatMap(actor -> ActorScope.call(actor, () -> of(message)))
                : Optional.of(message);
    }

    private Optional<LiveMessage> of(LiveMessage message) {
        if (message.changeSet() != null) {
            return changes.find(new ChangeSetId(message.changeSet()))
                    .flatMap(seen::of)
                    .map(_ -> message);
        }
        var type = descriptors.find(String.valueOf(message.recordType()));
        if (type.isEmpty() || access.seesAll(type.get())) {
            return Optional.of(message);
        }
        return message.record() == null
                ? Optional.of(message.anonymous())
                : checks.seen(type.get(), List.of(message.record())).stream()
                        .findFirst()
                        .map(_ -> message);
    }

    /** Empty for somebody who may not sign in any more. */
    private Optional<Actor> today(Actor reader) {
        var id = reader.person();
        return id == null
                ? Optional.of(reader)
                : ActorScope.call(reader, () -> people.find(id))
                        .filter(Person::active)
                        .map(person -> reader.in(person.role()));
    }
}
