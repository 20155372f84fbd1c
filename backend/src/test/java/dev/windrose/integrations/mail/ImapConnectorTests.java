package dev.windrose.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.integrations.ConnectorContract;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import dev.windrose.integrations.ReceivedMessage;
import dev.windrose.platform.Role;
import dev.windrose.platform.mail.NewMail;
import dev.windrose.platform.mail.OutboundMails;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImapConnectorTests extends ConnectorContract {

    @Autowired
    OutboundMails outbound;

    final MailBox box = new MailBox();

    @Override
    protected String kind() {
        return "imap";
    }

    @Override
    protected Map<String, Object> settings() {
        return box.settings();
    }

    @Override
    protected String secretValue() {
        return MailBox.PASSWORD;
    }

    @Override
    protected List<RawMessage> samples() {
        return IntStream.range(0, 3)
                .mapToObj(at -> new RawMessage(
                        "hash" + at,
                        Instant.now().minusSeconds(90),
                        "message/rfc822",
                        box.mail("sample" + at, "", "Words " + at).getBytes(StandardCharsets.UTF_8),
                        RawMessage.OLD))
                .toList();
    }

    @Test
    void whatIsNotForIntakeIsCountedWithItsReason() throws Exception {
        var sent = as(() -> outbound.write(NewMail.personal(List.of("gone@harbour.example"), "Offer", "An offer.")));
        as(() -> {
            workspace
                    .http()
                    .post()
                    .uri("/api/v1/connections/untracked")
                    .body(Map.of("address", "secret.example"))
                    .exchange()
                    .expectStatus()
                    .isOk();
            return true;
        });
        box.deliver(box.mail("away", "Auto-Submitted: auto-replied\r\n", "I am away."));
        box.deliver(box.mail("own", "", "x").replace("<own@harbour.example>", sent.messageId()));
        box.deliver(box.mail("hush", "Cc: ann@deep.secret.example\r\n", "Nobody may keep this."));
        box.deliver(box.mail("real", "", "A real one."));
        box.deliver(bounceOf(sent.messageId()));
        connect(Map.of());
        var lines = awaitDecided(5);
        assertThat(lines)
                .extracting(ReceivedMessage::reason)
                .containsExactlyInAnyOrder("auto_reply", "own_mail", "do_not_track", "bounce", null);
        assertThat(lines)
                .filteredOn(line -> "do_not_track".equals(line.reason()))
                .allMatch(line -> line.body() == null && line.participants().isEmpty() && line.subject() == null);
        var again = body(workspace
                .http()
                .post()
                .uri("/api/v1/received-messages/" + of(lines, "auto_reply").id() + "/replay")
                .body(Map.of("text", "Ada is away until Monday."))
                .exchange());
        assertThat(again.path("state").asString()).isEqualTo("waiting");
        awaitDecided(5);
        assertThat(as(() -> messages.get(of(lines, "auto_reply").id())).promptLog())
                .isNotNull();
    }

    @Test
    void aPrivateMessageIsForThoseWhoTookPartUntilOneSharesIt() throws Exception {
        var owner = workspace.person("Pia Pilot", Role.MEMBER);
        var other = workspace.person("Otto Other", Role.MEMBER);
        box.deliver(box.mail("private", "", "Between us."));
        connect(Map.of("owner", owner.person().value()));
        var line = as(owner, () -> {
            try {
                return awaitSeen(owner);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(line.state()).isEqualTo(MessageState.STORED);
        assertThat(line.promptLog()).isNull();
        workspace
                .httpOf(other)
                .get()
                .uri("/api/v1/received-messages/" + line.id())
                .exchange()
                .expectStatus()
                .isNotFound();
        workspace
                .http()
                .get()
                .uri("/api/v1/received-messages/" + line.id())
                .exchange()
                .expectStatus()
                .isNotFound();
        var draft = body(workspace
                .httpOf(owner)
                .get()
                .uri("/api/v1/received-messages/" + line.id() + "/draft")
                .exchange());
        assertThat(draft.path("dry_run").asBoolean()).isTrue();
        workspace
                .httpOf(other)
                .get()
                .uri("/api/v1/received-messages/" + line.id() + "/draft")
                .exchange()
                .expectStatus()
                .isNotFound();
        workspace
                .httpOf(owner)
                .post()
                .uri("/api/v1/received-messages/" + line.id() + "/share")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(awaitDecided(1).getFirst().promptLog()).isNotNull();
        assertThat(body(workspace
                                .http()
                                .get()
                                .uri("/api/v1/audit?action=message_shared")
                                .exchange())
                        .path("data"))
                .hasSize(1);
        workspace
                .httpOf(other)
                .get()
                .uri("/api/v1/received-messages/" + line.id())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aPrivateCopyTakesNoSharedOneAway() throws Exception {
        var owner = workspace.person("Pia Pilot", Role.MEMBER);
        box.deliver(box.mail("both", "", "To the two of us."));
        var own = connect(Map.of("owner", owner.person().value()));
        assertThat(awaitSeen(owner).connection()).isEqualTo(own);
        box.deliver(box.mail("other", "", "Only for all."));
        connect(Map.of());
        assertThat(awaitDecided(2)).allMatch(line -> line.state() == MessageState.STORED && line.promptLog() != null);
    }

    @Test
    void aFolderThatIsNumberedAnewBringsNothingInTwice() throws Exception {
        box.fill("Sales", box.mail("one", "", "One."), box.mail("two", "", "Two."));
        var id = connect(Map.of("folder", "Sales"));
        awaitDecided(2);
        box.fill("Sales", box.mail("two", "", "Two."), box.mail("one", "", "One."), box.mail("three", "", "Three."));
        as(() -> connections.pollSoon(id));
        assertThat(awaitDecided(3)).hasSize(3);
        assertThat(as(() -> health.of(id, 90)).addsUp()).isTrue();
    }

    @Test
    void attachmentsBecomeFiles() throws Exception {
        box.deliver(
                "From: lena@harbour.example\r\nTo: " + box.address()
                        + "\r\nSubject: Plan\r\nMessage-ID: <plan@harbour.example>\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the plan.\r\n"
                        + "--b\r\nContent-Type: text/plain; name=plan.txt\r\nContent-Disposition: attachment; filename=plan.txt\r\n\r\nthe plan\r\n"
                        + "--b\r\nContent-Type: application/x-msdownload\r\nContent-Disposition: attachment; filename=run.exe\r\n\r\nMZ program\r\n--b--\r\n");
        connect(Map.of());
        var line = awaitDecided(1).getFirst();
        long end = System.nanoTime() + 20_000_000_000L;
        while (body(workspace.http().get().uri("/api/v1/files").exchange())
                .path("data")
                .isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
        assertThat(body(workspace.http().get().uri("/api/v1/files").exchange())
                        .path("data")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("plan.txt");
        assertThat(line.state()).isEqualTo(MessageState.STORED);
    }

    @Test
    void theTestButtonSaysWhatIsWrong() {
        var id = connect(Map.of());
        workspace
                .http()
                .post()
                .uri("/api/v1/connections/" + id + "/test")
                .exchange()
                .expectStatus()
                .isOk();
        workspace
                .http()
                .patch()
                .uri("/api/v1/connections/" + id)
                .body(Map.of("secret", "another-password-1"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(body(workspace
                                .http()
                                .post()
                                .uri("/api/v1/connections/" + id + "/test")
                                .exchange())
                        .path("detail")
                        .asString())
                .contains("refused the user name or the password");
    }

    private ReceivedMessage awaitSeen(dev.windrose.platform.Actor reader) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (true) {
            var seen = as(reader, () -> messages.list(null, MessageState.STORED, null, 10));
            if (!seen.isEmpty()) {
                return seen.getFirst();
            }
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static ReceivedMessage of(List<ReceivedMessage> lines, String reason) {
        return lines.stream()
                .filter(line -> reason.equals(line.reason()))
                .findFirst()
                .orElseThrow();
    }

    private static String bounceOf(String messageId) {
        return "From: MAILER-DAEMON@relay.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; gone@harbour.example\r\nAction: failed\r\n"
                + "Status: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + messageId
                + "\r\n\r\n--b--\r\n";
    }
}
