package dev.windrose.intake.inbox;

import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.intake.inbox.Correction.Wrong;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import dev.windrose.testing.TestWorkspace;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages of a workspace, and what was written because of them. */
abstract class InboxWorld {

    static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T10:00:00+01:00");

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
    TransactionTemplate transactions;

    static void in(TestWorkspace workspace, Runnable work) {
        ActorScope.run(workspace.owner(), work);
    }

    UUID add(String type, Map<String, Object> values) {
        var draft = DraftOperation.create(type, values);
        changes.apply(ChangeDraft.of(Cause.person(), "Set up", draft));
        return draft.recordId();
    }

    UUID deal(String company) {
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

    UUID chat(String text) {
        return log(intake.take(new Incoming(text, "chat", MONDAY, null, false, null, null, null, null)));
    }

    static UUID log(Map<String, @Nullable Object> decision) {
        return UUID.fromString(String.valueOf(decision.get("prompt_log_id")));
    }

    List<InboxMessage> all(@Nullable InboxState state) {
        return inbox.list(new InboxFilter(null, state, null, null), null, 50).messages();
    }

    String amount(UUID deal) {
        return String.valueOf(records.get("deal", deal).text("deal_amount"));
    }

    List<ChangeSetId> sets(UUID message) {
        return Objects.requireNonNull(transactions.execute(_ -> store.changeSets(message)));
    }

    /** The operation of the message on the record, with its set. */
    Wrong about(UUID message, UUID record) {
        return sets(message).stream()
                .map((ChangeSetId id) -> changes.get(id))
                .flatMap(set -> set.operations().stream()
                        .filter((ChangeOperation operation) ->
                                operation.recordId().equals(record))
                        .map(operation -> new Wrong(set.id().value(), operation.id())))
                .findFirst()
                .orElseThrow();
    }
}
