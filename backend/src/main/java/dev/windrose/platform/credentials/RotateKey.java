package dev.windrose.platform.credentials;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.credentials.CredentialStore.Place;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new key, under which everything is sealed anew, value by value, while it is in use. What a crash left under an older key is sealed at the next
 * start; so is everything after a key was added in the settings.
 */
@Component
public class RotateKey {

    private static final Logger LOG = LoggerFactory.getLogger(RotateKey.class);

    private final CredentialStore store;
    private final Keyring keys;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    RotateKey(CredentialStore store, Keyring keys, AuditLog audit, TransactionTemplate transaction) {
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * @param key name of the key that seals now; null before the first value
     * @param bySetting whether the keys come from the settings
     * @param waiting values of this process under another key, of all workspaces
     */
    public record State(@org.jspecify.annotations.Nullable String key, boolean bySetting, int waiting) {}

    public State state() {
        Permissions.require(Operation.MANAGE, "credentials");
        var name = keys.currentName().orElse(null);
        return new State(name, keys.bySetting(), name == null ? 0 : waiting(name));
    }

    /** For owners only: the key is that of the whole process. */
    public State rotate() {
        Permissions.require(Operation.MANAGE, "credentials");
        if (!ActorScope.current().role().atLeast(Role.OWNER)) {
            throw new AppException(CommonError.NOT_ALLOWED, "Only an owner may change the key.");
        }
        var key = keys.add();
        transaction.executeWithoutResult(_ -> audit.append(
                AuditEntry.of(AuditAction.CREDENTIAL_KEY_ROTATED, "Key of passwords", Map.of("key", key.id()))));
        sealAnew();
        return state();
    }

    @EventListener(ApplicationReadyEvent.class)
    void sealWhatWasLeft() {
        try {
            sealAnew();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Stored passwords could not be sealed under the newest key; it is tried again at the next start",
                    e);
        }
    }

    private void sealAnew() {
        var name = keys.currentName();
        if (name.isEmpty()) {
            return;
        }
        var left = Objects.requireNonNull(transaction.execute(_ -> store.ofOtherKeys(name.get())));
        left.forEach(place -> ActorScope.run(
                Actor.system(place.tenant()), () -> transaction.executeWithoutResult(_ -> sealAnew(place))));
    }

    private void sealAnew(Place place) {
        var row = store.find(place.tenant(), place.id()).orElse(null);
        var old = row == null ? null : keys.find(row.keyId()).orElse(null);
        if (row == null || old == null) {
            return;
        }
        try {
            var key = keys.current();
            var tenant = place.tenant().value();
            var value = old.open(row.sealed(), tenant, row.id());
            store.reseal(place.tenant(), row, key.id(), key.seal(value, tenant, row.id()));
        } catch (AppException unreadable) {
            LOG.warn("A stored password or token cannot be opened and stays as it is; enter it again");
        }
    }

    private int waiting(String name) {
        return Objects.requireNonNull(transaction.execute(_ -> store.ofOtherKeys(name)))
                .size();
    }
}
