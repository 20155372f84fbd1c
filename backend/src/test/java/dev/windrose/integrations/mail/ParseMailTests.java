package dev.windrose.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.ParsedMessage.Kind;
import dev.windrose.integrations.ParsedMessage.Party;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ParseMailTests {

    @Test
    void readsWhoWhatAndToWhom() {
        var mail = parse("""
                From: =?UTF-8?Q?J=C3=B6rg_S=C3=B8gaard?= <Joerg@Harbour.example>
                To: sales@northwind.example, "Tern, Ada" <ada@northwind.example>
                Cc: broken <not-an-address>
                Subject: =?ISO-8859-1?Q?F=E4hre?= und
                 Hafen
                Message-ID: <three@harbour.example>
                In-Reply-To: <two@northwind.example>
                References: <one@harbour.example>
                 <two@northwind.example>
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Gr=FC=DFe aus dem Hafen
                """);
        assertThat(mail.sender()).isEqualTo(new Party("joerg@harbour.example", "Jörg Søgaard"));
        assertThat(mail.participants())
                .contains("ada@northwind.example", "sales@northwind.example")
                .doesNotContain("not-an-address");
        assertThat(mail.thread()).isEqualTo("<one@harbour.example>");
        assertThat(mail.answers()).containsExactly("<one@harbour.example>", "<two@northwind.example>");
        assertThat(mail.text())
                .isEqualTo(
                        "From: Jörg Søgaard <joerg@harbour.example>\nSubject: Fähre und Hafen\n\nGrüße aus dem Hafen");
        assertThat(mail.kind()).isEqualTo(Kind.MESSAGE);
    }

    @Test
    void takesTheWordsOutOfHtmlAndKeepsAttachments() {
        var mail = parse("""
                From: a@harbour.example
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: text/html; charset=utf-8

                <html><head><title>x</title><style>p{}</style></head><body><p>Two &amp; a half<br>tons</p><script>x()</script></body></html>
                --outer
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename*=UTF-8''pl%C3%A4ne.txt
                Content-Transfer-Encoding: base64

                aGVsbG8=
                --outer
                Content-Type: image/png; name=logo.png
                Content-ID: <logo>

                x
                --outer--
                """);
        assertThat(mail.text()).isEqualTo("From: a@harbour.example\n\nTwo & a half\ntons");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("pläne.txt");
            assertThat(file.content()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        });
    }

    @Test
    void knowsThatMailCameBackAndWhich() {
        var mail = parse("""
                From: MAILER-DAEMON@relay.example
                To: sales@northwind.example
                Subject: Undelivered
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; Gone@Harbour.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such
                 user here
                --b
                Content-Type: message/rfc822

                From: sales@northwind.example
                Message-ID: <sent-7@northwind.example>
                Subject: Offer

                Text
                --b--
                """);
        assertThat(mail.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(mail.bounce())
                .isEqualTo(new ParsedMessage.Bounce(
                        "<sent-7@northwind.example>",
                        "gone@harbour.example",
                        true,
                        "smtp; 550 5.1.1 no such user here"));
    }

    @Test
    void aReportOfThousandsOfFoldedLinesIsReadAsAnyOther() {
        var mail = parse("""
                From: MAILER-DAEMON@relay.example
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; gone@harbour.example
                Action: failed
                Diagnostic-Code: smtp; 550
                %sStatus: 5.1.1
                --b--
                """.formatted(" no such user here\n".repeat(5000)));
        assertThat(mail.bounce()).isNotNull();
        assertThat(mail.bounce().address()).isEqualTo("gone@harbour.example");
        assertThat(mail.bounce().forGood()).isTrue();
        assertThat(mail.bounce().reason())
                .startsWith("smtp; 550 no such user here no such user")
                .hasSize(500);
    }

    @Test
    void aDelayIsNotForGood() {
        var mail = parse("""
                Content-Type: multipart/report; report-type=delivery-status; boundary=b
                References: <sent-8@northwind.example>

                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; slow@harbour.example
                Action: delayed
                Status: 4.4.7
                --b--
                """);
        assertThat(mail.bounce()).isNotNull();
        assertThat(mail.bounce().forGood()).isFalse();
        assertThat(mail.bounce().messageId()).isEqualTo("<sent-8@northwind.example>");
    }

    @Test
    void knowsAnswersOfProgramsAndInvitations() {
        assertThat(parse("From: a@b.example\nAuto-Submitted: auto-replied\n\nI am away.")
                        .kind())
                .isEqualTo(Kind.AUTO_REPLY);
        assertThat(parse("From: a@b.example\nAuto-Submitted: no\n\nHello.").kind())
                .isEqualTo(Kind.MESSAGE);
        var invitation = parse("""
                From: a@b.example
                Content-Type: text/calendar; method=REQUEST; charset=utf-8

                BEGIN:VCALENDAR
                METHOD:REQUEST
                BEGIN:VEVENT
                SUMMARY:Walk along the\\, pier
                DTSTART;TZID="Europe/Berlin:x":20260312T093000
                DTEND:20260312T103000Z
                ATTENDEE;CN=Ada:mailto:ada@northwind
                 .example
                END:VEVENT
                END:VCALENDAR
                """);
        assertThat(invitation.kind()).isEqualTo(Kind.INVITATION);
        assertThat(invitation.text())
                .contains(
                        "Calendar invitation\nWhat: Walk along the, pier\nWhen: 2026-03-12 09:30\nUntil: 2026-03-12 10:30 UTC",
                        "Invited: ada@northwind.example");
    }

    @Test
    void readsWhatIsBadlyWritten() {
        assertThat(parse("From: a@b.example\nContent-Type: nonsense\n\nStill words.")
                        .text())
                .endsWith("Still words.");
        assertThat(parse("From: a@b.example\nContent-Type: text/plain; charset=no-such\n\nWörter")
                        .text())
                .endsWith("Wörter");
        assertThat(ParseMail.of("From: a@b.example\n\nna\u00efve".getBytes(Charset.forName("windows-1252")))
                        .text())
                .endsWith("naïve");
        assertThat(parse("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\nno parts")
                        .text())
                .isNotEmpty();
        assertThat(parse("").text()).isEmpty();
    }

    private static ParsedMessage parse(String text) {
        return ParseMail.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
