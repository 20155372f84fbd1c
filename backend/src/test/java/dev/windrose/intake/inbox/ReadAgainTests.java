package dev.windrose.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.intake.inbox.Correction.Wrong;
import dev.windrose.intake.learning.Example;
import dev.windrose.intake.learning.ExampleKind;
import dev.windrose.intake.learning.Examples;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A message that is read once more, or out of which something was taken. */
@WindroseTest
class ReadAgainTests {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T10:00:00+01:00");

    @Autowired
    Intake intake;

    @Autowired
    Inbox inbox;

    @Autowired
    CorrectMessage correct;

    @Autowired
    RedoMessage redo;

    @Autowired
    InboxStore store;

    @Autowired
    Changes changes;

    @Autowired
    Records records;

    @Autowired
    Examples taught;

    @Autowired
    TransactionTemplate transactions;

    private static void in(TestWorkspace workspace, Runnable work) {
        ActorScope.run(workspace.owner(), work);
    }

    private UUID add(String type, Map<String, Object> values) {
        var draft = DraftOperation.create(type, values);
        changes.apply(ChangeDraft.of(Cause.person(), "Set up", draft));
        return draft.recordId();
    }

    private UUID deal(String company) {
        return add(
                "deal",
                Map.of(
                        "company_id",
                        add("company", Map.of("name", company)),
                        "deal_amount",
                        30000,
                        "deal_amount_currency",
                        "EUR",
                        "stage",
                        "proposal"));
    }

    private UUID chat(String text) {
        return log(intake.take(new Incoming(text, "chat", MONDAY, null, false, null, null, null, null)));
    }

    private static UUID log(Map<String, @Nullable Object> decision) {
        return UUID.fromString(String.valueOf(decision.get("prompt_log_id")));
    }

    private List<InboxMessage> all(@Nullable InboxState state) {
        return inbox.list(new InboxFilter(null, state, null, null), null, 50).messages();
    }

    private String amount(UUID deal) {
        return String.valueOf(records.get("deal", deal).text("deal_amount"));
    }

    private List<ChangeSetId> sets(UUID message) {
        return Objects.requireNonNull(transactions.execute(_ -> store.changeSets(message)));
    }

    /** The operation of the message on the record, with its set. */
    private Wrong about(UUID message, UUID record) {
        return sets(message).stream()
                .map((ChangeSetId id) -> changes.get(id))
                .flatMap(set -> set.operations().stream()
                        .filter((ChangeOperation operation) ->
                                operation.recordId().equals(record))
                        .map(operation -> new Wrong(set.id().value(), operation.id())))
                .findFirst()
                .orElseThrow();
    }

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
