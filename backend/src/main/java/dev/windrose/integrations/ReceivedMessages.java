package dev.windrose.integrations;

import dev.windrose.integrations.ReceivedMessageStore.Reader;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as people see it: what is shared, and what they took part in themselves. */
@Component
public class ReceivedMessages {

    private static final String PART = "connections";
    private static final int LONGEST = 100_000;

    private final ReceivedMessageStore store;
    private final ReceiveMessages door;
    private final People people;
    private final AuditLog audit;

    ReceivedMessages(ReceivedMessageStore store, ReceiveMessages door, People people, AuditLog audit) {
        this.store = store;
        this.door = door;
        this.people = people;
        this.audit = audit;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ReceivedMessage> list(
            @Nullable UUID connection, @Nullable MessageState state, @Nullable UUID before, int most) {
        Permissions.require(Operation.READ, PART);
        return store.list(reader(), connection, state, before, most);
    }

    /** @throws AppException NOT_FOUND also for a private message of others */
    @Transactional(readOnly = true)
    public ReceivedMessage get(UUID id) {
        Permissions.require(Operation.READ, PART);
        return store.find(id, reader())
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such message."));
    }

    /** What was written in its place, what was understood as its words, or, of one that could not be taken apart, what came. */
    @Transactional(readOnly = true)
    public @Nullable String words(ReceivedMessage message) {
        if (message.editedText() != null || message.body() != null) {
            return message.editedText() == null ? message.body() : message.editedText();
        }
        if (message.state() != MessageState.FAILED || message.removedAt() != null) {
            return null;
        }
        var came = new String(store.content(message.id()), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
        return came.length() > LONGEST ? came.substring(0, LONGEST) : came;
    }

    /**
     * Has a message handled again that failed, or that a rule left out.
     *
     * @param text read in place of what arrived, where given
     */
    @Transactional
    public ReceivedMessage replay(UUID id, @Nullable String text) {
        Permissions.require(Operation.CREATE, "mail");
        var message = get(id);
        boolean open = message.state() == MessageState.FAILED || message.state() == MessageState.EXCLUDED;
        if (!open || "do_not_track".equals(message.reason())) {
            throw new AppException(
                    CommonError.CONFLICT, "Only a message that failed or was left out can be handled again.");
        }
        if (message.removedAt() != null) {
            throw new AppException(
                    CommonError.CONFLICT, "The words of this message were removed: they were kept long enough.");
        }
        if (text != null && (text.isBlank() || text.length() > LONGEST)) {
            throw new AppException(CommonError.BAD_VALUE, "A text has 1 to 100,000 characters.", "text");
        }
        again(message, text, message.state() == MessageState.EXCLUDED);
        note(AuditAction.MESSAGE_REPLAYED, message, Map.of("edited", text != null));
        return get(id);
    }

    /** Lets everybody read it, and has it read further. For those who took part. */
    @Transactional
    public ReceivedMessage share(UUID id) {
        Permissions.require(Operation.CREATE, "mail");
        var message = get(id);
        if (!message.shared()) {
            store.share(id);
            note(AuditAction.MESSAGE_SHARED, message, Map.of());
            if (message.state() == MessageState.STORED && message.removedAt() == null) {
                again(message, null, message.wanted());
            }
        }
        return get(id);
    }

    private void note(AuditAction action, ReceivedMessage message, Map<String, ?> more) {
        var details = new LinkedHashMap<String, Object>(more);
        details.put("message_id", message.id().toString());
        details.put("connection_id", message.connection().toString());
        audit.append(AuditEntry.of(
                action, message.shared() ? String.valueOf(message.subject()) : "Private message", details));
    }

    private void again(ReceivedMessage message, @Nullable String text, boolean wanted) {
        int request = store.request(message.id(), text, wanted);
        door.enqueue(message.id(), request, RawMessage.WAITED_FOR);
    }

    private Reader reader() {
        var person = ActorScope.current().rightsOf();
        String address = Optional.ofNullable(person)
                .flatMap(people::find)
                .map(Person::email)
                .orElse(null);
        return new Reader(person == null ? null : person.value(), address);
    }
}
