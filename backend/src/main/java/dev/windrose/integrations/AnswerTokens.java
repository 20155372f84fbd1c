package dev.windrose.integrations;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.credentials.Credentials;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.credentials.StoredCredential;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens by which sources are answered. */
@Component
public class AnswerTokens {

    private static final String PART = "connections";

    private final AnswerTokenStore store;
    private final Connections connections;
    private final Connectors connectors;
    private final Credentials credentials;
    private final AuditLog audit;

    AnswerTokens(
            AnswerTokenStore store,
            Connections connections,
            Connectors connectors,
            Credentials credentials,
            AuditLog audit) {
        this.store = store;
        this.connections = connections;
        this.connectors = connectors;
        this.credentials = credentials;
        this.audit = audit;
    }

    /** Null where answers are not written. */
    @Transactional(readOnly = true)
    public @Nullable StoredCredential find(UUID connection) {
        Permissions.require(Operation.MANAGE, PART);
        return credentials.find(store.find(connections.get(connection).id()).orElse(null));
    }

    @Transactional
    public void set(UUID id, @Nullable Secret token) {
        var connection = connections.get(id);
        if (!(connectors.get(connection.kind()) instanceof Connector.Answered answered)) {
            throw new AppException(CommonError.CONFLICT, "Sources of this kind are not answered.");
        }
        if (token == null || token.blank()) {
            throw new AppException(CommonError.REQUIRED, "Enter the token.", "token");
        }
        var old = store.find(id).orElse(null);
        store.put(id, credentials.set(old, answered.token(), connection.name(), token));
        note(connection, "answers");
    }

    @Transactional
    public void remove(UUID id) {
        var connection = connections.get(id);
        store.find(id).ifPresent(credential -> {
            store.remove(id);
            credentials.remove(credential);
            note(connection, "answers no more");
        });
    }

    /** For the code that talks to the source. */
    @Nullable
    Secret open(UUID connection) {
        return store.find(connection).map(credentials::open).orElse(null);
    }

    private void note(Connection connection, String now) {
        audit.append(AuditEntry.of(
                AuditAction.CONNECTION_CHANGED,
                connection.name(),
                Map.of("connection_id", connection.id().toString(), "now", now)));
    }
}
