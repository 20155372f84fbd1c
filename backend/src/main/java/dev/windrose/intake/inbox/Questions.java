package dev.windrose.intake.inbox;

import dev.windrose.intake.FindRecords;
import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions of intake. An answer goes on with the message as it came in. */
@Component
public class Questions {

    private static final Duration LONG_AGO = Duration.ofDays(30);
    private static final int MOST = 100;
    private static final int LONGEST = 2_000;
    private static final List<String> TYPES = List.of("company", "deal", "contact");

    private final QuestionStore store;
    private final Inbox inbox;
    private final RedoMessage redo;
    private final Intake intake;
    private final Records records;
    private final FindRecords find;
    private final Clock clock;

    Questions(
            QuestionStore store,
            Inbox inbox,
            RedoMessage redo,
            Intake intake,
            Records records,
            FindRecords find,
            Clock clock) {
        this.store = store;
        this.inbox = inbox;
        this.redo = redo;
        this.intake = intake;
        this.records = records;
        this.find = find;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<AskedQuestion> open() {
        Permissions.require(Operation.READ, "intake");
        return store.open(oldest(), MOST);
    }

    @Transactional(readOnly = true)
    public List<AskedQuestion> of(UUID message) {
        return store.of(inbox.get(message).id(), oldest());
    }

    /** @throws AppException NOT_FOUND also for a question about a message that the actor does not see */
    @Transactional(readOnly = true)
    public AskedQuestion get(UUID id) {
        Permissions.require(Operation.READ, "intake");
        var question = store.find(id, oldest()).orElseThrow(Questions::missing);
        inbox.get(question.message());
        return question;
    }

    /** The record that an option stands for, where it is one that the actor sees. */
    @Transactional(readOnly = true)
    public Optional<RecordData> record(AskedQuestion.Option option) {
        return record(option.value());
    }

    private Optional<RecordData> record(String value) {
        return value.matches("[0-9a-fA-F-]{36}")
                ? TYPES.stream()
                        .flatMap(type -> records.find(type, UUID.fromString(value)).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Nothing of what was offered is meant. */
    @Transactional
    public void noneFits(UUID id) {
        Permissions.require(Operation.SUBMIT, "intake");
        settle(open(id), "none", null);
    }

    /**
     * @param given the value or the label of an option, or words
     */
    @Transactional
    public void answer(UUID id, String given) {
        Permissions.require(Operation.SUBMIT, "intake");
        var words = given.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new AppException(CommonError.BAD_VALUE, "An answer has 1 to 2,000 characters.", "answer");
        }
        var question = open(id);
        var option = question.options().stream()
                .filter(one -> one.value().equals(words) || one.label().equalsIgnoreCase(words))
                .findFirst();
        var record = option.flatMap(this::record).or(() -> named(words));
        var label = option.map(AskedQuestion.Option::label).orElse(words);
        settle(question, "answered", label);
        record.ifPresent(chosen -> redo.learn(question, chosen));
        var message = inbox.get(question.message());
        intake.takeAgain(incoming(message, record.orElse(null), label, "question:" + id), message.id());
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
        var same = find.find(words, TYPES, 8).stream()
                .filter(found -> words.equalsIgnoreCase(found.title()))
                .toList();
        return same.size() == 1 ? record(same.getFirst().id().toString()) : Optional.empty();
    }

    private AskedQuestion open(UUID id) {
        var question = get(id);
        if (!question.open()) {
            throw settled(question);
        }
        return question;
    }

    private void settle(AskedQuestion question, String state, @Nullable String answer) {
        if (!store.settle(question.id(), state, answer, clock.instant())) {
            throw settled(question);
        }
    }

    private static AppException settled(AskedQuestion question) {
        return new AppException(
                CommonError.CONFLICT,
                switch (question.state()) {
                    case "expired" ->
                        "This question is more than 30 days old. Write what is right, or have the message read again.";
                    case "closed" -> "This is not asked any more.";
                    default -> "This question has been answered.";
                });
    }

    private static AppException missing() {
        return new AppException(CommonError.NOT_FOUND, "There is no such question.");
    }

    private Instant oldest() {
        return clock.instant().minus(LONG_AGO);
    }
}
