package dev.windrose.intake;

import dev.windrose.context.AnswerMessage;
import dev.windrose.context.ThreadMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers a message of a thread through the same code as every other text, and tells each result as it is there. */
@Component
class AnswerThread implements AnswerMessage {

    private static final Pattern UNDO = Pattern.compile(
            "(?i)^\\W*(?:please |pls )?(?:undo|revert|take (?:that|it) back|cancel that|rückgängig|mach das "
                    + "rückgängig|annule[rz]?|deshacer|deshaz)(?: (?:that|this|it|the last (?:one|change)|ça|eso|"
                    + "das))?\\W*$");

    private final Intake intake;
    private final IntakeStore store;
    private final Understand understand;
    private final UndoLast undo;
    private final AnswerFiles files;
    private final AskContext context;
    private final TransactionTemplate transactions;

    AnswerThread(
            Intake intake,
            IntakeStore store,
            Understand understand,
            UndoLast undo,
            AnswerFiles files,
            AskContext context,
            TransactionTemplate transactions) {
        this.intake = intake;
        this.store = store;
        this.understand = understand;
        this.undo = undo;
        this.context = context;
        this.files = files;
        this.transactions = transactions;
    }

    @Override
    public void answer(ThreadMessage message, Telling tell) {
        var last =
                transactions.execute(_ -> store.last(message.thread().value()).orElse(null));
        String key = "message:" + message.id();
        var decided = transactions.execute(_ -> store.byKey(key).orElse(null));
        if (decided != null) {
            TellDecision.of(context.completed(message.text(), decided.decision()), tell);
            files.answer(message, tell);
            return;
        }
        boolean clarifies = last != null && Boolean.TRUE.equals(last.getValue().get("clarify"));
        if (!clarifies && context.taken(message, tell)) {
            files.answer(message, tell);
            return;
        }
        if (last != null
                && UNDO.matcher(message.text()).matches()
                && last.getValue().get("change_set_id") instanceof String set) {
            undo.of(set, message, tell);
            return;
        }
        if (!clarifies && context.answered(message, tell)) {
            files.answer(message, tell);
            return;
        }
        var incoming = Incoming.chat(message.text(), message.thread().value(), key);
        var record = message.ui() != null && message.ui().get("record") instanceof Map<?, ?> named ? named : Map.of();
        if (record.get("type") != null) {
            incoming = incoming.seen(
                    String.valueOf(record.get("type")), UUID.fromString(String.valueOf(record.get("id"))));
        }
        if (!message.text().isBlank()) {
            var decision = last == null ? intake.take(incoming) : goOn(incoming, last, message.createdAt());
            TellDecision.of(context.completed(message.text(), decision), tell);
        }
        files.answer(message, tell);
    }

    /** An answer to our question: the text before is read again, now with the record that was chosen. */
    private Map<String, @Nullable Object> goOn(
            Incoming incoming, Map.Entry<String, Map<String, @Nullable Object>> last, Instant at) {
        var before = last.getValue();
        var choice = Boolean.TRUE.equals(before.get("clarify"))
                ? understand.chosen(before, incoming.text()).orElse(null)
                : null;
        if (choice == null) {
            return intake.take(incoming);
        }
        var again = new Incoming(
                last.getKey(),
                incoming.channel(),
                incoming.receivedAt(),
                null,
                false,
                incoming.thread(),
                choice.type(),
                choice.record(),
                incoming.key());
        if (!(before.get("prompt_log_id") instanceof String log)) {
            return intake.take(again);
        }
        var root = Objects.requireNonNull(transactions.execute(_ -> {
            store.answered(choice.question(), incoming.text(), at);
            return store.rootOf(UUID.fromString(log));
        }));
        return intake.takeAgain(intake.prepare(again), root);
    }
}
