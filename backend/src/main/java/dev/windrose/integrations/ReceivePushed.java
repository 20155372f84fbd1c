package dev.windrose.integrations;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes what a source sends us. Nobody is signed in; the source proves itself as its kind demands. */
@Component
public class ReceivePushed {

    private final ConnectionStore store;
    private final Connections connections;
    private final Connectors connectors;
    private final ReceiveMessages door;
    private final MessageLedger ledger;

    ReceivePushed(
            ConnectionStore store,
            Connections connections,
            Connectors connectors,
            ReceiveMessages door,
            MessageLedger ledger) {
        this.store = store;
        this.connections = connections;
        this.connectors = connectors;
        this.door = door;
        this.ledger = ledger;
    }

    /**
     * @return what the caller is told, once the messages are safe
     * @throws AppException NOT_FOUND, SIGNATURE_REFUSED, or QUEUE_FULL where it has to come again later
     */
    public Object accept(TenantId tenant, UUID id, Connector.Call call) {
        return ActorScope.call(Actor.system(tenant), () -> {
            var connection = ledger.within(() -> store.find(id))
                    .filter(found -> found.status() == Connection.Status.ACTIVE)
                    .orElseThrow(ReceivePushed::unknown);
            if (!(connectors.get(connection.kind()) instanceof Connector.Pushed source)) {
                throw unknown();
            }
            var answer = source.accept(connection, connections.secret(connection), call);
            if (!answer.messages().isEmpty() && door.full()) {
                throw new AppException(
                        ConnectionError.QUEUE_FULL,
                        "Too many messages wait. Send it again in a minute.",
                        null,
                        Map.of("retry_after", 60));
            }
            int fresh = door.take(connection, answer.messages(), null).size();
            return Objects.requireNonNullElse(answer.body(), Map.of("received", fresh));
        });
    }

    /**
     * Takes a message that is no request, such as a mail by SMTP. Safe once this returns.
     *
     * @throws AppException NOT_FOUND, or QUEUE_FULL where it has to come again later
     */
    public void take(TenantId tenant, UUID id, RawMessage message) {
        var connection = open(tenant, id);
        ActorScope.run(Actor.system(tenant), () -> {
            if (door.full()) {
                throw new AppException(
                        ConnectionError.QUEUE_FULL, "Too many messages wait. Send it again in a minute.");
            }
            door.take(connection, List.of(message), null);
        });
    }

    /** The kind of a connection that is in use, for pages that show a form. */
    public Connection open(TenantId tenant, UUID id) {
        return ActorScope.call(Actor.system(tenant), () -> ledger.within(() -> store.find(id))
                .filter(found -> found.status() == Connection.Status.ACTIVE)
                .orElseThrow(ReceivePushed::unknown));
    }

    private static AppException unknown() {
        return new AppException(CommonError.NOT_FOUND, "There is no such source.");
    }
}
