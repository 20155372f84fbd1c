package dev.windrose.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** No message waits for ever, whatever becomes of the work on it. */
@WindroseTest
class LostMessagesTests {

    @Autowired
    Connections connections;

    @Autowired
    ReceiveMessages door;

    @Autowired
    ReceivedMessages messages;

    @Autowired
    ReceivedMessageStore store;

    @Autowired
    FindLostMessages lost;

    @Autowired
    TransactionTemplate transaction;

    private TestWorkspace workspace;
    private Connection connection;

    @BeforeEach
    void fresh() {
        workspace = Workspaces.fresh();
        connection = as(() -> connections.create(
                new ConnectionChange(SampleSource.KIND, "Sample", Map.of(), null, null, null, null)));
    }

    @Test
    void anErrorOfTheProgramIsSaidAndTheMessageCanBeHandledAgain() throws Exception {
        var id = as(() -> door.take(connection, List.of(raw(SampleSource.DEEP)), null))
                .getFirst();
        var failed = await(id);
        assertThat(failed.state()).isEqualTo(MessageState.FAILED);
        assertThat(failed.detail()).contains("A fault of the program, not of the message", "StackOverflowError");
        assertThat(failed.attempts()).as("another try is of no use").isOne();
        assertThat(as(() -> messages.words(failed))).isEqualTo(SampleSource.DEEP);
        as(() -> messages.replay(id, null));
        assertThat(await(id).state()).as("it fails again").isEqualTo(MessageState.FAILED);
    }

    @Test
    void aMessageOnWhichNothingWorksAnyMoreIsFoundAndCanBeHandledAgain() throws Exception {
        var id = as(() -> transaction.execute(_ -> {
            var fresh = Ids.next();
            store.insert(fresh, connection, raw("7"), LocalDate.now(), Instant.now());
            return fresh;
        }));
        assertThat(as(lost::look)).isOne();
        assertThat(as(lost::look)).isZero();
        var failed = as(() -> messages.get(id));
        assertThat(failed.state()).isEqualTo(MessageState.FAILED);
        assertThat(failed.reason()).isEqualTo(FindLostMessages.REASON);
        assertThat(failed.detail()).contains("ended without a result");
        as(() -> messages.replay(id, null));
        var read = await(id);
        assertThat(read.state()).isEqualTo(MessageState.STORED);
        assertThat(read.promptLog()).isNotNull();
    }

    @Test
    void aMessageWhoseJobIsQueuedIsLeftAlone() throws Exception {
        var id = as(() -> transaction.execute(_ -> {
            var fresh = door.take(connection, List.of(raw("8")), null).getFirst();
            assertThat(lost.look()).isZero();
            return fresh;
        }));
        assertThat(await(id).state()).isEqualTo(MessageState.STORED);
    }

    private static RawMessage raw(String words) {
        return new RawMessage(words, Instant.now(), "text/plain", words.getBytes(StandardCharsets.UTF_8), 0);
    }

    private ReceivedMessage await(UUID id) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (as(() -> messages.get(id)).state() == MessageState.WAITING) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(30);
        }
        return as(() -> messages.get(id));
    }

    private <T> T as(Supplier<T> work) {
        return ActorScope.call(workspace.owner(), work::get);
    }
}
