package dev.windrose.records.web;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.store.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does a write once for each idempotency key, in one transaction with its answer. A write that fails leaves the key free. */
@Component
class AnswerOnce {

    private final IdempotencyStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AnswerOnce(IdempotencyStore store, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    Answer to(@Nullable String key, String request, Object body, Supplier<Answer> write) {
        return Objects.requireNonNull(
                transactions.execute(_ -> key == null ? write.get() : once(key, hash(request, body), write)));
    }

    private Answer once(String key, String hash, Supplier<Answer> write) {
        if (key.isBlank() || key.length() > 200) {
            throw new AppException(
                    CommonError.BAD_VALUE, "An Idempotency-Key has 1 to 200 characters.", "Idempotency-Key");
        }
        if (store.claim(key, hash, clock.instant())) {
            var answer = write.get();
            store.answer(key, answer.status(), answer.body());
            return answer;
        }
        var given = store.given(key);
        if (!given.requestHash().equals(hash)) {
            throw new AppException(
                    CommonError.CONFLICT, "This Idempotency-Key was used for another request.", "Idempotency-Key");
        }
        var body = new LinkedHashMap<String, @Nullable Object>();
        given.answer().forEach((name, value) -> body.put(String.valueOf(name), value));
        return new Answer(given.status(), body);
    }

    private static String hash(String request, Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((request + "\n" + Json.write(body)
                                    + ActorScope.current().rightsOf())
                            .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
