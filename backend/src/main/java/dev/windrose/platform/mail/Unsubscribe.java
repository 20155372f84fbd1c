package dev.windrose.platform.mail;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.access.PublicAddress;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The link by which a reader ends such mail, without signing in. */
@Component
public class Unsubscribe {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final OutboundMailStore store;
    private final SuppressAddresses suppress;
    private final PublicAddress address;
    private final TransactionTemplate transaction;

    Unsubscribe(
            OutboundMailStore store,
            SuppressAddresses suppress,
            PublicAddress address,
            TransactionTemplate transaction) {
        this.store = store;
        this.suppress = suppress;
        this.address = address;
        this.transaction = transaction;
    }

    OutboundMailStore.Link link(UUID mail) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String path =
                "/api/v1/unsubscribe/%s/%s/%s".formatted(ActorScope.current().tenant(), mail, secret);
        return new OutboundMailStore.Link(hash(secret), address.of(path));
    }

    /** @throws AppException NOT_FOUND for a link that was never sent */
    public void follow(TenantId tenant, UUID mail, String secret) {
        ActorScope.run(
                Actor.system(tenant),
                () -> transaction.executeWithoutResult(_ -> {
                    var recipient = store.recipientOf(mail, hash(secret))
                            .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "This link is not known."));
                    suppress.unsubscribed(recipient);
                }));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
