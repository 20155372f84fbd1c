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
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        String address = addressOf(connect(Map.of()));
        assertThat(address).endsWith("@localhost");
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        int port = listener.open(0, null);
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

    @Test
    void takesMailEncryptedWhereItHasACertificateAndReadsARenewedOne(@TempDir Path folder) throws Exception {
        var certificate = folder.resolve("certificate.pem");
        var key = folder.resolve("key.pem");
        writePair(folder, "first", certificate, key);
        String address = addressOf(connect(Map.of()));
        int port = listener.open(
                0, MailCertificate.of(certificate.toString(), key.toString()).orElseThrow());
        try {
            var first = certificateOf(port);
            send(port, address, Map.of("mail.smtp.starttls.required", "true", "mail.smtp.ssl.trust", "*"));
            assertThat(awaitDecided(1).getFirst().sender()).isEqualTo("lena@harbour.example");
            writePair(folder, "second", certificate, key);
            Files.setLastModifiedTime(certificate, FileTime.from(Instant.now().plusSeconds(60)));
            assertThat(certificateOf(port)).isNotEqualTo(first);
            Files.writeString(key, "nothing");
            assertThat(certificateOf(port)).isNotEqualTo(first);
        } finally {
            listener.destroy();
        }
        assertThatThrownBy(() -> MailCertificate.of(certificate.toString(), key.toString()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> MailCertificate.of(certificate.toString(), "")).hasMessageContaining("or neither");
        assertThat(MailCertificate.of("", "")).isEmpty();
    }

    /** What a sender sees after STARTTLS. */
    private static Certificate certificateOf(int port) throws Exception {
        var everybody = SSLContext.getInstance("TLS");
        everybody.init(null, new TrustManager[] {new TrustEverybody()}, null);
        try (var plain = new Socket("127.0.0.1", port)) {
            var in = new BufferedReader(new InputStreamReader(plain.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            plain.getOutputStream().write("STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(in.readLine()).startsWith("220");
            try (var encrypted =
                    (SSLSocket) everybody.getSocketFactory().createSocket(plain, "127.0.0.1", port, true)) {
                encrypted.startHandshake();
                return encrypted.getSession().getPeerCertificates()[0];
            }
        }
    }

    private static final class TrustEverybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static void writePair(Path folder, String name, Path certificate, Path key) throws Exception {
        var store = folder.resolve(name + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name + ".example",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("mail").getEncoded()));
        Files.writeString(
                key,
                pem("PRIVATE KEY", keys.getKey("mail", "changeit".toCharArray()).getEncoded()));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private String addressOf(UUID connection) {
        return body(workspace
                        .http()
                        .get()
                        .uri("/api/v1/connections/" + connection)
                        .exchange())
                .path("address")
                .asString();
    }

    private static void send(int port, String to) throws MessagingException {
        send(port, to, Map.of());
    }

    private static void send(int port, String to, Map<String, String> more) throws MessagingException {
        var properties = new Properties();
        properties.putAll(more);
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
