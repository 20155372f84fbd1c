package dev.windrose.platform.mail;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox: mail that waits, is sent, came back or may not be sent. */
@Component
public class OutboundMails {

    private static final String PART = "mail";

    private final OutboundMailStore store;
    private final MailServerStore servers;
    private final Unsubscribe unsubscribe;
    private final SuppressAddresses suppress;
    private final AttachFiles attach;
    private final Jobs jobs;
    private final Clock clock;

    OutboundMails(
            OutboundMailStore store,
            MailServerStore servers,
            Unsubscribe unsubscribe,
            SuppressAddresses suppress,
            AttachFiles attach,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.servers = servers;
        this.unsubscribe = unsubscribe;
        this.suppress = suppress;
        this.attach = attach;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Joins the caller's transaction. Sent once that is committed; without a mail server it waits. */
    @Transactional
    public OutboundMail write(NewMail mail) {
        Permissions.require(Operation.CREATE, PART);
        var checked = mail.checked();
        attach.of(checked.files());
        var id = Ids.next();
        var server = servers.find();
        var from = server.map(MailServer::fromAddress).orElse("windrose@mail.invalid");
        String messageId = "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">";
        var link = checked.unsubscribe() ? unsubscribe.link(id) : new OutboundMailStore.Link(null, null);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.insert(ActorScope.current(), id, messageId, checked, link, now);
        if (server.isPresent()) {
            enqueue(id);
        }
        return store.find(id).orElseThrow();
    }

    /** Everything for administrators, else one's own; the newest first. */
    @Transactional(readOnly = true)
    public List<OutboundMail> list(@Nullable MailStatus status, @Nullable UUID before, int most) {
        return store.list(status, onlyBy(), before, most);
    }

    @Transactional(readOnly = true)
    public OutboundMail get(UUID id) {
        var by = onlyBy();
        return store.find(id)
                .filter(mail ->
                        by == null || mail.by() != null && by.equals(mail.by().value()))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such mail."));
    }

    @Transactional(readOnly = true)
    public int waiting() {
        return store.waiting();
    }

    /** Also again, where it failed, came back or was cancelled. */
    @Transactional
    public OutboundMail sendNow(UUID id) {
        Permissions.require(Operation.CREATE, PART);
        get(id);
        if (servers.find().isEmpty()) {
            throw new AppException(
                    MailError.NO_MAIL_SERVER, "The workspace has no mail server yet. An administrator can enter one.");
        }
        enqueue(id);
        return get(id);
    }

    @Transactional
    public OutboundMail cancel(UUID id) {
        Permissions.require(Operation.CREATE, PART);
        get(id);
        if (!store.cancel(id)) {
            throw new AppException(MailError.MAIL_NOT_WAITING, "The mail does not wait any more.");
        }
        return get(id);
    }

    /** Ours among the mails that a message answers or that came back. */
    @Transactional(readOnly = true)
    public List<OutboundMail> withMessageIds(Collection<String> messageIds) {
        return messageIds.isEmpty() ? List.of() : store.withMessageIds(messageIds);
    }

    /**
     * A mail came back.
     *
     * @param address whom it did not reach, where the report says so
     * @param forGood whether the address takes no mail at all
     */
    @Transactional
    public boolean bounced(String messageId, @Nullable String address, boolean forGood, String reason) {
        var mail = store.withMessageIds(List.of(messageId)).stream().findFirst();
        if (mail.isEmpty()) {
            return false;
        }
        if (forGood) {
            store.move(mail.get().id(), MailStatus.SENT, MailStatus.BOUNCED, reason, null);
            var recipients = mail.get().recipients();
            if (address == null && recipients.size() == 1) {
                suppress.bounced(recipients.getFirst());
            } else if (address != null && recipients.contains(address)) {
                suppress.bounced(address);
            }
        }
        return true;
    }

    private void enqueue(UUID id) {
        int number = store.request(id)
                .orElseThrow(
                        () -> new AppException(MailError.MAIL_NOT_WAITING, "The mail is on its way or has been sent."));
        jobs.enqueue(new JobRequest(SendMail.TYPE, id + ":" + number, new SendMail.Order(id), 10));
    }

    /** Null where the actor may see all. */
    private static @Nullable UUID onlyBy() {
        var actor = ActorScope.current();
        Permissions.require(Operation.READ, PART);
        if (Permissions.allows(actor, Operation.MANAGE, PART)) {
            return null;
        }
        var person = actor.rightsOf();
        return person == null ? new UUID(0, 0) : person.value();
    }
}
