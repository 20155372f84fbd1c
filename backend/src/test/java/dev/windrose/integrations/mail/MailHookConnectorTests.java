package dev.windrose.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.integrations.ConnectorContract;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class MailHookConnectorTests extends ConnectorContract {

    private static final String KEY = "bGFtcGxpZ2h0LW9uLXRoZS13YXRlci1hdC1uaWdodA==";

    @Override
    protected String kind() {
        return "inbound_mail";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    protected String secretValue() {
        return "whsec_" + KEY;
    }

    @Override
    protected List<RawMessage> samples() {
        return IntStream.range(0, 3)
                .mapToObj(at -> new RawMessage(
                        "hook" + at,
                        Instant.now(),
                        "message/rfc822",
                        mail("hook" + at).getBytes(StandardCharsets.UTF_8),
                        RawMessage.FRESH))
                .toList();
    }

    @Test
    void takesAMailAsItIs() throws Exception {
        var id = connect(Map.of());
        send(id, "text/plain").expectStatus().isBadRequest();
        send(id, "message/rfc822").expectStatus().isOk();
        var line = awaitDecided(1).getFirst();
        assertThat(line.state()).isEqualTo(MessageState.STORED);
        assertThat(line.messageId()).isEqualTo("<one@harbour.example>");
        assertThat(line.sender()).isEqualTo("lena@harbour.example");
    }

    private static String mail(String name) {
        return "From: Lena Ray <lena@harbour.example>\r\nTo: desk@northwind.example\r\nMessage-ID: <" + name
                + "@harbour.example>\r\nSubject: Cranes\r\n\r\nTwo cranes, please.\r\n";
    }

    private ResponseSpec send(UUID connection, String type) throws GeneralSecurityException {
        byte[] body = mail("one").getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(Instant.now().getEpochSecond());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        mac.update(("msg_1." + time + ".").getBytes(StandardCharsets.UTF_8));
        return workspace
                .anonymous()
                .post()
                .uri(inbound(connection))
                .contentType(MediaType.parseMediaType(type))
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", time)
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)))
                .body(body)
                .exchange();
    }
}
