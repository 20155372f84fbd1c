package dev.windrose.integrations;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.ErrorKind;
import dev.windrose.platform.jobs.JobCancelled;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one message of the ledger and decides what becomes of it. What intake writes and the line of the ledger are one transaction. */
@Component
class HandleMessage implements JobHandler {

    static final String TYPE = "received_message";

    private static final int ATTEMPTS = 6;
    private static final String PRIVATE =
            "Private: kept for those who took part, who see what would be written of it. Nothing is until one of them shares it.";
    private static final String ANSWER_TO_PRIVATE =
            "Kept for you alone, as this is no open channel. Share it under Received messages to have it written.";
    private static final Set<ErrorKind> ABOUT_THE_MESSAGE =
            Set.of(ErrorKind.INVALID, ErrorKind.DENIED, ErrorKind.NOT_FOUND);

    private final ReceivedMessageStore store;
    private final OpenConnections connections;
    private final ExcludeMessages exclude;
    private final HandToIntake intake;
    private final KeepAttachments attachments;
    private final AnswerSource answers;
    private final MessageLedger ledger;

    HandleMessage(
            ReceivedMessageStore store,
            OpenConnections connections,
            ExcludeMessages exclude,
            HandToIntake intake,
            KeepAttachments attachments,
            AnswerSource answers,
            MessageLedger ledger) {
        this.store = store;
        this.connections = connections;
        this.exclude = exclude;
        this.intake = intake;
        this.attachments = attachments;
        this.answers = answers;
        this.ledger = ledger;
    }

    record Order(UUID message) {}

    /** Names the job of one request for a message. */
    static String key(UUID message, int request) {
        return message + ":" + request;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        var id = job.input(Order.class).message();
        try {
            handle(job, id);
            return null;
        } catch (JobCancelled e) {
            throw e;
        } catch (RuntimeException | Error e) {
            boolean last = job.attempt() >= ATTEMPTS || isAboutTheMessage(e) || givesUpOn(e);
            ledger.within(() ->
                    ledger.note(id, last ? MessageState.FAILED : MessageState.WAITING, reason(e), sentence(e), null));
            throw e;
        }
    }

    /** An error of the program comes again with the same message; only memory may be there the next time. */
    @Override
    public boolean givesUpOn(Throwable failure) {
        return failure instanceof Error && !(failure instanceof OutOfMemoryError);
    }

    private void handle(JobContext job, UUID id) {
        var message = ledger.within(() -> store.find(id).orElseThrow());
        if (message.state() == MessageState.EXCLUDED || message.state() == MessageState.FAILED) {
            return;
        }
        var opened = connections.open(message);
        var parsed = opened.parsed();
        var handed = ahead(message, opened);
        var owner = job.step("decided", KeepAttachments.Owner.class, () -> decide(message, opened, handed));
        if (owner != null || ledger.within(() -> store.find(id).orElseThrow()).promptLog() != null) {
            attachments
                    .keep(job, parsed.attachments(), owner)
                    .ifPresent(detail -> ledger.within(() -> {
                        store.addDetail(id, detail);
                        return true;
                    }));
        }
    }

    /** What takes long comes before the transaction, and only for what will be read; null for the rest. */
    private HandToIntake.@Nullable Handed ahead(ReceivedMessage message, OpenConnections.Opened opened) {
        var parsed = opened.parsed();
        boolean read = message.state() == MessageState.WAITING
                && message.shared()
                && parsed.about() == null
                && intake.takesLong(parsed, opened.provesSender())
                && !ledger.within(() -> exclude.holds(message, parsed));
        return read ? intake.hand(message, parsed, opened.provesSender()) : null;
    }

    private KeepAttachments.@Nullable Owner decide(
            ReceivedMessage message, OpenConnections.Opened opened, HandToIntake.@Nullable Handed handed) {
        var parsed = opened.parsed();
        if (message.state() != MessageState.WAITING) {
            return null;
        }
        var exclusion = exclude.of(message, parsed);
        store.parsed(message.id(), parsed);
        if (exclusion.isPresent()) {
            var why = exclusion.get();
            ledger.note(message.id(), MessageState.EXCLUDED, why.reason(), why.sentence(), null);
            if (why.reason().equals("do_not_track")) {
                store.forget(message.id());
            }
            return null;
        }
        var alerted = intake.alert(message, parsed);
        if (alerted.isPresent()) {
            ledger.note(message.id(), MessageState.STORED, null, alerted.get(), null);
            return null;
        }
        if (!message.shared()) {
            ledger.notePrivate(message.id(), PRIVATE);
            if (opened.wantsAnswer()) {
                answers.enqueue(message.id(), "private", ANSWER_TO_PRIVATE);
            }
            return null;
        }
        var decision = intake.decide(
                message, parsed, handed != null ? handed : intake.hand(message, parsed, opened.provesSender()));
        var log = UUID.fromString(Objects.toString(decision.get("prompt_log_id")));
        ledger.note(message.id(), MessageState.STORED, null, intake.leftUnread(message, parsed), log);
        if (opened.wantsAnswer()) {
            answers.enqueue(message.id(), decision);
        }
        return KeepAttachments.owner(decision);
    }

    private static @Nullable String sentence(Throwable e) {
        return e instanceof AppException
                ? e.getMessage()
                : "A fault of the program, not of the message (%s). Handle it again, or write its words in its place."
                        .formatted(e);
    }

    private static boolean isAboutTheMessage(Throwable e) {
        return e instanceof AppException known
                && ABOUT_THE_MESSAGE.contains(known.code().kind());
    }

    private static String reason(Throwable e) {
        return e instanceof AppException known ? known.code().id() : "error";
    }
}
