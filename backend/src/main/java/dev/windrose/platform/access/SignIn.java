package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.EmailAddress;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** E-mail and password become a session. */
@Component
public class SignIn {

    private final IdentityStore identities;
    private final People people;
    private final Passwords passwords;
    private final OpenSession openSession;
    private final AttemptLimits limits;
    private final AuditLog audit;
    private final MeterRegistry meters;

    SignIn(
            IdentityStore identities,
            People people,
            Passwords passwords,
            OpenSession openSession,
            AttemptLimits limits,
            AuditLog audit,
            MeterRegistry meters) {
        this.identities = identities;
        this.people = people;
        this.passwords = passwords;
        this.openSession = openSession;
        this.limits = limits;
        this.audit = audit;
        this.meters = meters;
    }

    /**
     * The answer does not tell an unknown address from a wrong password, neither by its words nor by its time.
     *
     * @throws AppException BAD_CREDENTIALS or LOCKED
     */
    public OpenedSession with(@Nullable String email, @Nullable String password, String from) {
        String name = EmailAddress.normalise(Optional.ofNullable(email).orElse(""));
        limits.attempt(name, from);
        var candidates = candidates(name);
        return candidates.stream()
                .filter(identity ->
                        passwords.matches(Optional.ofNullable(password).orElse(""), identity.passwordHash()))
                .filter(this::active)
                .findFirst()
                .map(identity -> {
                    limits.succeeded(name, from);
                    return openSession.of(identity);
                })
                .orElseThrow(() -> refused(candidates, from));
    }

    private AppException refused(List<Identity> candidates, String from) {
        candidates.forEach(identity -> ActorScope.run(
                Actor.system(identity.tenant()),
                () -> audit.append(AuditEntry.of(
                        AuditAction.SIGN_IN_REFUSED,
                        "Sign-in refused",
                        Map.of("person_id", identity.person().toString(), "from", from)))));
        meters.counter("windrose.sign_in.refused").increment();
        return new AppException(AccessError.BAD_CREDENTIALS, "The e-mail address or the password is wrong.");
    }

    /** Addresses without a password still cost one comparison. */
    private List<Identity> candidates(String name) {
        var found = identities.findByEmail(name);
        if (found.stream().anyMatch(identity -> identity.passwordHash() != null)) {
            return found.stream()
                    .filter(identity -> identity.passwordHash() != null)
                    .toList();
        }
        passwords.matches("", null);
        return List.of();
    }

    private boolean active(Identity identity) {
        return ActorScope.call(Actor.system(identity.tenant()), () -> people.find(identity.person()))
                .filter(Person::active)
                .isPresent();
    }
}
