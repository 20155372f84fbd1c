package dev.windrose.records.access.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessRight;
import dev.windrose.records.access.Share;
import dev.windrose.records.access.Shares;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** With whom one record is shared. */
@RestController
@RequestMapping("/api/v1/{plural}/{id}/shares")
class ShareController {

    private final Descriptors descriptors;
    private final Shares shares;

    ShareController(Descriptors descriptors, Shares shares) {
        this.descriptors = descriptors;
        this.shares = shares;
    }

    record View(
            UUID id,
            @Nullable UUID personId,
            @Nullable UUID teamId,
            String level,
            Instant createdAt,
            @Nullable UUID createdBy) {

        static View of(Share share) {
            return new View(
                    share.id(),
                    share.person(),
                    share.team(),
                    share.right().name().toLowerCase(Locale.ROOT),
                    share.createdAt(),
                    share.createdBy());
        }
    }

    record Views(List<View> data) {}

    record NewShare(
            @Nullable UUID personId,
            @Nullable UUID teamId,
            @Nullable String level) {}

    @GetMapping
    Views of(@PathVariable String plural, @PathVariable UUID id) {
        return new Views(shares.of(descriptors.byPlural(plural), id).stream()
                .map(View::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View add(@PathVariable String plural, @PathVariable UUID id, @RequestBody NewShare body) {
        return View.of(
                shares.add(descriptors.byPlural(plural), id, body.personId(), body.teamId(), right(body.level())));
    }

    @DeleteMapping("/{share}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String plural, @PathVariable UUID id, @PathVariable UUID share) {
        shares.remove(descriptors.byPlural(plural), id, share);
    }

    private static AccessRight right(@Nullable String level) {
        return switch (level == null ? "read" : level) {
            case "read" -> AccessRight.READ;
            case "write" -> AccessRight.WRITE;
            default -> throw new AppException(CommonError.BAD_VALUE, "The level is read or write.", "level");
        };
    }
}
