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
import dev.windrose.platform.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Further addresses of people: what is written from one of them counts as written from the one they are known by. */
@Component
public class Aliases {

    private static final Pattern TAGGED = Pattern.compile("([^+@]+)\\+[^@]*(@.+)");

    private final AliasStore store;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Aliases(AliasStore store, People people, AuditLog audit, Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    public record Entry(String address, String sameAs, Instant addedAt, String addedByName) {}

    @Transactional(readOnly = true)
    public List<Entry> all() {
        Permissions.require(Operation.MANAGE, "connections");
        return store.all();
    }

    @Transactional
    public List<Entry> add(String address, String sameAs) {
        Permissions.require(Operation.MANAGE, "connections");
        String from = checked(address, "address");
        String to = checked(sameAs, "same_as");
        if (from.equals(to) || store.of(List.of(to)).containsKey(to)) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "An address is the same as one that is not another's alias itself.",
                    "same_as");
        }
        store.put(ActorScope.current(), from, to, clock.instant());
        audit.append(AuditEntry.of(AuditAction.CONNECTION_CHANGED, "Aliases", Map.of("added", from, "same_as", to)));
        return store.all();
    }

    @Transactional
    public List<Entry> remove(String address) {
        Permissions.require(Operation.MANAGE, "connections");
        store.remove(EmailAddress.normalise(address));
        audit.append(AuditEntry.of(AuditAction.CONNECTION_CHANGED, "Aliases", Map.of("removed", address)));
        return store.all();
    }

    /** For each address the one it stands for; a tag behind a plus is nobody else where a colleague has the address without it. */
    Map<String, String> known(Collection<String> addresses) {
        var known = new LinkedHashMap<>(store.of(addresses));
        for (String address : addresses) {
            var tagged = TAGGED.matcher(address);
            if (!known.containsKey(address) && tagged.matches()) {
                String plain = tagged.group(1) + tagged.group(2);
                people.findByEmail(plain).ifPresent(_ -> known.put(address, plain));
            }
        }
        return known;
    }

    private static String checked(String given, String field) {
        String normal = EmailAddress.normalise(given);
        if (!EmailAddress.valid(normal)) {
            throw new AppException(CommonError.BAD_VALUE, "Enter a mail address.", field);
        }
        return normal;
    }
}
