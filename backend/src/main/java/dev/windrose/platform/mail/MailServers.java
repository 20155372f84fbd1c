package dev.windrose.platform.mail;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.credentials.Credentials;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.outside.OutsideHosts;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mail server of the workspace, where it has one. */
@Component
public class MailServers {

    private static final String PART = "mail";

    private final MailServerStore store;
    private final Credentials credentials;
    private final OutsideHosts hosts;
    private final AuditLog audit;
    private final Clock clock;

    MailServers(MailServerStore store, Credentials credentials, OutsideHosts hosts, AuditLog audit, Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.hosts = hosts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<MailServer> find() {
        return store.find();
    }

    /** Mail that waits goes on waiting: whoever wrote it sends it. */
    @Transactional
    public MailServer change(MailServerChange change) {
        Permissions.require(Operation.MANAGE, PART);
        var old = store.find().orElse(null);
        var wanted = change.checked(old == null ? null : old.credential());
        hosts.reachable(wanted.host());
        requireNewPasswordElsewhere(old, wanted, change);
        if (wanted.userName() != null && change.password() != null) {
            wanted = change.checked(credentials.set(
                    old == null ? null : old.credential(),
                    "password",
                    "Mail server " + wanted.host(),
                    change.password()));
        }
        if (wanted.userName() != null && wanted.credential() == null) {
            throw new AppException(CommonError.REQUIRED, "Enter the password of the user.", "password");
        }
        if (wanted.userName() != null && wanted.security() == Security.NONE && !hosts.trusted(wanted.host())) {
            throw new AppException(
                    CommonError.BAD_VALUE, "A password is only sent over an encrypted connection.", "security");
        }
        store.put(wanted, clock.instant());
        dropUnused(old, wanted);
        audit.append(AuditEntry.of(
                AuditAction.MAIL_CHANGED, "Mail server", Map.of("host", wanted.host(), "from", wanted.fromAddress())));
        return wanted;
    }

    /** A password must not travel to a host for which nobody entered it. */
    private static void requireNewPasswordElsewhere(
            @Nullable MailServer old, MailServer wanted, MailServerChange change) {
        boolean moved = old != null && (!old.host().equals(wanted.host()) || old.security() != wanted.security());
        if (moved && wanted.credential() != null && change.password() == null) {
            throw new AppException(
                    CommonError.REQUIRED, "For another host or security enter the password again.", "password");
        }
    }

    private void dropUnused(@Nullable MailServer old, MailServer now) {
        if (old != null && old.credential() != null && now.credential() == null) {
            credentials.remove(old.credential());
        }
    }

    @Transactional
    public void remove() {
        Permissions.require(Operation.MANAGE, PART);
        var old = store.find().orElse(null);
        if (old != null) {
            store.delete();
            if (old.credential() != null) {
                credentials.remove(old.credential());
            }
            audit.append(AuditEntry.of(AuditAction.MAIL_CHANGED, "Mail server removed", Map.of("host", old.host())));
        }
    }
}
