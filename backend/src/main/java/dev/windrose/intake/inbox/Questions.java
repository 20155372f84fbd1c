package dev.windrose.intake.inbox;

import dev.windrose.context.entry.ContextEntry;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions of intake. */
@Component
public class Questions {

    private static final Duration LONG_AGO = Duration.ofDays(30);
    private static final int MOST = 100;
    /** Begins the value of an option that stands for an entry of the context. */
    private static final String ENTRY = ContextEntry.TYPE + "/";

    static final List<String> TYPES = List.of("company", "deal", "contact");

    private final QuestionStore store;
    private final Inbox inbox;
    private final Records records;
    private final Clock clock;

    Questions(QuestionStore store, Inbox inbox, Records records, Clock clock) {
        this.store = store;
        this.inbox = inbox;
        this.records = records;
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

    Optional<RecordData> record(String value) {
        if (value.startsWith(ENTRY) && value.substring(ENTRY.length()).matches("[0-9a-fA-F-]{36}")) {
            return records.find(ContextEntry.TYPE, UUID.fromString(value.substring(ENTRY.length())));
        }
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

    AskedQuestion open(UUID id) {
        var question = get(id);
        if (!question.open()) {
            throw settled(question);
        }
        return question;
    }

    void settle(AskedQuestion question, String state, @Nullable String answer) {
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
