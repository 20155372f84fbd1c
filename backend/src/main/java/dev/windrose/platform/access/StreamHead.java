package dev.windrose.platform.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The head of an answer whose events another thread writes. */
public final class StreamHead {

    private StreamHead() {}

    /**
     * Sends it on the thread of the request. Filters add headers on their way back; they would do so while the other thread sends its first event,
     * and both would write to one list of headers.
     */
    public static void send(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
    }
}
