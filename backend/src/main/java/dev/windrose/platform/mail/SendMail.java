package dev.windrose.platform.mail;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands one mail to the server. Between the server's answer and our note of it a crash leaves open whether it was sent; it is then not sent again
 * by itself, because a customer who gets the same mail twice is worse off than somebody of ours who has to look.
 */
@Component
class SendMail implements JobHandler {

    static final String TYPE = "send_mail";

    private static final int ATTEMPTS = 10;

    private final OutboundMailStore store;
    private final MailServerStore servers;
    private final SuppressAddresses suppress;
    private final HandOver handOver;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendMail(
            OutboundMailStore store,
            MailServerStore servers,
            SuppressAddresses suppress,
            HandOver handOver,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.servers = servers;
        this.suppress = suppress;
        this.handOver = handOver;
        this.transaction = transaction;
        this.clock = clock;
    }

    record Order(UUID mail) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(Math.min(3600, 5L << Math.min(attempt, 10)));
    }

    @Override
    public @Nullable Object run(JobContext job) {
        job.stopIfCancelled();
        var id = job.input(Order.class).mail();
        var ready = transaction.execute(_ -> ready(id));
        if (ready == null) {
            return null;
        }
        switch (sent(ready)) {
            case HandOver.Result.Taken() -> note(id, MailStatus.SENT, null);
            case HandOver.Result.Refused(String reason) -> note(id, MailStatus.FAILED, reason);
            case HandOver.Result.Later(String reason) -> {
                boolean last = job.attempt() >= ATTEMPTS;
                note(id, last ? MailStatus.FAILED : MailStatus.WAITING, reason);
                throw new AppException(MailError.MAIL_SERVER_REFUSED, reason);
            }
        }
        return Map.of("attempts", ready.mail().attempts() + 1);
    }

    /** Whatever breaks before the server answers is worth another try. */
    private HandOver.Result sent(Ready ready) {
        try {
            return handOver.send(ready.mail(), ready.server());
        } catch (RuntimeException e) {
            note(ready.mail().id(), MailStatus.WAITING, "The mail could not be put together.");
            throw e;
        }
    }

    private record Ready(OutboundMail mail, MailServer server) {}

    /** Null where there is nothing to send, or not now. */
    private @Nullable Ready ready(UUID id) {
        var mail = store.find(id).orElse(null);
        if (mail == null) {
            return null;
        }
        if (mail.status() == MailStatus.SENDING) {
            store.move(
                    id,
                    MailStatus.SENDING,
                    MailStatus.FAILED,
                    "The process ended while the server took the mail. It may have been sent; send it again if it was not.",
                    null);
            return null;
        }
        var server = servers.find().orElse(null);
        if (mail.status() != MailStatus.WAITING || server == null) {
            return null;
        }
        var refused = suppress.refused(mail.recipients(), mail.purpose());
        if (!refused.isEmpty()) {
            String reason = refused.entrySet().stream()
                    .map(one -> one.getKey() + ": " + one.getValue())
                    .collect(Collectors.joining("; "));
            store.move(id, MailStatus.WAITING, MailStatus.SUPPRESSED, reason, null);
            return null;
        }
        return store.move(id, MailStatus.WAITING, MailStatus.SENDING, null, null) ? new Ready(mail, server) : null;
    }

    private void note(UUID id, MailStatus status, @Nullable String reason) {
        var sent = status == MailStatus.SENT ? clock.instant().truncatedTo(ChronoUnit.MICROS) : null;
        Objects.requireNonNull(transaction.execute(_ -> store.move(id, MailStatus.SENDING, status, reason, sent)));
    }
}
