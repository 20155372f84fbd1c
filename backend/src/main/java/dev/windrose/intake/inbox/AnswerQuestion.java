package dev.windrose.intake.inbox;

import dev.windrose.intake.FindRecords;
import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordData;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes on with a message as it came in, now that its question has an answer. */
@Component
public class AnswerQuestion {

    private static final int LONGEST = 2_000;

    private final Questions questions;
    private final Inbox inbox;
    private final RedoMessage redo;
    private final Intake intake;
    private final FindRecords find;
    private final TransactionTemplate transactions;

    AnswerQuestion(
            Questions questions,
            Inbox inbox,
            RedoMessage redo,
            Intake intake,
            FindRecords find,
            TransactionTemplate transactions) {
        this.questions = questions;
        this.inbox = inbox;
        this.redo = redo;
        this.intake = intake;
        this.find = find;
        this.transactions = transactions;
    }

    private record Answered(
            AskedQuestion question, String label, @Nullable RecordData record, UUID message, Incoming incoming) {}

    /**
     * The answer counts once what follows from it is written, both in one transaction.
     *
     * @param given the value or the label of an option, or words
     */
    public void of(UUID id, String given) {
        Permissions.require(Operation.SUBMIT, "intake");
        var words = given.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new AppException(CommonError.BAD_VALUE, "An answer has 1 to 2,000 characters.", "answer");
        }
        var answered = Objects.requireNonNull(transactions.execute(_ -> answered(id, words)));
        var prepared = intake.prepare(answered.incoming());
        transactions.executeWithoutResult(_ -> {
            questions.settle(answered.question(), "answered", answered.label());
            if (answered.record() != null) {
                redo.learn(answered.question(), answered.record());
            }
            intake.takeAgain(prepared, answered.message());
        });
    }

    private Answered answered(UUID id, String words) {
        var question = questions.open(id);
        var option = question.options().stream()
                .filter(one -> one.value().equals(words) || one.label().equalsIgnoreCase(words))
                .findFirst();
        var record = option.flatMap(questions::record).or(() -> named(words)).orElse(null);
        var label = option.map(AskedQuestion.Option::label).orElse(words);
        var message = inbox.get(question.message());
        return new Answered(question, label, record, message.id(), incoming(message, record, label, "question:" + id));
    }

    /** The words go on after those of the workspace's own people; to words from outside nothing is added, they stand for themselves. */
    private Incoming incoming(InboxMessage message, @Nullable RecordData record, String answer, String key) {
        if (record != null) {
            return redo.again(message, message.text(), record.type(), record.id(), key);
        }
        return redo.own(message)
                ? redo.again(message, message.text() + "\n" + answer, null, null, key)
                : Incoming.chat(answer, message.thread(), key).seen(aboutType(message), about(message));
    }

    private static @Nullable String aboutType(InboxMessage message) {
        return about(message) == null ? null : "company";
    }

    private static @Nullable UUID about(InboxMessage message) {
        return message.decision() != null
                        && message.decision().get("about") instanceof Map<?, ?> about
                        && about.get("company_id") instanceof String company
                ? UUID.fromString(company)
                : null;
    }

    /** A single record that is called exactly so. */
    private Optional<RecordData> named(String words) {
        var same = find.find(words, Questions.TYPES, 8).stream()
                .filter(found -> words.equalsIgnoreCase(found.title()))
                .toList();
        return same.size() == 1 ? questions.record(same.getFirst().id().toString()) : Optional.empty();
    }
}
