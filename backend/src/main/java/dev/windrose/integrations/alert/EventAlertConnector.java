package dev.windrose.integrations.alert;

import dev.windrose.events.EventCatalogue;
import dev.windrose.events.LoggedEvent;
import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.ConnectionSetting.Choice;
import dev.windrose.integrations.ConnectionSetting.Kind;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A rule of the workspace: where an event of the log is about a record for which a condition holds, such as an account whose customer state changed,
 * somebody is told. What happened before the rule was made is left alone, and so is a change of many records at once.
 */
@Component
class EventAlertConnector implements Connector.Following {

    private final EventCatalogue events;
    private final Records records;

    EventAlertConnector(EventCatalogue events, Records records) {
        this.events = events;
        this.records = records;
    }

    @Override
    public String kind() {
        return "event_alert";
    }

    @Override
    public String label() {
        return "Rule about events";
    }

    @Override
    public @Nullable String secret() {
        return null;
    }

    @Override
    public List<ConnectionSetting> settings() {
        var names = events.types().stream()
                .map(type -> new Choice(type.name(), words(type.name())))
                .toArray(Choice[]::new);
        return List.of(
                ConnectionSetting.choice("event", "What happens", names)
                        .needed()
                        .initially("customer_state_changed"),
                ConnectionSetting.of("record_type", "Kind of record", Kind.RECORD_TYPE)
                        .needed()
                        .initially("company"),
                ConnectionSetting.of("filter", "Condition", Kind.CONDITION)
                        .help(
                                "Holds for the record that it happens to, at the time it is told; without one every record counts"),
                ConnectionSetting.of("text", "What is to be done", Kind.TEXT)
                        .help("The owner of the record gets it as a task")
                        .needed());
    }

    private static String words(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code event} by its name, {@code record_type}, {@code filter} as lists take it, and {@code text}: what is to be done. */
    @Override
    public Map<String, Object> checked(Map<String, Object> settings) {
        String event = settings.get("event") instanceof String name ? name : "";
        if (events.types().stream().noneMatch(type -> type.name().equals(event))) {
            throw new AppException(CommonError.REQUIRED, "Say which event is listened for.", "settings.event");
        }
        if (!(settings.get("record_type") instanceof String type) || type.isBlank()) {
            throw new AppException(CommonError.REQUIRED, "Say which records it is about.", "settings.record_type");
        }
        Map<?, ?> filter = settings.get("filter") instanceof Map<?, ?> given ? given : Map.of();
        String text = AlertText.checked(settings.get("text"));
        records.query(RecordQuery.of(type).where(AlertText.filter(filter)).limit(1));
        var checked = new LinkedHashMap<String, Object>();
        checked.put("event", event);
        checked.put("record_type", type);
        checked.put("filter", filter);
        checked.put("text", text);
        return checked;
    }

    @Override
    public List<RawMessage> of(Connection connection, List<LoggedEvent> happened) {
        return happened.stream()
                .filter(event -> event.name().equals(connection.text("event")))
                .filter(event -> event.recordId() != null
                        && Objects.equals(event.recordType(), connection.text("record_type"))
                        && !event.occurredAt().isBefore(connection.createdAt()))
                .flatMap(event -> message(connection, event).stream())
                .toList();
    }

    private Optional<RawMessage> message(Connection connection, LoggedEvent event) {
        Map<?, ?> filter = connection.settings().get("filter") instanceof Map<?, ?> given ? given : Map.of();
        var id = Objects.requireNonNull(event.recordId());
        var query = RecordQuery.of(Objects.requireNonNull(event.recordType()))
                .where(Filter.and(AlertText.filter(filter), Filter.is("id", id.toString())))
                .limit(1);
        return records.query(query).stream()
                .findFirst()
                .map(record -> AlertText.message(
                        "event " + event.position().key(),
                        event.occurredAt(),
                        record,
                        String.valueOf(connection.text("text"))));
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        return AlertText.parsed(raw);
    }
}
