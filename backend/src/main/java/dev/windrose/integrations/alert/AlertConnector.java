package dev.windrose.integrations.alert;

import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.ConnectionSetting.Kind;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A rule of the workspace: where a condition begins to hold for a record, such as a deal without a next step or a payment that is overdue, somebody is
 * told, once for each time it begins. What holds already when the rule is made is left alone.
 */
@Component
class AlertConnector implements Connector.Pulled {

    private static final String MATCHING = "matching";
    private static final int MOST = RecordQuery.MOST;

    private final Records records;
    private final Workspaces workspaces;
    private final Clock clock;

    AlertConnector(Records records, Workspaces workspaces, Clock clock) {
        this.records = records;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "alert";
    }

    @Override
    public String label() {
        return "Rule about records";
    }

    @Override
    public @Nullable String secret() {
        return null;
    }

    @Override
    public List<ConnectionSetting> settings() {
        return List.of(
                ConnectionSetting.of("record_type", "Kind of record", Kind.RECORD_TYPE)
                        .needed()
                        .initially("deal"),
                ConnectionSetting.of("filter", "Condition", Kind.CONDITION)
                        .help("Records for which it begins to hold are told of, once each")
                        .needed(),
                ConnectionSetting.of("text", "What is to be done", Kind.TEXT)
                        .help("The owner of the record gets it as a task")
                        .needed());
    }

    /** {@code record_type}, {@code filter} as lists take it, and {@code text}: what is to be done. */
    @Override
    public Map<String, Object> checked(Map<String, Object> settings) {
        if (!(settings.get("record_type") instanceof String type) || type.isBlank()) {
            throw new AppException(CommonError.REQUIRED, "Say which records are looked at.", "settings.record_type");
        }
        if (!(settings.get("filter") instanceof Map<?, ?> filter) || filter.isEmpty()) {
            throw new AppException(CommonError.REQUIRED, "Say which condition is looked for.", "settings.filter");
        }
        String text = AlertText.checked(settings.get("text"));
        records.query(query(type, filter).limit(1));
        var checked = new LinkedHashMap<String, Object>();
        checked.put("record_type", type);
        checked.put("filter", filter);
        checked.put("text", text);
        return checked;
    }

    private static RecordQuery query(String type, Map<?, ?> filter) {
        return RecordQuery.of(type)
                .where(AlertText.filter(filter))
                .sortedBy("created_at")
                .limit(MOST);
    }

    @Override
    public void tryOut(Connection connection, @Nullable Secret secret) {
        matching(connection);
    }

    private List<RecordData> matching(Connection connection) {
        var filter = connection.settings().get("filter") instanceof Map<?, ?> given ? given : Map.of();
        return records.query(query(String.valueOf(connection.text("record_type")), filter));
    }

    @Override
    public void pull(Connection connection, @Nullable Secret secret, Take take) {
        var found = matching(connection);
        var before = connection.checkpoint().get(MATCHING) instanceof List<?> ids
                ? ids.stream().map(String::valueOf).collect(Collectors.toSet())
                : null;
        var messages = before == null
                ? List.<RawMessage>of()
                : found.stream()
                        .filter(record -> !before.contains(record.id().toString()))
                        .map(record -> message(connection, record))
                        .toList();
        Set<String> now = found.stream().map(record -> record.id().toString()).collect(Collectors.toSet());
        if (!now.equals(before)) {
            take.messages(messages, Map.of(MATCHING, List.copyOf(now)));
        }
    }

    private RawMessage message(Connection connection, RecordData record) {
        return AlertText.message(
                record.id() + " " + workspaces.today(),
                clock.instant(),
                record,
                String.valueOf(connection.text("text")));
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        return AlertText.parsed(raw);
    }
}
