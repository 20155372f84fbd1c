package dev.windrose.integrations.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.integrations.ConnectorContract;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SmtpConnectorTests extends ConnectorContract {

    @Autowired
    SmtpListener listener;

    @Override
    protected String kind() {
        return "inbound_smtp";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    protected List<RawMessage> samples() {
        return IntStream.range(0, 3)
                .mapToObj(at -> new RawMessage(
                        "smtp" + at,
                        Instant.now(),
                        "message/rfc822",
                        "From: lena@harbour.example\r\nSubject: Cranes\r\n\r\nNumber %d.\r\n"
                                .formatted(at)
                                .getBytes(StandardCharsets.UTF_8),
                        RawMessage.FRESH))
                .toList();
    }

    @Test
    void takesMailForItsAddressOnceAndForNoOther() throws Exception {
        var id = connect(Map.of());
        String address = body(workspace
                        .http()
                        .get()
                        .uri("/api/v1/connections/" + id)
                        .exchange())
                .path("address")
                .asString();
        assertThat(address).endsWith("@localhost");
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        int port = listener.open(0);
        try {
            send(port, address.toUpperCase(java.util.Locale.ROOT));
            send(port, address);
            var lines = awaitDecided(1);
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().state()).isEqualTo(MessageState.STORED);
            assertThat(lines.getFirst().sender()).isEqualTo("lena@harbour.example");
            assertThatThrownBy(() -> send(port, "desk@localhost")).isInstanceOf(SendFailedException.class);
            assertThatThrownBy(() -> send(port, address.replaceFirst("@.*", "@elsewhere.example")))
                    .isInstanceOf(SendFailedException.class);
        } finally {
            listener.destroy();
        }
    }

    private static void send(int port, String to) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        var mail = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<smtp-1@harbour.example>");
            }
        };
        mail.setFrom(new InternetAddress("lena@harbour.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress("desk@northwind.example"));
        mail.setSubject("Cranes");
        mail.setSentDate(Date.from(Instant.parse("2026-05-04T09:00:00Z")));
        mail.setText("Two cranes, please.");
        mail.saveChanges();
        Transport.send(mail, new InternetAddress[] {new InternetAddress(to)});
    }
}
