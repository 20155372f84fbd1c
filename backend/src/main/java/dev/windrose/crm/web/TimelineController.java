package dev.windrose.crm.web;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.crm.timeline.Timelines;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.CompanyId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TimelineController {

    private final Timelines timelines;

    TimelineController(Timelines timelines) {
        this.timelines = timelines;
    }

    record View(List<TimelineItem> data, @Nullable String nextCursor) {}

    @GetMapping("/api/v1/companies/{id}/timeline")
    View timeline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> kinds,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = timelines.of(new CompanyId(id), kinds, cursor == null ? null : read(cursor), limit);
        return new View(page.items(), page.next() == null ? null : write(page.next()));
    }

    private static String write(TimelineQuery.Place place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((place.at() + " " + place.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static TimelineQuery.Place read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new TimelineQuery.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException bad) {
            throw new AppException(CommonError.BAD_VALUE, "This cursor is not one of ours.", "cursor");
        }
    }
}
