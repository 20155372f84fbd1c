package dev.windrose.records.access;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.Teams;
import dev.windrose.records.Descriptor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows single records to colleagues and teams. Whoever may change a record may share it. */
@Component
public class Shares {

    private final ShareStore store;
    private final AccessChecks checks;
    private final People people;
    private final Teams teams;
    private final EventLog events;
    private final AuditLog audit;
    private final Clock clock;

    Shares(
            ShareStore store,
            AccessChecks checks,
            People people,
            Teams teams,
            EventLog events,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.people = people;
        this.teams = teams;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Share> of(Descriptor type, UUID record) {
        Permissions.require(Operation.READ, type.name());
        checks.requireSeen(type, record);
        return store.of(type.name(), record);
    }

    /** Sharing again with the same colleague or team changes the level. */
    @Transactional
    public Share add(Descriptor type, UUID record, @Nullable UUID person, @Nullable UUID team, AccessRight right) {
        Permissions.require(Operation.UPDATE, type.name());
        checks.requireWritable(type, record);
        if ((person == null) == (team == null)) {
            throw new AppException(
                    CommonError.REQUIRED,
                    "Name a colleague or a team, not both.",
                    team == null ? "person_id" : "team_id");
        }
        if (person != null
                && people.find(new PersonId(person)).filter(Person::active).isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, "There is no such active colleague.", "person_id");
        }
        if (team != null
                && teams.all().stream().noneMatch(one -> one.id().value().equals(team))) {
            throw new AppException(CommonError.BAD_VALUE, "There is no such team.", "team_id");
        }
        var actor = ActorScope.current();
        var share = store.put(new Share(
                Ids.next(),
                type.name(),
                record,
                person,
                team,
                right,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.person() == null ? null : actor.person().value()));
        var payload = with(share);
        payload.put("level", right.name().toLowerCase(Locale.ROOT));
        events.append(Event.about(type.name(), record, AccessEvents.SHARED, payload));
        note(type, record, "record_shared", payload);
        return share;
    }

    @Transactional
    public void remove(Descriptor type, UUID record, UUID share) {
        Permissions.require(Operation.UPDATE, type.name());
        checks.requireWritable(type, record);
        var gone = store.delete(type.name(), record, share)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "This record is not shared so."));
        events.append(Event.about(type.name(), record, AccessEvents.UNSHARED, with(gone)));
        note(type, record, "record_unshared", with(gone));
    }

    private void note(Descriptor type, UUID record, String told, Map<String, @Nullable Object> details) {
        audit.append(new AuditEntry(AuditAction.ACCESS_CHANGED, told, type.name(), record, null, null, details));
    }

    private static Map<String, @Nullable Object> with(Share share) {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("person_id", share.person() == null ? null : share.person().toString());
        payload.put("team_id", share.team() == null ? null : share.team().toString());
        return payload;
    }
}
