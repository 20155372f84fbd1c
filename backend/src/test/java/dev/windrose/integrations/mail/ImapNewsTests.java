package dev.windrose.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import dev.windrose.integrations.ReceivedMessage;
import dev.windrose.integrations.SourceHealth;
import dev.windrose.integrations.SourceTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a mail box is asked, what the server tells by itself, and what it says it has. */
class ImapNewsTests extends SourceTest {

    final MailBox box = new MailBox();

    private ListeningProxy heard;

    @BeforeEach
    void openProxy() throws IOException {
        heard = new ListeningProxy(MailBox.POST.getImap().getPort());
    }

    @AfterEach
    void closeProxy() throws IOException {
        heard.close();
    }

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

    @Test
    void readsTheBoxAndThenWhatIsNewAtOnce() throws Exception {
        box.deliver(box.mail("first", "", "The crane is too small for us."));
        box.deliver(box.mail("second", "In-Reply-To: <first@harbour.example>\r\n", "We need a larger one."));
        box.port = heard.port();
        var id = connect(Map.of());
        var lines = awaitDecided(2);
        assertThat(lines).allMatch(line -> line.state() == MessageState.STORED);
        assertThat(lines).extracting(ReceivedMessage::thread).containsOnly("<first@harbour.example>");
        assertThat(lines).extracting(ReceivedMessage::priority).containsOnly(RawMessage.OLD);
        heard.await("IDLE", 1);
        // The server listens for mail only after it has said that it waits.
        Thread.sleep(1000);
        box.deliver(box.mail("third", "", "Is anybody there?"));
        var delivered = Instant.now();
        var third = awaitArrived("About third");
        assertThat(third.priority()).isEqualTo(RawMessage.FRESH);
        assertThat(Duration.between(delivered, third.arrivedAt()))
                .as("told by the server, before the look of every 15 seconds")
                .isLessThan(Duration.ofSeconds(10));
        awaitDecided(3);
        var report = body(workspace
                .http()
                .get()
                .uri("/api/v1/connections/" + id + "/health")
                .exchange());
        assertThat(report.path("adds_up").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("days").get(0).path("announced").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(MailBox.POST.getReceivedMessages())
                .allMatch(message -> !MailBox.seen(message), "reading marks nothing as read");
    }

    @Test
    void aServerThatCannotTellOfNewsIsAskedAtTheUsualPace() throws Exception {
        heard.withoutIdle();
        box.port = heard.port();
        box.deliver(box.mail("first", "", "The crane is too small for us."));
        var id = connect(Map.of());
        awaitDecided(1);
        var end = Instant.now().plusSeconds(20);
        while (as(() -> connections.get(id)).polledAt() == null) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
        Thread.sleep(4000);
        assertThat(heard.count("LOGIN")).isOne();
        assertThat(heard.count("IDLE")).isZero();
        box.deliver(box.mail("second", "", "A larger one."));
        as(() -> connections.pollSoon(id));
        assertThat(awaitDecided(2)).hasSize(2);
    }

    @Test
    void severalFoldersAreCountedTogether() throws Exception {
        box.deliver(box.mail("one", "", "One."));
        box.fill("Sales", box.mail("one", "", "One."), box.mail("two", "", "Two."));
        box.folders = List.of("INBOX", "Sales");
        var id = connect(Map.of());
        awaitDecided(2);
        var end = Instant.now().plusSeconds(20);
        while (as(() -> health.of(id, 90)).days().stream().noneMatch(day -> day.announced() != null)) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
        var report = as(() -> health.of(id, 90));
        assertThat(report.addsUp()).as(report.toString()).isTrue();
        assertThat(report.days().stream()
                        .map(SourceHealth.Day::announced)
                        .filter(java.util.Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum())
                .as("a mail that lies in both is one")
                .isEqualTo(2);
    }

    private ReceivedMessage awaitArrived(String subject) throws InterruptedException {
        long end = System.nanoTime() + 40_000_000_000L;
        while (true) {
            var found = as(() -> messages.list(null, null, null, 200)).stream()
                    .filter(line -> subject.equals(line.subject()))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
