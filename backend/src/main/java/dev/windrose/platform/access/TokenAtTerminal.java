package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.people.EmailAddress;
import dev.windrose.platform.tenancy.TenantOfConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** A token for whoever may read the data folder, made without a web server. It acts as the person with the address. */
public final class TokenAtTerminal {

    private static final Duration LIFE = Duration.ofDays(90);

    private TokenAtTerminal() {}

    /** @return the secret, which is shown once */
    public static String issue(Connection connection, String email, Clock clock) throws SQLException {
        connection.setAutoCommit(false);
        var identities = IdentityStore.on(connection);
        for (Identity identity : identities.findByEmail(EmailAddress.normalise(email))) {
            TenantOfConnection.set(connection, identity.tenant().toString());
            if (identities.isActive(identity)) {
                String secret = insert(ApiTokenStore.on(connection), identity, clock);
                connection.commit();
                return secret;
            }
        }
        throw new AppException(
                CommonError.NOT_FOUND, "Nobody active in this data folder has the address %s.".formatted(email));
    }

    private static String insert(ApiTokenStore store, Identity identity, Clock clock) {
        String secret = Secrets.nextApiToken();
        var now = clock.instant();
        var token = new ApiToken(
                Ids.next(), "Made at the terminal", identity.person(), Actor.ALL_SCOPES, now, now.plus(LIFE), null);
        store.insert(identity.tenant(), token, Secrets.hash(secret), identity.person());
        return secret;
    }
}
