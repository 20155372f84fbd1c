package dev.windrose.records.periods;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which values a field of a record had, from when to when. */
@Component
public class Periods {

    private static final int MOST = 500;

    private final PeriodStore store;
    private final Records records;
    private final Descriptors descriptors;
    private final People people;
    private final EventLog events;
    private final AccessChecks access;
    private final Clock clock;

    Periods(
            PeriodStore store,
            Records records,
            Descriptors descriptors,
            People people,
            EventLog events,
            AccessChecks access,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.descriptors = descriptors;
        this.people = people;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Period> of(String type, UUID record, String field) {
        Permissions.require(Operation.READ, type);
        return records.get(type, record).masked().contains(field) ? List.of() : store.of(record, field);
    }

    /**
     * Replaces what is known by what somebody knows from before. The last period is the one that lasts, with the value the record has.
     *
     * @throws AppException naming the first entry that cannot be
     */
    @Transactional
    public List<Period> load(String type, UUID record, String field, List<PastPeriod> entries) {
        Permissions.require(Operation.UPDATE, type);
        access.requireWritable(descriptors.get(type), record);
        var known = records.get(type, record);
        if (known.masked().contains(field)) {
            throw new AppException(CommonError.NOT_ALLOWED, "This field is hidden from your role.", field);
        }
        var current = known.text(field);
        if (entries.isEmpty() || entries.size() > MOST) {
            throw wrong("Between one and %d entries are needed.".formatted(MOST));
        }
        var periods = new ArrayList<Period>();
        var names = people.all();
        for (var entry : sorted(entries)) {
            close(periods, entry);
            periods.add(period(type, field, entry, names));
        }
        var last = periods.getLast();
        if (last.leftAt() != null || !last.value().equals(current)) {
            throw wrong("The last entry has to be what the record is now, %s, without an end.".formatted(current));
        }
        store.replace(type, record, field, periods);
        events.append(Event.about(
                type, record, PeriodEvents.PERIODS_LOADED, Map.of("field", field, "entries", periods.size())));
        return store.of(record, field);
    }

    private static List<PastPeriod> sorted(List<PastPeriod> entries) {
        if (entries.stream().anyMatch(entry -> entry.enteredAt() == null || entry.value() == null)) {
            throw wrong("Each entry needs a value and the time when it was entered.");
        }
        return entries.stream()
                .sorted(Comparator.comparing((PastPeriod entry) -> instant(entry)))
                .toList();
    }

    private static Instant instant(PastPeriod entry) {
        return entry.enteredAt() == null ? Instant.MIN : entry.enteredAt().truncatedTo(ChronoUnit.MICROS);
    }

    /** A period ends at the latest where the next begins. */
    private static void close(List<Period> periods, PastPeriod next) {
        if (periods.isEmpty()) {
            return;
        }
        var last = periods.removeLast();
        var end = last.leftAt() == null ? instant(next) : last.leftAt();
        if (end.isAfter(instant(next))) {
            throw wrong("%s is entered before %s is left.".formatted(next.value(), last.value()));
        }
        periods.add(new Period(
                last.value(), last.enteredAt(), end, last.personId(), last.by(), last.reason(), last.source(), null));
    }

    private Period period(String type, String field, PastPeriod entry, List<Person> names) {
        var entered = instant(entry);
        var left = entry.leftAt() == null ? null : entry.leftAt().truncatedTo(ChronoUnit.MICROS);
        if (entered.isAfter(clock.instant()) || left != null && left.isAfter(clock.instant())) {
            throw wrong("%s lies in the future.".formatted(entered));
        }
        if (left != null && left.isBefore(entered)) {
            throw wrong("%s is left before it is entered.".formatted(entry.value()));
        }
        return new Period(
                value(type, field, String.valueOf(entry.value())),
                entered,
                left,
                entry.personId() == null ? null : entry.personId(),
                name(entry.personId(), names),
                entry.reason(),
                "loaded",
                null);
    }

    private String value(String type, String field, String given) {
        var descriptor = descriptors.get(type).fields().get(field);
        if (descriptor.choices().isEmpty()) {
            return given;
        }
        return descriptor
                .choice(given)
                .map(choice -> choice.value())
                .orElseThrow(() -> wrong("\"%s\" is no value of %s.".formatted(given, descriptor.label())));
    }

    private static String name(@Nullable UUID person, List<Person> names) {
        if (person == null) {
            return ActorScope.current().name();
        }
        return names.stream()
                .filter(one -> one.id().value().equals(person))
                .map(one -> one.name())
                .findFirst()
                .orElseThrow(() -> wrong("There is no person with the id %s.".formatted(person)));
    }

    private static AppException wrong(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "entries");
    }
}
