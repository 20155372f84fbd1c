package dev.windrose.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Signs people in as Supabase does: ES256 tokens, keys published as a JSON Web Key Set, changed when the test says so. */
public final class ScriptedIssuer {

    private final HttpServer server;
    private volatile ECKey key = freshKey();
    private volatile boolean reachable = true;

    public ScriptedIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/auth/v1/.well-known/jwks.json", exchange -> {
            byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reachable ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/auth/v1".formatted(server.getAddress().getPort());
    }

    public void rotate() {
        key = freshKey();
    }

    public void reachable(boolean answer) {
        reachable = answer;
    }

    /** A token as it should be, good for an hour. */
    public String token(String email) {
        return token(email, claims -> claims);
    }

    public String token(String email, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key, email, change);
    }

    /** Signed by a key that the issuer never had, under the name of the real one. */
    public String forged(String email) {
        try {
            var other = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
            return signed(other, email, claims -> claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(ECKey with, String email, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            var claims = change.apply(new JWTClaimsSet.Builder()
                    .issuer(url())
                    .audience("authenticated")
                    .subject(UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8))
                            .toString())
                    .claim("email", email)
                    .claim("role", "authenticated")
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(3600))));
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new ECDSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey freshKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
