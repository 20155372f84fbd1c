package dev.windrose.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.intake.Incoming;
import dev.windrose.intake.learning.Example;
import dev.windrose.intake.learning.ExampleKind;
import dev.windrose.intake.learning.Examples;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A message that is read once more, or out of which something was taken. */
@WindroseTest
class ReadAgainTests extends InboxWorld {

    @Autowired
    Examples taught;

    @Test
    void whatWasTakenOutOrMovedTeachesThatItWasUnwantedAndNoWrongMeaning() {
        var workspace = Workspaces.fresh();
        in(workspace, () -> {
            var deal = deal("Pellham Rail");
            var other = deal("Oakhurst Clinics");
            var text = "Please open a ticket for Pellham Rail: the export button does nothing.";
            var message = chat(text);
            var issue = records.query(RecordQuery.of("issue")).getFirst().id();
            correct.correct(message, new Correction.Drop(about(message, issue)));
            assertThat(examples(ExampleKind.UNWANTED)).singleElement().satisfies(one -> assertThat(one.entity())
                    .isEqualTo("issue"));
            chat(text);
            assertThat(records.query(RecordQuery.of("issue"))).isEmpty();

            var moved = chat("Pellham Rail is in negotiation now.");
            correct.correct(moved, new Correction.Move(about(moved, deal), other));
            assertThat(records.get("deal", deal).value("stage")).isEqualTo("proposal");
            assertThat(records.get("deal", other).value("stage")).isEqualTo("negotiation");
            assertThat(examples(ExampleKind.VALUE)).isEmpty();
        });
        var report = workspace.http().get().uri("/api/v1/intake/evaluation").exchange();
        var total = JsonMapper.shared()
                .readTree(report.expectBody().returnResult().getResponseBodyContent())
                .path("total");
        assertThat(total.path("undone").asInt()).isPositive();
        assertThat(total.path("accuracy").asDouble()).isLessThan(1);
    }

    @Test
    void whatIsMovedToAnotherRecordTeachesTheNameItWasCalledBy() {
        in(Workspaces.fresh(), () -> {
            var deal = deal("Pellham Rail");
            var other = deal("Oakhurst Clinics");
            var moved = chat("Pellham is in negotiation now.");
            correct.correct(moved, new Correction.Move(about(moved, deal), other));
            assertThat(examples(ExampleKind.ALIAS)).singleElement().satisfies(one -> {
                assertThat(one.words()).isEqualTo("pellham");
                assertThat(one.record()).isEqualTo(records.get("deal", other).value("company_id"));
            });
            chat("Pellham is at 45k EUR now.");
            assertThat(amount(other)).startsWith("45000");
            assertThat(amount(deal)).startsWith("30000");
            chat("Pellham Rail is at 50k EUR now.");
            assertThat(amount(deal)).startsWith("50000");
        });
    }

    @Test
    void readingAgainLeavesWhatHasChangedSince() {
        in(Workspaces.fresh(), () -> {
            var deal = deal("Pellham Rail");
            var message = chat("Pellham Rail is at 45k EUR now.");
            changes.apply(ChangeDraft.of(
                    Cause.person(), "By hand", DraftOperation.update("deal", deal, Map.of("deal_amount", 54000))));
            assertThat(redo.replay(message, null, false))
                    .singleElement()
                    .asString()
                    .contains("Changed since");
            assertThat(amount(deal)).startsWith("54000");
            assertThat(inbox.get(message).decision().toString()).contains("The record holds something newer: Amount");
        });
    }

    @Test
    void readsAgainOnTheDayItWasSaid() {
        in(Workspaces.fresh(), () -> {
            var deal = deal("Pellham Rail");
            var message = chat("Signing of the Pellham Rail deal is pushed to next Friday.");
            redo.replay(message, null, false);
            assertThat(records.get("deal", deal).text("deal_expected_signing_date"))
                    .isEqualTo("2026-03-13");
        });
    }

    @Test
    void whatLooksLikeAnOfferOfASellerIsReadWhereSomebodyWantsIt() {
        in(Workspaces.fresh(), () -> {
            add("product", Map.of("name", "Lantern Desk"));
            var text = """
                    From: Nora Vance <nora.vance@hollowbrook.example>
                    Subject: Lantern Desk

                    Hello, I came across your Lantern Desk. Please send us an offer for 20 seats. Is it worth a quick 15 minute call?

                    Nora Vance
                    Buyer, Hollowbrook Ltd
                    """;
            var message = log(intake.take(new Incoming(text, "email", MONDAY, null, false, null, null, null, null)));
            assertThat(all(InboxState.NOTED)).extracting(InboxMessage::id).containsExactly(message);
            redo.replay(message, null, false);
            assertThat(records.query(RecordQuery.of("contact"))).isEmpty();
            redo.replay(message, null, true);
            assertThat(records.query(RecordQuery.of("contact")))
                    .singleElement()
                    .satisfies(contact -> assertThat(contact.title()).isEqualTo("Nora Vance"));
        });
    }

    private List<Example> examples(ExampleKind kind) {
        return taught.page(null, null, null, null, null, 50).examples().stream()
                .filter(example -> example.kind() == kind)
                .toList();
    }
}
