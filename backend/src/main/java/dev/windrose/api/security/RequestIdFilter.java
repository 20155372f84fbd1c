package dev.windrose.api.security;

import dev.windrose.platform.id.Ids;
import dev.windrose.platform.logging.RequestLog;
import dev.windrose.platform.process.RecentRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Names each request, in the answer, in problems and in the log. A caller may bring a plain name of its own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final RequestLog log;
    private final RecentRequests recent;

    RequestIdFilter(RequestLog log, RecentRequests recent) {
        this.log = log;
        this.recent = recent;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String brought = request.getHeader(HEADER);
        String id = brought != null && PLAIN.matcher(brought).matches()
                ? brought
                : Ids.next().toString();
        response.setHeader(HEADER, id);
        MDC.put("request_id", id);
        long start = System.nanoTime();
        recent.touch();
        try {
            chain.doFilter(request, response);
        } finally {
            recent.touch();
            note(request, response, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            MDC.remove("request_id");
        }
    }

    /** Files of the web application have no pattern of a controller and are not worth a line. */
    private void note(HttpServletRequest request, HttpServletResponse response, long milliseconds) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && pattern.startsWith("/api/")) {
            log.answered(
                    request.getMethod(), pattern, response.getStatus(), milliseconds, ActorFilter.tenantOf(request));
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
