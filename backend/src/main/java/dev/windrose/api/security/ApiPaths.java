package dev.windrose.api.security;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.access.PublicAddress;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which paths need somebody signed in. Everything outside of these is the web application: files without secrets. */
@Component
class ApiPaths {

    private static final String INBOUND = "/api/v1/inbound/";
    private static final String FORMS = "/api/v1/forms/";
    private static final String EVENTS = "/api/v1/events";

    private final PublicAddress address;

    ApiPaths(PublicAddress address) {
        this.address = address;
    }

    boolean guarded(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/actuator")
                || path.startsWith("/v3/")
                || path.startsWith("/mcp");
    }

    /** Called by programs and forms of other sites, which prove themselves otherwise or are meant to be open. */
    boolean fromAnywhere(HttpServletRequest request) {
        return request.getRequestURI().startsWith(INBOUND)
                || request.getRequestURI().equals(EVENTS)
                || embeddable(request);
    }

    /** Forms that other sites show inside of their pages; nobody is signed in there. */
    boolean embeddable(HttpServletRequest request) {
        return request.getRequestURI().startsWith(FORMS);
    }

    /** Reached before anybody is signed in; each checks its own secret. */
    boolean open(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/api/v1/sign-in")
                || path.equals("/api/v1/sign-in/token")
                || path.equals("/api/v1/setup")
                || path.startsWith("/api/v1/links/")
                || path.startsWith("/api/v1/unsubscribe/")
                || path.startsWith(INBOUND)
                || path.startsWith(FORMS)
                || path.equals(EVENTS)
                || path.startsWith("/actuator/health")
                || path.startsWith("/v3/api-docs");
    }

    void check(HttpServletRequest request, Optional<Actor> actor) {
        if (open(request)) {
            return;
        }
        if (request.getRequestURI().startsWith("/actuator")) {
            checkOperator(request, actor);
        } else if (actor.isEmpty()) {
            throw new AppException(CommonError.NOT_SIGNED_IN, "Sign in first.");
        }
    }

    private void checkOperator(HttpServletRequest request, Optional<Actor> actor) {
        boolean admin = actor.filter(
                        who -> who.role().atLeast(Role.ADMIN) && who.scopes().contains("admin"))
                .isPresent();
        if (!admin && !fromThisMachine(request)) {
            throw new AppException(CommonError.NOT_ALLOWED, "Only an administrator may read this.");
        }
    }

    /** A reverse proxy on this machine also comes from the loopback address, and says so by its headers. */
    private boolean fromThisMachine(HttpServletRequest request) {
        try {
            return !address.behindProxy()
                    && request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
