package dev.windrose.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.windrose.integrations.ConnectorContract;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import dev.windrose.integrations.ReceivedMessage;
import dev.windrose.platform.Role;
import dev.windrose.platform.mail.NewMail;
import dev.windrose.platform.mail.OutboundMails;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImapConnectorTests extends ConnectorContract {

    private static final String PASSWORD = "lantern-in-the-fog-12";
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @Autowired
    OutboundMails outbound;

    static int boxes;
    GreenMailUser box;

    @BeforeAll
    static void open() {
        POST.start();
    }

    @AfterAll
    static void close() {
        POST.stop();
    }

    @BeforeEach
    void freshBox() {
        String name = "box" + ++boxes;
        box = POST.setUser(name + "@northwind.example", name, PASSWORD);
    }

    @Override
    protected String kind() {
        return "imap";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                POST.getImap().getPort(),
                "security",
                "none",
                "user_name",
                box.getLogin(),
                "back_fill_days",
                30);
    }

    @Override
    protected String secretValue() {
        return PASSWORD;
    }

    @Override
    protected List<RawMessage> samples() {
        return IntStream.range(0, 3)
                .mapToObj(at -> new RawMessage(
                        "hash" + at,
                        Instant.now().minusSeconds(90),
                        "message/rfc822",
                        mail("sample" + at, "", "Words " + at).getBytes(StandardCharsets.UTF_8),
                        RawMessage.OLD))
                .toList();
    }

    @Test
    void readsTheBoxAndThenWhatIsNewAtOnce() throws Exception {
        deliver(mail("first", "", "The crane is too small for us."));
        deliver(mail("second", "In-Reply-To: <first@harbour.example>\r\n", "We need a larger one."));
        var id = connect(Map.of());
        var lines = awaitDecided(2);
        assertThat(lines).allMatch(line -> line.state() == MessageState.STORED);
        assertThat(lines).extracting(ReceivedMessage::thread).containsOnly("<first@harbour.example>");
        assertThat(lines).extracting(ReceivedMessage::priority).containsOnly(RawMessage.OLD);
        deliver(mail("third", "", "Is anybody there?"));
        assertThat(awaitDecided(3).getFirst().priority()).isEqualTo(RawMessage.FRESH);
        var report = body(workspace
                .http()
                .get()
                .uri("/api/v1/connections/" + id + "/health")
                .exchange());
        assertThat(report.path("adds_up").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("days").get(0).path("announced").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(box.getLogin()).isNotNull();
        assertThat(POST.getReceivedMessages()).allMatch(message -> !seen(message), "reading marks nothing as read");
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
        deliver(mail("away", "Auto-Submitted: auto-replied\r\n", "I am away."));
        deliver(mail("own", "", "x").replace("<own@harbour.example>", sent.messageId()));
        deliver(mail("hush", "Cc: ann@deep.secret.example\r\n", "Nobody may keep this."));
        deliver(mail("real", "", "A real one."));
        deliver(bounceOf(sent.messageId()));
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
        deliver(mail("private", "", "Between us."));
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
        deliver(mail("both", "", "To the two of us."));
        var own = connect(Map.of("owner", owner.person().value()));
        assertThat(awaitSeen(owner).connection()).isEqualTo(own);
        deliver(mail("other", "", "Only for all."));
        connect(Map.of());
        assertThat(awaitDecided(2)).allMatch(line -> line.state() == MessageState.STORED && line.promptLog() != null);
    }

    @Test
    void aFolderThatIsNumberedAnewBringsNothingInTwice() throws Exception {
        fill("Sales", mail("one", "", "One."), mail("two", "", "Two."));
        var id = connect(Map.of("folder", "Sales"));
        awaitDecided(2);
        fill("Sales", mail("two", "", "Two."), mail("one", "", "One."), mail("three", "", "Three."));
        as(() -> connections.pollSoon(id));
        assertThat(awaitDecided(3)).hasSize(3);
        assertThat(as(() -> health.of(id, 90)).addsUp()).isTrue();
    }

    /** A folder made anew has another UIDVALIDITY. */
    private void fill(String name, String... mails) throws Exception {
        var session = jakarta.mail.Session.getInstance(new java.util.Properties());
        try (var store = session.getStore("imap")) {
            store.connect("127.0.0.1", POST.getImap().getPort(), box.getLogin(), PASSWORD);
            var folder = store.getFolder(name);
            if (folder.exists()) {
                folder.delete(false);
            }
            folder.create(jakarta.mail.Folder.HOLDS_MESSAGES);
            folder.open(jakarta.mail.Folder.READ_WRITE);
            for (String mail : mails) {
                var stream = new java.io.ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
                folder.appendMessages(
                        new jakarta.mail.Message[] {new jakarta.mail.internet.MimeMessage(session, stream)});
            }
            folder.close(false);
        }
    }

    @Test
    void attachmentsBecomeFiles() throws Exception {
        deliver(
                "From: lena@harbour.example\r\nTo: " + box.getEmail()
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

    private String mail(String name, String more, String text) {
        return "From: Lena Ray <lena@harbour.example>\r\nTo: " + box.getEmail() + "\r\nSubject: About " + name
                + "\r\nMessage-ID: <" + name + "@harbour.example>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n" + more
                + "\r\n" + text + "\r\n";
    }

    private static String bounceOf(String messageId) {
        return "From: MAILER-DAEMON@relay.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; gone@harbour.example\r\nAction: failed\r\n"
                + "Status: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + messageId
                + "\r\n\r\n--b--\r\n";
    }

    private void deliver(String raw) throws MessagingException {
        box.deliver(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private static boolean seen(MimeMessage message) {
        try {
            return message.isSet(jakarta.mail.Flags.Flag.SEEN);
        } catch (MessagingException e) {
            return false;
        }
    }
}
