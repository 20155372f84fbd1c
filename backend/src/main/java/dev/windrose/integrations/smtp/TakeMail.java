package dev.windrose.integrations.smtp;

import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.IntegrationSettings;
import dev.windrose.integrations.RawMessage;
import dev.windrose.integrations.ReceivePushed;
import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail after the other. The sender is told that it was taken only once it is in the ledger of each recipient. */
@Component
class TakeMail {

    static final int LARGEST = 25 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TakeMail.class);
    private static final int LATER = 451;
    private static final int UNKNOWN = 550;
    private static final int TOO_LARGE = 552;

    private final IntegrationSettings settings;
    private final ReceivePushed door;
    private final Clock clock;

    TakeMail(IntegrationSettings settings, ReceivePushed door, Clock clock) {
        this.settings = settings;
        this.door = door;
        this.clock = clock;
    }

    MessageHandler begin() {
        return new Handler();
    }

    private final class Handler implements MessageHandler {

        private final Set<InboundAddress> recipients = new LinkedHashSet<>();

        /** Anybody may write. */
        @Override
        public void from(String address) {
            recipients.clear();
        }

        @Override
        public void recipient(String address) throws RejectException {
            var known = InboundAddress.of(address, settings.smtpDomain())
                    .orElseThrow(() -> new RejectException(UNKNOWN, "No such address here"));
            try {
                if (!door.open(known.tenant(), known.connection()).kind().equals("inbound_smtp")) {
                    throw new RejectException(UNKNOWN, "No such address here");
                }
            } catch (AppException e) {
                throw new RejectException(UNKNOWN, "No such address here");
            } catch (RuntimeException e) {
                LOG.warn("A mail could not be taken; its sender comes again", e);
                throw new RejectException(LATER, "Come again later");
            }
            recipients.add(known);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] mail = data.readNBytes(LARGEST + 1);
            if (mail.length > LARGEST) {
                throw new RejectException(TOO_LARGE, "A mail has at most 25 MB");
            }
            var raw = new RawMessage(RawMessage.idOf(mail), clock.instant(), "message/rfc822", mail, RawMessage.FRESH);
            try {
                // Those that took it before the sender comes again take it once all the same.
                recipients.forEach(one -> door.take(one.tenant(), one.connection(), raw));
            } catch (AppException e) {
                boolean full = e.code() == ConnectionError.QUEUE_FULL;
                throw new RejectException(
                        full ? LATER : UNKNOWN, full ? "Too much waits, come again later" : "Not taken");
            } catch (RuntimeException e) {
                LOG.warn("A mail could not be taken; its sender comes again", e);
                throw new RejectException(LATER, "Come again later");
            }
            return "Taken";
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
