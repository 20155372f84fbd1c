package dev.windrose.platform.access;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.EmailAddress;
import dev.windrose.platform.tenancy.TenantOfConnection;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** One-time links for whoever may read the data folder, made without a web server: the way back in when a link or a password is lost. */
public final class LinkAtTerminal {

    private LinkAtTerminal() {}

    /** @throws AppException SETUP_CLOSED where a workspace exists already */
    public static String setup(Connection connection, URI address, Clock clock) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select from tenants limit 1")) {
            if (rows.next()) {
                throw new AppException(
                        AccessError.SETUP_CLOSED,
                        "This data folder has been set up already; name a person to get a sign-in link.");
            }
        }
        var links = LinkStore.on(connection);
        links.deleteSetup();
        return insert(connection, links, new LinkStore.Link(LinkKind.SETUP, null, null), address, clock);
    }

    /** @throws AppException NOT_FOUND where nobody active has the e-mail address */
    public static String signIn(Connection connection, String email, URI address, Clock clock) throws SQLException {
        connection.setAutoCommit(false);
        var identities = IdentityStore.on(connection);
        for (Identity identity : identities.findByEmail(EmailAddress.normalise(email))) {
            TenantOfConnection.set(connection, identity.tenant().toString());
            if (identities.isActive(identity)) {
                var link = new LinkStore.Link(LinkKind.SIGN_IN, identity.tenant(), identity.person());
                return insert(connection, LinkStore.on(connection), link, address, clock);
            }
        }
        throw new AppException(
                CommonError.NOT_FOUND, "Nobody active in this data folder has the address %s.".formatted(email));
    }

    private static String insert(Connection connection, LinkStore links, LinkStore.Link link, URI address, Clock clock)
            throws SQLException {
        String token = Secrets.next();
        links.insert(Secrets.hash(token), link, clock.instant());
        connection.commit();
        return PublicAddress.at(address, PublicAddress.path(link.kind(), token));
    }
}
