package dev.windrose.intake.inbox;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.intake.learning.Examples;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.ErrorKind;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.ChangeSet;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes back what a message has led to, and reads it once more. Each step is a transaction of its own, so one that fails holds up no other. */
@Component
public class RedoMessage {

    private static final Set<String> OWN_CHANNELS = Set.of("chat", "slack", "call_note");

    private final Inbox inbox;
    private final Intake intake;
    private final TakeBack takeBack;
    private final Examples examples;
    private final Workspaces workspaces;

    RedoMessage(Inbox inbox, Intake intake, TakeBack takeBack, Examples examples, Workspaces workspaces) {
        this.examples = examples;
        this.inbox = inbox;
        this.intake = intake;
        this.takeBack = takeBack;
        this.workspaces = workspaces;
    }

    /** @return what could not be taken back, one sentence each */
    public List<String> undo(UUID message) {
        Permissions.require(Operation.DECIDE, "changeset");
        var root = inbox.get(message).id();
        var sets = takeBack.standing(root);
        if (takeBack.closeQuestions(root) == 0 && sets.isEmpty()) {
            throw new AppException(CommonError.CONFLICT, "Nothing of this message stands any more.");
        }
        return takeBack(sets).left();
    }

    /**
     * @param left what could not be taken back, one sentence each
     * @param by the change sets that took back the rest
     */
    private record TakenBack(List<String> left, List<UUID> by) {}

    private TakenBack takeBack(List<ChangeSet> sets) {
        var left = new ArrayList<String>();
        var by = new ArrayList<UUID>();
        for (var set : sets) {
            try {
                by.addAll(takeBack.undo(set));
            } catch (AppException kept) {
                if (kept.code().kind() != ErrorKind.CONFLICT) {
                    throw kept;
                }
                left.add(String.valueOf(kept.getMessage()));
            }
        }
        return new TakenBack(left, by);
    }

    /**
     * Takes back what the message has led to and reads it again with what is known by now.
     *
     * @param text read in place of what was written, where given
     * @param whateverKind also where it looks like mail of programs or of people who sell
     * @return what could not be taken back
     */
    public List<String> replay(UUID id, @Nullable String text, boolean whateverKind) {
        Permissions.require(Operation.SUBMIT, "intake");
        var message = inbox.get(id);
        if (message.decision() == null) {
            inbox.sources().forEach(source -> source.again(id, text));
            return List.of();
        }
        Permissions.require(Operation.DECIDE, "changeset");
        var back = takeBack(takeBack.standing(id));
        examples.unlearn(back.by());
        var again = again(message, text == null || text.isBlank() ? message.text() : text, null, null, null);
        var asked = new Incoming.Asked(whateverKind, again.asked().entriesAfter());
        intake.takeAgain(intake.prepare(again.asked(asked)), id);
        return back.left();
    }

    /**
     * The message as it came in, on the day it came in. Whoever has it read again vouches for words of the workspace's own, and for none from
     * outside. What was entered since it was said is newer than it.
     */
    Incoming again(
            InboxMessage message, String text, @Nullable String type, @Nullable UUID record, @Nullable String key) {
        boolean own = OWN_CHANNELS.contains(message.channel());
        var received = message.decision() != null && message.decision().get("received_at") instanceof String written
                ? OffsetDateTime.parse(written)
                : message.at()
                        .atZone(ZoneId.of(workspaces.current().timeZone()))
                        .toOffsetDateTime();
        var since = message.arrived() == null ? message.at() : received.toInstant();
        return new Incoming(
                        text,
                        message.channel(),
                        received,
                        own || message.person() == null
                                ? null
                                : message.person().toString(),
                        false,
                        message.thread(),
                        type,
                        record,
                        key)
                .asked(new Incoming.Asked(false, since));
    }

    /** The words asked about mean the chosen record to this person from now on. */
    void learn(AskedQuestion question, RecordData chosen) {
        if (!chosen.type().equals(ContextEntry.TYPE)) {
            examples.chosen(question.text(), chosen.type(), chosen.id());
        }
    }

    boolean own(InboxMessage message) {
        return OWN_CHANNELS.contains(message.channel());
    }
}
