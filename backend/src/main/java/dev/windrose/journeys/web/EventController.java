package dev.windrose.journeys.web;

import dev.windrose.journeys.track.TakeEvents;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes events of sites and programs. Nobody is signed in; the write key says which workspace. Pages send it in the body as plain text, so that
 * browsers ask nothing first; they read the answer only where the key names their origin.
 */
@RestController
class EventController {

    private final TakeEvents take;

    EventController(TakeEvents take) {
        this.take = take;
    }

    @PostMapping("/api/v1/events")
    ResponseEntity<TakeEvents.Answer> take(
            @RequestHeader(name = "X-Write-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin,
            HttpServletRequest request)
            throws IOException {
        var answer = take.take(key, origin, request.getInputStream().readAllBytes());
        var response = ResponseEntity.ok();
        if (origin != null) {
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        return response.body(answer);
    }
}
