package dev.windrose.integrations.smtp;

import dev.windrose.integrations.IntegrationSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail by SMTP where an operator has opened a port for it. */
@Component
class SmtpListener implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpListener.class);
    private static final int CONNECTIONS = 50;
    private static final int PATIENCE = 60_000;

    private final IntegrationSettings settings;
    private final TakeMail take;
    private @Nullable SMTPServer server;

    SmtpListener(IntegrationSettings settings, TakeMail take) {
        this.settings = settings;
        this.take = take;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.smtpPort() > 0) {
            try {
                var certificate = MailCertificate.of(settings.smtpCertificate(), settings.smtpKey());
                open(settings.smtpPort(), certificate.orElse(null));
                LOG.info(
                        "Mail is taken by SMTP on port {}, {}",
                        settings.smtpPort(),
                        certificate.isPresent() ? "encrypted by STARTTLS where the sender can" : "without encryption");
            } catch (RuntimeException e) {
                LOG.error("Mail is not taken by SMTP on port {}: {}", settings.smtpPort(), e.getMessage(), e);
            }
        }
    }

    /**
     * @param certificate null for no encryption
     * @return the port that is open; any free one for 0
     */
    int open(int port, @Nullable MailCertificate certificate) {
        var building = SMTPServer.port(port)
                .hostName(settings.smtpDomain())
                .softwareName("Windrose")
                .maxMessageSize(TakeMail.LARGEST)
                .maxRecipients(20)
                .insertReceivedHeaders(false)
                .maxConnections(CONNECTIONS)
                .connectionTimeoutMs(PATIENCE)
                .messageHandlerFactory(_ -> take.begin());
        if (certificate != null) {
            building.enableTLS().startTlsSocketFactory(certificate);
        }
        var opened = building.build();
        opened.start();
        server = opened;
        return opened.getPortAllocated();
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.stop();
        }
    }
}
