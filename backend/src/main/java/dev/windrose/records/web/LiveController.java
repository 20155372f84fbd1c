package dev.windrose.records.web;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.access.Recognition;
import dev.windrose.platform.access.StreamHead;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What changes in the workspace, as it happens. A page reads its data before it opens the stream, and says how long ago that began: the first
 * message tells it whether something was changed in between.
 */
@RestController
class LiveController {

    private final LiveFeed feed;
    private final LiveSight sight;

    LiveController(LiveFeed feed, LiveSight sight) {
        this.feed = feed;
        this.sight = sight;
    }

    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @RequestParam(name = "since_ms", required = false) @Nullable Long since,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Permissions.require(Operation.READ, "changeset");
        var reader = ActorScope.current();
        var tenant = reader.tenant();
        var stream = new LiveStream(message -> sight.of(reader, message), Recognition.of(request));
        StreamHead.send(response);
        feed.add(tenant, stream);
        stream.offer(
                since == null
                        ? LiveMessage.plain("ping")
                        : LiveMessage.ready(feed.changedWithin(tenant, Duration.ofMillis(since))));
        return stream.start(() -> feed.remove(tenant, stream));
    }
}
