package dev.windrose.platform.credentials;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.credentials.CredentialStore.Row;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passwords and tokens of the workspace. */
@Component
public class Credentials {

    /** In the data folder; no backup holds it. */
    public static final String KEY_FILE = "credentials.keys";

    private static final String PART = "credentials";
    private static final int LONGEST = 20_000;

    private final CredentialStore store;
    private final Keyring keys;
    private final AuditLog audit;
    private final Clock clock;

    Credentials(CredentialStore store, Keyring keys, AuditLog audit, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<StoredCredential> all() {
        Permissions.require(Operation.MANAGE, PART);
        return store.all(ActorScope.current().tenant()).stream().map(this::seen).toList();
    }

    /** Null where there is none. */
    @Transactional(readOnly = true)
    public @Nullable StoredCredential find(@Nullable UUID id) {
        return id == null
                ? null
                : store.find(ActorScope.current().tenant(), id).map(this::seen).orElse(null);
    }

    /**
     * Keeps a value, in place of the one before it.
     *
     * @param id null for a new one
     * @param kind what it is: password, token, signing_secret
     */
    @Transactional
    public UUID set(@Nullable UUID id, String kind, String name, Secret value) {
        Permissions.require(Operation.MANAGE, PART);
        check(value);
        var actor = ActorScope.current();
        var at = id == null ? Ids.next() : id;
        var key = keys.current();
        byte[] sealed = key.seal(value, actor.tenant().value(), at);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.put(actor, new Row(at, kind, name, key.id(), sealed, value.lastFour(), now, null, actor.name()));
        audit.append(
                AuditEntry.of(AuditAction.CREDENTIAL_SET, name, Map.of("kind", kind, "credential_id", at.toString())));
        return at;
    }

    /** Another value for one that is there. */
    @Transactional
    public StoredCredential replace(UUID id, Secret value) {
        Permissions.require(Operation.MANAGE, PART);
        var old = row(id);
        set(id, old.kind(), old.name(), value);
        return seen(row(id));
    }

    /** @throws AppException CREDENTIAL_IN_USE while something is connected by it */
    @Transactional
    public void remove(UUID id) {
        Permissions.require(Operation.MANAGE, PART);
        var old = row(id);
        try {
            store.delete(ActorScope.current().tenant(), id);
        } catch (DataIntegrityViolationException used) {
            throw new AppException(
                    CredentialError.CREDENTIAL_IN_USE,
                    "\"%s\" is in use. Remove it there first.".formatted(old.name()));
        }
        audit.append(AuditEntry.of(
                AuditAction.CREDENTIAL_REMOVED,
                old.name(),
                Map.of("kind", old.kind(), "credential_id", id.toString())));
    }

    /** The value itself, for code that talks to the service; never for an answer. */
    @Transactional(readOnly = true)
    public Secret open(UUID id) {
        var row = row(id);
        return keys.find(row.keyId())
                .orElseThrow(Keyring::unreadable)
                .open(row.sealed(), ActorScope.current().tenant().value(), id);
    }

    private static void check(Secret value) {
        if (value.blank()) {
            throw new AppException(CommonError.REQUIRED, "There is no value to keep.", "value");
        }
        if (value.length() > LONGEST) {
            throw new AppException(CommonError.TOO_LONG, "A value has at most 20,000 characters.", "value");
        }
    }

    private Row row(UUID id) {
        return store.find(ActorScope.current().tenant(), id)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such password or token."));
    }

    private StoredCredential seen(Row row) {
        return new StoredCredential(
                row.id(),
                row.kind(),
                row.name(),
                row.lastFour(),
                row.setAt(),
                row.setBy(),
                row.setByName(),
                keys.find(row.keyId()).isPresent());
    }
}
