package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.EmailAddress;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.PersonStatus;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The person behind a token of the issuer: whoever was invited under its e-mail address. The first token binds the identity to the issuer's
 * account; another account that later gets the same address is refused. Somebody who is still invited becomes active.
 */
@Component
public class IssuedAccess {

    private final IssuerTokens tokens;
    private final IdentityStore identities;
    private final People people;
    private final OpenSession openSession;
    private final AttemptLimits limits;
    private final TransactionTemplate transaction;

    IssuedAccess(
            IssuerTokens tokens,
            IdentityStore identities,
            People people,
            OpenSession openSession,
            AttemptLimits limits,
            TransactionTemplate transaction) {
        this.tokens = tokens;
        this.identities = identities;
        this.people = people;
        this.openSession = openSession;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** Where people sign in with the issuer; empty where they cannot. */
    public Optional<URI> address() {
        return tokens.address();
    }

    boolean reads(String secret) {
        return tokens.reads(secret);
    }

    /**
     * @param workspace the id of the one to enter; null for the one entered last
     * @throws AppException NOT_SIGNED_IN where the token is not valid or nobody here has its address
     */
    Actor actor(String token, @Nullable String workspace) {
        var identity = identity(token, workspace);
        return within(identity, () -> Authentication.actor(identity.tenant(), active(identity)));
    }

    /** A session of the web application for a token of the issuer. */
    public OpenedSession signIn(@Nullable String token, @Nullable String workspace, String from) {
        limits.attempt(from);
        var identity = identity(Optional.ofNullable(token).orElse(""), workspace);
        limits.succeeded(from);
        return within(identity, () -> {
            active(identity);
            return openSession.of(identity);
        });
    }

    private Identity identity(String token, @Nullable String workspace) {
        var subject = tokens.check(token);
        return identities.findByEmail(EmailAddress.normalise(subject.email())).stream()
                .filter(identity ->
                        workspace == null || identity.tenant().toString().equals(workspace))
                .filter(identity -> identities.belongsTo(identity, subject.issuer(), subject.id()))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_SIGNED_IN, "Nobody in this workspace has been invited under this account."));
    }

    private Person active(Identity identity) {
        var person = people.get(identity.person());
        if (person.status() == PersonStatus.INVITED) {
            return people.activate(person.id(), Optional.empty());
        }
        if (!person.active()) {
            throw new AppException(CommonError.NOT_SIGNED_IN, "This person has been deactivated.");
        }
        return person;
    }

    private <T> T within(Identity identity, Supplier<T> work) {
        return ActorScope.call(Actor.system(identity.tenant()), () -> transaction.execute(_ -> work.get()));
    }
}
