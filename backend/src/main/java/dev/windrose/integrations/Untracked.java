package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses and domains of which nothing is kept: of their messages the ledger has a line without text. */
@Component
public class Untracked {

    private static final Pattern DOMAIN = Pattern.compile("@?([a-z0-9-]+(\\.[a-z0-9-]+)+)");

    private final UntrackedStore store;
    private final AuditLog audit;
    private final Clock clock;

    Untracked(UntrackedStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param address a mail address, or a domain after an at sign */
    public record Entry(String address, Instant addedAt, String addedByName) {}

    @Transactional(readOnly = true)
    public List<Entry> all() {
        Permissions.require(Operation.MANAGE, "connections");
        return store.all();
    }

    @Transactional
    public List<Entry> add(String given) {
        Permissions.require(Operation.MANAGE, "connections");
        String address = form(given);
        store.add(ActorScope.current(), address, clock.instant());
        audit.append(AuditEntry.of(AuditAction.CONNECTION_CHANGED, "Do-not-track list", Map.of("added", address)));
        return store.all();
    }

    @Transactional
    public List<Entry> remove(String given) {
        Permissions.require(Operation.MANAGE, "connections");
        store.remove(form(given));
        audit.append(AuditEntry.of(AuditAction.CONNECTION_CHANGED, "Do-not-track list", Map.of("removed", given)));
        return store.all();
    }

    /** Whether one of the addresses, or its domain, is on the list. */
    @Transactional(readOnly = true)
    public boolean holdsAny(Collection<String> addresses) {
        var forms = new ArrayList<String>();
        for (String address : addresses) {
            forms.add(address);
            String domain = address.substring(address.indexOf('@') + 1);
            forms.add("@" + domain);
            for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.')) {
                domain = domain.substring(dot + 1);
                forms.add("@" + domain);
            }
        }
        return !forms.isEmpty() && store.any(forms);
    }

    private static String form(String given) {
        String normal = EmailAddress.normalise(given);
        var domain = DOMAIN.matcher(normal);
        if (domain.matches()) {
            return "@" + domain.group(1);
        }
        if (!EmailAddress.valid(normal)) {
            throw new AppException(
                    CommonError.BAD_VALUE, "Enter a mail address, or a domain such as example.org.", "address");
        }
        return normal;
    }
}
