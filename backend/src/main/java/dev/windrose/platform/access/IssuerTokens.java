package dev.windrose.platform.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.jwt.proc.JWTProcessor;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks tokens of the issuer in the settings: signature by its published keys (RFC 7515, 7517), issuer, audience and times (RFC 7519), with a
 * minute for clocks that differ. Keys are kept for five minutes, read anew at once when a token names an unknown one, and used for four hours
 * while the issuer cannot be reached.
 */
@Component
class IssuerTokens {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerTokens.class);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);
    private static final String NOT_VALID = "This token is not valid here.";
    private static final int PATIENCE = 3_000;
    private static final int LARGEST_KEY_SET = 100_000;
    private static final int SKEW_SECONDS = 60;

    private final @Nullable JWTProcessor<SecurityContext> processor;
    private final String issuer;
    private final @Nullable URI signIn;

    IssuerTokens(IssuerSettings settings, Clock clock) throws MalformedURLException {
        this.issuer = String.valueOf(settings.url());
        this.signIn = settings.url() == null ? null : settings.signIn();
        this.processor = settings.url() == null ? null : processor(settings, clock);
    }

    /** Whom a token speaks of. */
    record Subject(String issuer, String id, String email) {}

    /** Where people sign in with the issuer. */
    Optional<URI> address() {
        return Optional.ofNullable(signIn);
    }

    /** Tokens of our own have no dots. */
    boolean reads(String secret) {
        return processor != null
                && secret.chars().filter(letter -> letter == '.').count() == 2;
    }

    /** @throws AppException NOT_SIGNED_IN with what is wrong about the token */
    Subject check(String token) {
        if (processor == null) {
            throw refused("No issuer of tokens is set up here.");
        }
        try {
            JWTClaimsSet claims = processor.process(token, null);
            String email = claims.getStringClaim("email");
            if (email == null || email.isBlank() || Boolean.FALSE.equals(claims.getClaim("email_verified"))) {
                throw refused("The token names no confirmed e-mail address.");
            }
            return new Subject(issuer, claims.getSubject(), email);
        } catch (ExpiredJWTException e) {
            throw refused("This token has expired. Sign in again.");
        } catch (RateLimitReachedException e) {
            // Its key is unknown, and was looked for a moment ago.
            throw refused(NOT_VALID);
        } catch (KeySourceException e) {
            LOG.warn("The keys of the token issuer cannot be read: {}", e.getMessage());
            throw new AppException(
                    AccessError.ISSUER_UNREACHABLE,
                    "The issuer of this token cannot be reached. Try again in a moment.");
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw refused(NOT_VALID);
        }
    }

    private static AppException refused(String sentence) {
        return new AppException(CommonError.NOT_SIGNED_IN, sentence);
    }

    private static JWTProcessor<SecurityContext> processor(IssuerSettings settings, Clock clock)
            throws MalformedURLException {
        var retriever = new DefaultResourceRetriever(PATIENCE, PATIENCE, LARGEST_KEY_SET);
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        settings.keySet().toURL(), retriever)
                .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(10).toMillis())
                .refreshAheadCache(false)
                .rateLimited(Duration.ofSeconds(5).toMillis())
                .retrying(true)
                .outageTolerant(Duration.ofHours(4).toMillis())
                .build();
        var verifier =
                new DefaultJWTClaimsVerifier<>(
                        settings.audience(),
                        new JWTClaimsSet.Builder()
                                .issuer(String.valueOf(settings.url()))
                                .build(),
                        Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(verifier);
        return processor;
    }
}
