package dev.windrose.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.windrose.crm.file.StoredFiles;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class OutboundMailTests {

    private static final String PASSWORD = "keel-haul-7731";
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    OutboundMails mails;

    @Autowired
    MailServers servers;

    @Autowired
    StoredFiles files;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestWorkspace workspace;

    @BeforeAll
    static void open() {
        POST.start();
        POST.setUser("relay@northwind.example", "relay", PASSWORD);
    }

    @AfterAll
    static void close() {
        POST.stop();
    }

    @BeforeEach
    void workspace() throws Exception {
        workspace = Workspaces.fresh();
        POST.purgeEmailFromAllMailboxes();
    }

    @Test
    void waitsUntilThereIsAServerAndIsSentWhenAsked() throws Exception {
        var mail = as(() -> mails.write(new NewMail(
                List.of("Mira.Sund@harbour.example"),
                List.of(),
                List.of("archive@northwind.example"),
                "Angebot für die Fähre 🌊",
                "Grüße\n.\nund ein Punkt",
                "<p>Grüße</p>",
                MailPurpose.PERSONAL,
                false,
                "<first@harbour.example>",
                List.of("<zero@harbour.example>"),
                null,
                null,
                List.of())));
        assertThat(mail.status()).isEqualTo(MailStatus.WAITING);
        assertThatThrownBy(() -> as(() -> mails.sendNow(mail.id()))).hasMessageContaining("no mail server");
        enterServer();
        assertThat(as(() -> mails.get(mail.id())).status()).isEqualTo(MailStatus.WAITING);
        as(() -> mails.sendNow(mail.id()));
        await(mail.id(), MailStatus.SENT);

        var received = POST.getReceivedMessages();
        assertThat(received).hasSize(2);
        var one = received[0];
        assertThat(one.getMessageID()).isEqualTo(mail.messageId());
        assertThat(one.getSubject()).isEqualTo("Angebot für die Fähre 🌊");
        assertThat(one.getFrom()[0]).hasToString("Olive Owner <sales@northwind.example>");
        assertThat(one.getHeader("In-Reply-To", null)).isEqualTo("<first@harbour.example>");
        assertThat(one.getHeader("References", " ")).contains("<zero@harbour.example>", "<first@harbour.example>");
        assertThat(one.getHeader("Bcc")).isNull();
        assertThat(one.getHeader("List-Unsubscribe")).isNull();
        assertThatThrownBy(() -> as(() -> mails.sendNow(mail.id()))).hasMessageContaining("has been sent");
    }

    @Test
    void filesGoOutWithTheMail() throws Exception {
        enterServer();
        var content = new ByteArrayInputStream("a;b".getBytes(StandardCharsets.UTF_8));
        var file = as(() -> files.add("Fähre.csv", content, null, null));
        var plain = NewMail.personal(List.of("mira@harbour.example"), "Offer", "See the file.");
        var mail = as(() -> mails.write(new NewMail(
                plain.to(),
                plain.cc(),
                plain.bcc(),
                plain.subject(),
                plain.text(),
                null,
                plain.purpose(),
                false,
                null,
                List.of(),
                null,
                null,
                List.of(file))));
        await(mail.id(), MailStatus.SENT);
        var parts = (MimeMultipart) POST.getReceivedMessages()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName())).isEqualTo("Fähre.csv");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("a;b");
    }

    @Test
    void nobodyWritesHeadersOfTheirOwn() {
        for (String subject : List.of("Hello\r\nBcc: spy@evil.example", "Hello\nX: y", "Hello\u0000")) {
            assertThatThrownBy(() -> as(() -> mails.write(NewMail.personal(List.of("a@b.example"), subject, "Text"))))
                    .hasMessageContaining("control characters");
        }
        for (String to : List.of("a@b.example\r\nBcc: spy@evil.example", "a@b.example,c@d.example", "<a@b.example>")) {
            assertThatThrownBy(() -> as(() -> mails.write(NewMail.personal(List.of(to), "Hello", "Text"))))
                    .hasMessageContaining("not a mail address");
        }
        assertThatThrownBy(() -> as(
                        () -> servers.change(server("127.0.0.1", POST.getSmtp().getPort(), "Eve\r\nBcc: x@y.example"))))
                .hasMessageContaining("control characters");
    }

    @Test
    void whoUnsubscribesGetsNoMoreMail() throws Exception {
        enterServer();
        var contact = contact("Noor Tide", "noor@harbour.example", "given");
        var first = as(() -> mails.write(marketing("noor@harbour.example")));
        await(first.id(), MailStatus.SENT);
        var header = POST.getReceivedMessages()[0].getHeader("List-Unsubscribe", null);
        assertThat(POST.getReceivedMessages()[0].getHeader("List-Unsubscribe-Post", null))
                .isEqualTo("List-Unsubscribe=One-Click");
        String path = URI.create(header.substring(1, header.length() - 1)).getPath();
        workspace.anonymous().get().uri(path).exchange().expectStatus().isOk();
        assertThat(record(contact).path("suppressed").asBoolean(false)).isFalse();
        workspace.anonymous().post().uri(path + "x").exchange().expectStatus().isNotFound();
        workspace.anonymous().post().uri(path).exchange().expectStatus().isOk();
        assertThat(record(contact).path("suppression_reason").asString()).isEqualTo("unsubscribed");
        var second = as(() -> mails.write(marketing("noor@harbour.example")));
        assertThat(await(second.id(), MailStatus.SUPPRESSED).reason()).contains("Do not write", "unsubscribed");
    }

    @Test
    void marketingNeedsConsentAndPersonalMailOnlyThatNobodyObjects() throws Exception {
        enterServer();
        contact("Ada Quay", "ada@harbour.example", "unknown");
        contact("Ben Quay", "ben@harbour.example", "withdrawn");
        await(as(() -> mails.write(marketing("ada@harbour.example"))).id(), MailStatus.SUPPRESSED);
        await(as(() -> mails.write(marketing("stranger@harbour.example"))).id(), MailStatus.SUPPRESSED);
        await(as(() -> mails.write(personal("ben@harbour.example"))).id(), MailStatus.SUPPRESSED);
        await(as(() -> mails.write(personal("ada@harbour.example"))).id(), MailStatus.SENT);
        assertThat(POST.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aMailThatComesBackStopsFurtherOnesAlsoToAddressesNobodyKnows() throws Exception {
        enterServer();
        var mail = as(() -> mails.write(personal("gone@harbour.example")));
        await(mail.id(), MailStatus.SENT);
        assertThat(as(() -> mails.bounced(mail.messageId(), null, true, "550 no such user")))
                .isTrue();
        assertThat(as(() -> mails.get(mail.id())).status()).isEqualTo(MailStatus.BOUNCED);
        await(as(() -> mails.write(personal("gone@harbour.example"))).id(), MailStatus.SUPPRESSED);
        assertThat(as(() -> mails.bounced("<unknown@x.example>", null, true, "")))
                .isFalse();
    }

    @Test
    void aRefusedRecipientEndsItAndABusyServerIsAskedAgain() throws Exception {
        try (var server = new ScriptedSmtp("550 5.1.1 no such user")) {
            as(() -> servers.change(server("127.0.0.1", server.port(), null)));
            var refused = as(() -> mails.write(personal("nobody@harbour.example")));
            assertThat(await(refused.id(), MailStatus.FAILED).reason()).contains("550");
            server.answer("451 4.3.0 later");
            var later = as(() -> mails.write(personal("busy@harbour.example")));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (as(() -> mails.get(later.id())).reason() == null) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(50);
            }
            var waits = as(() -> mails.get(later.id()));
            assertThat(waits.status()).isEqualTo(MailStatus.WAITING);
            assertThat(waits.reason()).contains("451");
            server.answer("250 ok");
            as(() -> mails.sendNow(later.id()));
            await(later.id(), MailStatus.SENT);
        }
    }

    @Test
    void whatMayHaveBeenSentBeforeACrashIsNotSentAgainByItself() throws Exception {
        var mail = as(() -> mails.write(personal("once@harbour.example")));
        enterServer();
        as(() -> transaction.execute(
                _ -> jdbc.sql("update outbound_mails set status = 'sending'").update()));
        as(() -> jobs.enqueue(JobRequest.of(SendMail.TYPE, new SendMail.Order(mail.id()))));
        assertThat(await(mail.id(), MailStatus.FAILED).reason()).contains("may have been sent");
        assertThat(POST.getReceivedMessages()).isEmpty();
        as(() -> mails.sendNow(mail.id()));
        await(mail.id(), MailStatus.SENT);
    }

    @Test
    void theTestButtonSaysWhatIsWrong() {
        var http = workspace.http();
        var entered = Map.of(
                "host", "127.0.0.1",
                "port", POST.getSmtp().getPort(),
                "security", "none",
                "user_name", "relay",
                "password", "wrong-password-1",
                "from_address", "sales@northwind.example");
        var saved = body(http.put().uri("/api/v1/mail-server").body(entered).exchange());
        assertThat(saved.path("password").path("last_four").asString()).isEqualTo("rd-1");
        assertThat(saved.toString()).doesNotContain("wrong-password");
        var refused = body(http.post().uri("/api/v1/mail-server/test").exchange());
        assertThat(refused.path("detail").asString()).contains("refused the user name or the password");
        as(() -> servers.change(server("127.0.0.1", POST.getSmtp().getPort(), null)));
        assertThat(body(http.post().uri("/api/v1/mail-server/test").exchange())
                        .path("sent_to")
                        .asString())
                .isEqualTo(workspace.email());
        assertThat(POST.getReceivedMessages()).hasSize(1);
        http.delete().uri("/api/v1/mail-server").exchange().expectStatus().isNoContent();
        assertThat(body(http.get().uri("/api/v1/credentials").exchange()).path("data"))
                .isEmpty();
    }

    @Test
    void aPasswordDoesNotTravelToAnotherHost() throws Exception {
        enterServer();
        var elsewhere = Map.of(
                "host", "127.0.0.1",
                "port", 2525,
                "security", "tls",
                "user_name", "relay",
                "from_address", "sales@northwind.example");
        assertThat(body(workspace
                                .http()
                                .put()
                                .uri("/api/v1/mail-server")
                                .body(elsewhere)
                                .exchange())
                        .path("detail")
                        .asString())
                .contains("enter the password again");
    }

    @Test
    void hostsInsideTheOwnNetworkAreRefused() {
        for (String host : List.of("127.0.0.2", "10.1.2.3", "169.254.169.254", "::1", "0.0.0.0", "192.168.1.1")) {
            assertThatThrownBy(() -> as(() -> servers.change(server(host, 25, null))))
                    .hasMessageContaining("network of this server");
        }
    }

    @Test
    void oneSeesOneOwnMailAndAdministratorsAll() {
        Actor member = workspace.person("Mo Member", Role.MEMBER);
        var own = ActorScope.call(member, () -> mails.write(personal("a@harbour.example")));
        var other = as(() -> mails.write(personal("b@harbour.example")));
        var seen = body(workspace.httpOf(member).get().uri("/api/v1/mails").exchange());
        assertThat(seen.path("data")).hasSize(1);
        workspace
                .httpOf(member)
                .get()
                .uri("/api/v1/mails/" + other.id())
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(body(workspace
                                .http()
                                .get()
                                .uri("/api/v1/mails?status=waiting&limit=1")
                                .exchange())
                        .path("next_cursor")
                        .isString())
                .isTrue();
        var cancelled = body(workspace
                .httpOf(member)
                .post()
                .uri("/api/v1/mails/" + own.id() + "/cancel")
                .exchange());
        assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
        workspace
                .httpAs(Role.VIEWER)
                .post()
                .uri("/api/v1/mails")
                .body(Map.of("to", List.of("a@b.example"), "subject", "Hi", "text", "Hi"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private void enterServer() {
        as(() -> servers.change(server("127.0.0.1", POST.getSmtp().getPort(), null)));
    }

    private static MailServerChange server(String host, int port, @Nullable String fromName) {
        return new MailServerChange(
                host, port, "none", "relay", Secret.of(PASSWORD), "sales@northwind.example", fromName, null);
    }

    private static NewMail personal(String to) {
        return NewMail.personal(List.of(to), "Hello", "A few words.");
    }

    private static NewMail marketing(String to) {
        return new NewMail(
                List.of(to),
                List.of(),
                List.of(),
                "News",
                "News of the harbour.",
                null,
                MailPurpose.MARKETING,
                true,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    private UUID contact(String name, String email, String consent) {
        var made = body(workspace
                .http()
                .post()
                .uri("/api/v1/contacts")
                .body(Map.of("name", name, "email", email, "consent_state", consent))
                .exchange());
        return UUID.fromString(made.path("id").asString());
    }

    private JsonNode record(UUID contact) {
        return body(workspace.http().get().uri("/api/v1/contacts/" + contact).exchange());
    }

    private OutboundMail await(UUID id, MailStatus status) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        for (var mail = as(() -> mails.get(id)); ; mail = as(() -> mails.get(id))) {
            if (mail.status() == status) {
                return mail;
            }
            assertThat(System.nanoTime()).as("still %s", mail).isLessThan(end);
            Thread.sleep(30);
        }
    }

    private static JsonNode body(org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }

    private <T> T as(Supplier<T> work) {
        return ActorScope.call(workspace.owner(), work::get);
    }
}
