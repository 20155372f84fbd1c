package dev.windrose.integrations.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.integrations.ConnectorContract;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EventAlertConnectorTests extends ConnectorContract {

    @Autowired
    Changes changes;

    @Autowired
    Records records;

    @Override
    protected String kind() {
        return "event_alert";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
                "event",
                "company_updated",
                "record_type",
                "company",
                "filter",
                Map.of("field", "name", "op", "is", "value", "Quarrow Mills"),
                "text",
                "Say hello");
    }

    @Override
    protected List<RawMessage> samples() {
        return IntStream.range(0, 3)
                .mapToObj(at -> new RawMessage(
                        "event " + at,
                        Instant.now(),
                        "application/json",
                        "{\"record_type\":\"company\",\"record_id\":\"%s\",\"title\":\"Gone\",\"text\":\"Call\"}"
                                .formatted(UUID.randomUUID())
                                .getBytes(StandardCharsets.UTF_8),
                        RawMessage.FRESH))
                .toList();
    }

    private UUID add(String name) {
        var company = DraftOperation.create("company", Map.of("name", name));
        as(() -> changes.apply(ChangeDraft.of(Cause.person(), "", company)));
        return company.recordId();
    }

    private void rename(UUID company, String name) {
        as(() -> changes.apply(
                ChangeDraft.of(Cause.person(), "", DraftOperation.update("company", company, Map.of("name", name)))));
    }

    @Test
    void tellsTheOwnerOfEachEventOfARecordForWhichTheConditionHolds() throws Exception {
        var before = add("Pier Works");
        rename(before, "Quarrow Mills");
        var id = connect(Map.of());
        add("Quarrow Mills");
        rename(add("Harbour Bakery"), "Harbour Bread");
        var other = add("Harbour Works");
        rename(other, "Quarrow Mills");
        assertThat(awaitDecided(1)).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(MessageState.STORED);
            assertThat(line.detail()).isEqualTo("A task was made of it.");
        });
        var tasks = as(() -> records.query(RecordQuery.of("task")));
        assertThat(tasks).hasSize(1);
        assertThat(tasks.getFirst().title()).isEqualTo("Say hello: Quarrow Mills");
        assertThat(tasks.getFirst().reference("company_id")).isEqualTo(other);
        as(() -> changes.apply(ChangeDraft.of(
                Cause.person(),
                "",
                DraftOperation.update("company", other, Map.of("website_url", "https://quarrow.example")))));
        assertThat(awaitDecided(2)).as("each time anew").hasSize(2);
        assertThat(as(() -> health.of(id, 90)).addsUp()).isTrue();
    }

    @Test
    void anEventOrAKindOfRecordThatDoesNotExistIsRefused() {
        for (var wrong : List.of(Map.of("event", "moon_rose"), Map.of("record_type", "moon"))) {
            var settings = new java.util.HashMap<>(settings());
            settings.putAll(wrong);
            assertThatThrownBy(() -> as(() -> connector().checked(settings))).isInstanceOf(AppException.class);
        }
    }
}
