package dev.windrose.integrations;

import dev.windrose.integrations.Connection.Status;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.credentials.Credentials;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sources of the workspace. */
@Component
public class Connections {

    private static final String PART = "connections";

    private final ConnectionStore store;
    private final Connectors connectors;
    private final Credentials credentials;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Connections(
            ConnectionStore store,
            Connectors connectors,
            Credentials credentials,
            People people,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.connectors = connectors;
        this.credentials = credentials;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Connection> all() {
        Permissions.require(Operation.MANAGE, PART);
        return store.all();
    }

    @Transactional(readOnly = true)
    public Connection get(UUID id) {
        Permissions.require(Operation.MANAGE, PART);
        return store.find(id)
                .filter(found -> found.status() != Status.REMOVED)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such connection."));
    }

    @Transactional
    public Connection create(ConnectionChange wanted) {
        Permissions.require(Operation.MANAGE, PART);
        if (wanted.kind() == null) {
            throw new AppException(CommonError.REQUIRED, "Say what kind of source it is.", "kind");
        }
        var connector = connectors.get(wanted.kind());
        var owner = wanted.ownerId() == null ? null : new PersonId(wanted.ownerId());
        var fresh = new Connection(
                Ids.next(),
                wanted.kind(),
                connector.label(),
                Map.of(),
                null,
                Status.ACTIVE,
                owner == null,
                owner,
                null,
                0,
                Map.of(),
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ActorScope.current().name());
        return save(fresh, wanted, connector);
    }

    @Transactional
    public Connection change(UUID id, ConnectionChange wanted) {
        var old = get(id);
        return save(old, wanted, connectors.get(old.kind()));
    }

    /** What came through it stays, and its sums with it. */
    @Transactional
    public void remove(UUID id) {
        var old = get(id);
        store.put(with(old, old.name(), old.settings(), null, Status.REMOVED, old.shared(), old.owner()), null);
        if (old.credential() != null) {
            credentials.remove(old.credential());
        }
        note(old, "removed");
    }

    /** @throws AppException with one sentence that says what is wrong */
    public void tryOut(Connection connection) {
        Permissions.require(Operation.MANAGE, PART);
        if (connectors.get(connection.kind()) instanceof Connector.Pulled pulled) {
            pulled.tryOut(connection, secret(connection));
        }
    }

    /** Asks the source for news within seconds. */
    @Transactional
    public Connection pollSoon(UUID id) {
        get(id);
        store.pollSoon(id, clock.instant());
        return get(id);
    }

    /** For the code that talks to the source. */
    @Nullable
    Secret secret(Connection connection) {
        return connection.credential() == null ? null : credentials.open(connection.credential());
    }

    private Connection save(Connection old, ConnectionChange wanted, Connector connector) {
        var violations = new Violations();
        String name = wanted.name() == null ? old.name() : violations.text(wanted.name(), "name", "The name", 120);
        violations.throwIfAny();
        var settings = wanted.settings() == null && !old.settings().isEmpty()
                ? old.settings()
                : connector.checked(Objects.requireNonNullElse(wanted.settings(), Map.of()));
        requireNewSecretElsewhere(old, wanted, settings);
        var owner = wanted.ownerId() == null ? old.owner() : new PersonId(wanted.ownerId());
        if (owner != null) {
            people.get(owner);
        }
        boolean paused = wanted.paused() == null ? old.status() == Status.PAUSED : wanted.paused();
        var saved = with(
                old,
                name,
                settings,
                credential(old, wanted, connector, name),
                paused ? Status.PAUSED : Status.ACTIVE,
                wanted.shared() == null ? old.shared() : wanted.shared(),
                owner);
        store.put(saved, connector instanceof Connector.Pulled ? clock.instant() : null);
        note(saved, paused ? "paused" : "active");
        return store.find(saved.id()).orElseThrow();
    }

    /** A password must not travel to a host for which nobody entered it. */
    private static void requireNewSecretElsewhere(
            Connection old, ConnectionChange wanted, Map<String, Object> settings) {
        boolean moved = !Objects.equals(old.settings().get("host"), settings.get("host"))
                || !Objects.equals(old.settings().get("security"), settings.get("security"));
        if (old.credential() != null && moved && wanted.secret() == null) {
            throw new AppException(
                    CommonError.REQUIRED, "For another host or security enter the password again.", "secret");
        }
    }

    private @Nullable UUID credential(Connection old, ConnectionChange wanted, Connector connector, String name) {
        String kind = connector.secret();
        if (kind == null) {
            return null;
        }
        if (wanted.secret() != null && !wanted.secret().blank()) {
            return credentials.set(old.credential(), kind, name, wanted.secret());
        }
        if (old.credential() == null) {
            throw new AppException(CommonError.REQUIRED, "Enter the password or secret of the source.", "secret");
        }
        return old.credential();
    }

    private static Connection with(
            Connection old,
            String name,
            Map<String, Object> settings,
            @Nullable UUID credential,
            Status status,
            boolean shared,
            @Nullable PersonId owner) {
        return new Connection(
                old.id(),
                old.kind(),
                name,
                settings,
                credential,
                status,
                shared,
                owner,
                null,
                0,
                old.checkpoint(),
                old.polledAt(),
                old.createdAt(),
                old.createdByName());
    }

    private void note(Connection connection, String what) {
        audit.append(AuditEntry.of(
                AuditAction.CONNECTION_CHANGED,
                connection.name(),
                Map.of(
                        "kind",
                        connection.kind(),
                        "connection_id",
                        connection.id().toString(),
                        "now",
                        what)));
    }
}
