package dev.windrose.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A source in a workspace of its own, and what comes through it. */
@WindroseTest
public abstract class SourceTest {

    @Autowired
    Connectors connectors;

    @Autowired
    protected Connections connections;

    @Autowired
    ReceiveMessages door;

    @Autowired
    protected SourceHealth health;

    @Autowired
    protected ReceivedMessages messages;

    protected TestWorkspace workspace;

    /** The kind under test. */
    protected abstract String kind();

    protected abstract Map<String, Object> settings();

    protected @Nullable String secretValue() {
        return null;
    }

    @BeforeEach
    void freshWorkspace() {
        workspace = Workspaces.fresh();
    }

    protected Connector connector() {
        return connectors.get(kind());
    }

    /** @param more {@code owner}, {@code shared} and {@code folder} */
    protected UUID connect(Map<String, Object> more) {
        var settings = new HashMap<>(settings());
        if (more.get("folder") instanceof String folder) {
            settings.put("folders", List.of(folder));
        }
        var owner = more.get("owner") instanceof UUID person ? person : null;
        var shared = more.get("shared") instanceof Boolean yes ? yes : null;
        String secret = secretValue();
        return as(() -> connections.create(new ConnectionChange(
                        kind(), "Source", settings, secret == null ? null : Secret.of(secret), shared, owner, null)))
                .id();
    }

    protected String inbound(UUID id) {
        return "/api/v1/inbound/" + workspace.tenant() + "/" + id;
    }

    /** The lines of the ledger, once so many are decided. */
    protected List<ReceivedMessage> awaitDecided(int number) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (true) {
            var all = as(() -> messages.list(null, null, null, 200));
            var decided = all.stream()
                    .filter(one -> one.state() != MessageState.WAITING)
                    .toList();
            if (decided.size() >= number) {
                return decided;
            }
            assertThat(System.nanoTime()).as("still %s", all).isLessThan(end);
            Thread.sleep(50);
        }
    }

    protected static JsonNode body(ResponseSpec answer) {
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }

    protected <T> T as(Supplier<T> work) {
        return as(workspace.owner(), work);
    }

    protected static <T> T as(Actor actor, Supplier<T> work) {
        return ActorScope.call(actor, work::get);
    }
}
