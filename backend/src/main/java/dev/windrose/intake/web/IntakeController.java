package dev.windrose.intake.web;

import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.intake.OneOfMany;
import dev.windrose.intake.TakeMany;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Texts from anywhere. The answer is the decision log. */
@RestController
class IntakeController {

    private static final int MOST = 100;

    private final Intake intake;
    private final TakeMany takeMany;

    IntakeController(Intake intake, TakeMany takeMany) {
        this.takeMany = takeMany;
        this.intake = intake;
    }

    record InView(String type, UUID id) {}

    /** @param author the id of a person, or {@code {name, role}} */
    record Body(
            String text,
            @Nullable String channel,
            @Nullable String receivedAt,
            @Nullable Object author,
            @Nullable Boolean dryRun,
            @Nullable UUID threadId,
            @Nullable InView record) {}

    @PostMapping("/api/v1/intake")
    Map<String, @Nullable Object> take(
            @RequestBody Body body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return intake.take(incoming(body, key, dryRun));
    }

    /** @param key the same key again is the same text */
    record Keyed(@Nullable String key, @Nullable Body message) {}

    record Batch(List<Keyed> messages) {}

    /** @param decision null where the text could not be taken; then code and detail say why */
    record Taken(
            @Nullable String key,
            @Nullable Map<String, @Nullable Object> decision,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String field) {}

    record TakenBatch(List<Taken> data) {}

    /** Each text for itself, in their order: one that cannot be taken holds up no other. The same batch again changes nothing. */
    @PostMapping("/api/v1/intake/batch")
    TakenBatch takeAll(@RequestBody Batch batch) {
        if (batch.messages().isEmpty() || batch.messages().size() > MOST) {
            throw new AppException(CommonError.BAD_VALUE, "A batch has 1 to 100 texts.", "messages");
        }
        if (batch.messages().stream()
                .anyMatch(one -> one.key() == null || one.key().isBlank() || one.message() == null)) {
            throw new AppException(CommonError.REQUIRED, "Each text of a batch needs a key and a message.", "messages");
        }
        var readable = new ArrayList<Incoming>();
        var unreadable = new IdentityHashMap<Keyed, AppException>();
        for (var one : batch.messages()) {
            try {
                readable.add(incoming(Objects.requireNonNull(one.message()), one.key(), false));
            } catch (AppException refused) {
                unreadable.put(one, refused);
            }
        }
        var taken = takeMany.of(readable).iterator();
        return new TakenBatch(batch.messages().stream()
                .map(one -> unreadable.containsKey(one)
                        ? refused(one.key(), Objects.requireNonNull(unreadable.get(one)))
                        : taken(one.key(), taken.next()))
                .toList());
    }

    private static Taken taken(@Nullable String key, OneOfMany one) {
        return switch (one) {
            case OneOfMany.Decided decided -> new Taken(key, decided.decision(), null, null, null);
            case OneOfMany.Refused refused -> refused(key, refused.why());
        };
    }

    private static Taken refused(@Nullable String key, AppException why) {
        return new Taken(key, null, why.code().id(), why.getMessage(), why.field());
    }

    private static Incoming incoming(Body body, @Nullable String key, boolean dryRun) {
        var record = body.record();
        return new Incoming(
                Objects.requireNonNullElse(body.text(), ""),
                body.channel() == null ? "api" : body.channel(),
                receivedAt(body.receivedAt()),
                author(body.author()),
                dryRun || Boolean.TRUE.equals(body.dryRun()),
                body.threadId(),
                record == null ? null : record.type(),
                record == null ? null : record.id(),
                key);
    }

    private static @Nullable OffsetDateTime receivedAt(@Nullable String written) {
        try {
            return written == null ? null : OffsetDateTime.parse(written);
        } catch (DateTimeParseException bad) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "received_at is an ISO 8601 instant with offset, such as 2026-03-01T09:30:00+01:00.",
                    "received_at");
        }
    }

    private static @Nullable String author(@Nullable Object given) {
        return switch (given) {
            case null -> null;
            case String id -> id;
            case Map<?, ?> person
            when person.get("name") != null -> person.get("name").toString();
            default ->
                throw new AppException(
                        CommonError.WRONG_TYPE,
                        "The author is the id of a person, or an object with name and role.",
                        "author");
        };
    }
}
