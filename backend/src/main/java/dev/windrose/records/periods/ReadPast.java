package dev.windrose.records.periods;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.records.Descriptors;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes periods of what somebody knows from before. */
@Component
class ReadPast {

    private static final int MOST = 500;

    private final Descriptors descriptors;
    private final People people;
    private final Clock clock;

    ReadPast(Descriptors descriptors, People people, Clock clock) {
        this.descriptors = descriptors;
        this.people = people;
        this.clock = clock;
    }

    /**
     * In order, each ending at the latest where the next begins.
     *
     * @param current the value that the record has, with which the last period goes on
     * @throws AppException naming the first entry that cannot be
     */
    List<Period> of(String type, String field, List<PastPeriod> entries, @Nullable String current) {
        return of(type, field, entries, current, people.all());
    }

    List<Period> of(String type, String field, List<PastPeriod> entries, @Nullable String current, List<Person> names) {
        var periods = past(type, field, entries, names);
        var last = periods.getLast();
        if (last.leftAt() != null || !last.value().equals(current)) {
            throw wrong("The last entry has to be what the record is now, %s, without an end.".formatted(current));
        }
        return periods;
    }

    /** Wherever they end. */
    List<Period> past(String type, String field, List<PastPeriod> entries, List<Person> names) {
        if (entries.isEmpty() || entries.size() > MOST) {
            throw wrong("Between one and %d entries are needed.".formatted(MOST));
        }
        var periods = new ArrayList<Period>();
        for (var entry : sorted(entries)) {
            close(periods, entry);
            periods.add(period(type, field, entry, names));
        }
        return periods;
    }

    List<Person> names() {
        return people.all();
    }

    /** The value with which they end; null where that cannot be said. */
    static @Nullable String last(List<PastPeriod> entries) {
        return entries.stream().anyMatch(entry -> entry.enteredAt() == null || entry.value() == null)
                ? null
                : entries.stream()
                        .max(Comparator.comparing(ReadPast::instant))
                        .map(PastPeriod::value)
                        .orElse(null);
    }

    /** @param json a list of entries as the API takes them */
    static List<PastPeriod> entries(@Nullable Object json) {
        if (!(json instanceof List<?> list)) {
            throw wrong("A history is a list of {\"value\", \"entered_at\", \"left_at\", \"person_id\", \"reason\"}.");
        }
        var entries = new ArrayList<PastPeriod>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> entry)) {
                throw wrong("Each entry needs a value and the time when it was entered.");
            }
            entries.add(new PastPeriod(
                    text(entry.get("value")),
                    time(entry.get("entered_at")),
                    time(entry.get("left_at")),
                    id(entry.get("person_id")),
                    text(entry.get("reason"))));
        }
        return entries;
    }

    private static @Nullable String text(@Nullable Object json) {
        return json == null ? null : json.toString();
    }

    private static @Nullable Instant time(@Nullable Object json) {
        try {
            return json == null ? null : Instant.parse(json.toString());
        } catch (DateTimeParseException bad) {
            throw wrong("\"%s\" is no time. Write it as 2026-03-01T09:00:00Z.".formatted(json));
        }
    }

    private static @Nullable UUID id(@Nullable Object json) {
        try {
            return json == null ? null : UUID.fromString(json.toString());
        } catch (IllegalArgumentException bad) {
            throw wrong("There is no person with the id %s.".formatted(json));
        }
    }

    private static List<PastPeriod> sorted(List<PastPeriod> entries) {
        if (entries.stream().anyMatch(entry -> entry.enteredAt() == null || entry.value() == null)) {
            throw wrong("Each entry needs a value and the time when it was entered.");
        }
        return entries.stream().sorted(Comparator.comparing(ReadPast::instant)).toList();
    }

    private static Instant instant(PastPeriod entry) {
        return entry.enteredAt() == null ? Instant.MIN : entry.enteredAt().truncatedTo(ChronoUnit.MICROS);
    }

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
                value(type, field, String.valueOf(entry.value()), names),
                entered,
                left,
                entry.personId(),
                name(entry.personId(), names),
                entry.reason(),
                "loaded",
                null);
    }

    private String value(String type, String field, String given, List<Person> names) {
        var descriptor = descriptors.get(type).fields().get(field);
        if ("person".equals(descriptor.ref())) {
            name(id(given), names);
        }
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

    static AppException wrong(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "entries");
    }
}
