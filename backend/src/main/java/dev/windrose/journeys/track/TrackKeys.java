package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.id.Ids;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The write keys of the workspace. A key is shown once; its hash is kept. */
@Component
public class TrackKeys {

    private static final int MOST_ORIGINS = 50;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final TrackKeyStore store;
    private final AuditLog audit;
    private final Clock clock;

    TrackKeys(TrackKeyStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<TrackKey> all() {
        Permissions.require(Operation.MANAGE, "tracking");
        return store.all();
    }

    /** @param origins of pages; none for a key of a program */
    @Transactional
    public TrackKey.Issued create(@Nullable String name, @Nullable List<String> origins) {
        Permissions.require(Operation.MANAGE, "tracking");
        var violations = new Violations();
        String called = violations.text(name, "name", "The name of the source", 100);
        var allowed = origins(origins, violations);
        violations.throwIfAny();
        String code = random(6);
        String key = "wk_" + code + "_" + random(24);
        var source = new TrackKey(
                Ids.next(),
                code,
                called,
                key.substring(key.length() - 4),
                allowed,
                clock.instant(),
                ActorScope.current().name(),
                null);
        store.insert(source, hash(key));
        note(source, "created");
        return new TrackKey.Issued(source, key);
    }

    @Transactional
    public TrackKey change(UUID id, @Nullable String name, @Nullable List<String> origins) {
        var known = usable(id);
        var violations = new Violations();
        String called = violations.text(name, "name", "The name of the source", 100);
        var allowed = origins(origins, violations);
        violations.throwIfAny();
        store.change(known.id(), called, allowed);
        note(known, "changed");
        return store.find(id).orElseThrow();
    }

    /** What came by it stays; nothing more is taken. */
    @Transactional
    public void revoke(UUID id) {
        var known = usable(id);
        store.revoke(id, clock.instant());
        note(known, "revoked");
    }

    private TrackKey usable(UUID id) {
        Permissions.require(Operation.MANAGE, "tracking");
        return store.find(id)
                .filter(key -> key.revokedAt() == null)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such source."));
    }

    private void note(TrackKey key, String what) {
        audit.append(AuditEntry.of(
                AuditAction.TRACKING_CHANGED,
                key.name(),
                Map.of("key_id", key.id().toString(), "what", what)));
    }

    private static List<String> origins(@Nullable List<String> given, Violations violations) {
        var origins = new TreeSet<String>();
        for (String each : given == null ? List.<String>of() : given) {
            String origin = origin(each);
            if (origin == null) {
                violations.add(
                        CommonError.BAD_VALUE,
                        "origins",
                        "An origin is written as https://www.harbour.example, without a path: \"" + each
                                + "\" is none.");
            } else {
                origins.add(origin);
            }
        }
        if (origins.size() > MOST_ORIGINS) {
            violations.add(CommonError.TOO_LONG, "origins", "A source has at most " + MOST_ORIGINS + " origins.");
        }
        return List.copyOf(origins);
    }

    private static @Nullable String origin(String text) {
        try {
            var uri = URI.create(text.strip().toLowerCase(Locale.ROOT));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean bare = uri.getRawPath() == null
                    || uri.getRawPath().isEmpty()
                    || uri.getRawPath().equals("/");
            if (!web || !bare || uri.getHost() == null || uri.getRawQuery() != null || uri.getUserInfo() != null) {
                return null;
            }
            return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return ENCODER.encodeToString(random).replace('_', 'u').replace('-', 'm');
    }

    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
