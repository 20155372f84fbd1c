package dev.windrose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What became true later counts, in whatever order messages are read. */
@WindroseTest
class NewerFactsTests {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T10:00:00+01:00");

    @Autowired
    Intake intake;

    @Autowired
    Changes changes;

    @Autowired
    Records records;

    private void in(Consumer<UUID> work) {
        ActorScope.run(Workspaces.fresh().owner(), () -> {
            var values = new HashMap<String, Object>();
            values.put("company_id", add("company", Map.of("name", "Pellham Rail")));
            values.put("deal_amount", 30000);
            values.put("deal_amount_currency", "EUR");
            values.put("stage", "discovery");
            work.accept(add("deal", values));
        });
    }

    private UUID add(String type, Map<String, Object> values) {
        var draft = DraftOperation.create(type, values);
        changes.apply(ChangeDraft.of(Cause.person(), "Set up", draft));
        return draft.recordId();
    }

    private Map<String, @Nullable Object> told(OffsetDateTime at, @Nullable Instant entriesAfter, String text) {
        return intake.take(new Incoming(text, "chat", at, null, false, null, null, null, null)
                .asked(new Incoming.Asked(false, entriesAfter)));
    }

    private String now(UUID deal, String field) {
        return String.valueOf(records.get("deal", deal).value(field));
    }

    @Test
    void anOlderMessageThatIsReadLaterChangesNothingThatANewerOneHasTold() {
        in(deal -> {
            told(MONDAY.plusDays(9), null, "Pellham Rail is at 45k EUR now.");
            var late = told(MONDAY, null, "Pellham Rail is at 40k EUR now, payment is quarterly.");
            assertThat(now(deal, "deal_amount")).startsWith("45000");
            assertThat(now(deal, "payment_frequency")).isEqualTo("quarterly");
            assertThat(late.get("operations").toString())
                    .contains("The record holds something newer: Amount of 11 March 2026.", "status=refused");
            told(MONDAY.plusDays(12), null, "Pellham Rail is at 47k EUR now.");
            assertThat(now(deal, "deal_amount")).startsWith("47000");
        });
    }

    @Test
    void aMessageOfASourceChangesNothingThatWasEnteredSince() {
        in(deal -> {
            told(MONDAY, MONDAY.toInstant(), "Pellham Rail is at 40k EUR now.");
            assertThat(now(deal, "deal_amount")).startsWith("30000");
            told(MONDAY, null, "Pellham Rail is at 40k EUR now.");
            assertThat(now(deal, "deal_amount")).startsWith("40000");
        });
    }
}
