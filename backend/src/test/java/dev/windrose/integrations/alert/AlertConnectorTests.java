package dev.windrose.integrations.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.integrations.ConnectorContract;
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

class AlertConnectorTests extends ConnectorContract {

    @Autowired
    Changes changes;

    @Autowired
    Records records;

    @Override
    protected String kind() {
        return "alert";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
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
                        "alert" + at,
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

    @Test
    void tellsTheOwnerOnceWhenAConditionBeginsToHold() throws Exception {
        add("Quarrow Mills");
        var id = connect(Map.of());
        awaitPolled(id);
        var second = add("Harbour Bakery");
        as(() -> changes.apply(ChangeDraft.of(
                Cause.person(), "", DraftOperation.update("company", second, Map.of("name", "Quarrow Mills")))));
        as(() -> connections.pollSoon(id));
        assertThat(awaitDecided(1)).hasSize(1);
        var tasks = as(() -> records.query(RecordQuery.of("task")));
        assertThat(tasks).hasSize(1);
        assertThat(tasks.getFirst().title()).isEqualTo("Say hello: Quarrow Mills");
        assertThat(tasks.getFirst().reference("company_id")).isEqualTo(second);
    }

    private void awaitPolled(UUID id) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (as(() -> connections.get(id)).polledAt() == null) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Test
    void aConditionThatMakesNoSenseIsRefused() {
        assertThatThrownBy(
                        () -> connector().checked(Map.of("record_type", "company", "filter", Map.of(), "text", "Call")))
                .isInstanceOf(AppException.class);
    }
}
