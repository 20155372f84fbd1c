package dev.windrose.api.security;

import dev.windrose.api.problem.WriteProblem;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.access.AccessError;
import dev.windrose.platform.access.Authentication;
import dev.windrose.platform.access.Recognition;
import dev.windrose.platform.access.SessionCookies;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who sends a request and binds the actor for its length. A bearer token wins over a cookie and needs no CSRF token. */
class ActorFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = ActorFilter.class.getName();
    /** Which workspace the token of an issuer enters, for people who are in several. */
    private static final String WORKSPACE = "X-Windrose-Workspace";

    /** Requests that are sent to read, or to end the look with other eyes. */
    private static final Set<String> LOOKS =
            Set.of("/query", "/aggregate", "/board", "/v1/search", "/session/view-as", "/sign-out");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Authentication authentication;
    private final ApiPaths paths;
    private final WriteProblem problems;

    ActorFilter(Authentication authentication, ApiPaths paths, WriteProblem problems) {
        this.authentication = authentication;
        this.paths = paths;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor;
        try {
            actor = actor(request);
            paths.check(request, actor);
        } catch (AppException e) {
            problems.to(response, e);
            return;
        }
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, actor.get());
        try {
            ActorScope.<Boolean, Exception>call(actor.get(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Empty where nobody is signed in. */
    static String tenantOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Actor actor
                ? actor.tenant().toString()
                : "";
    }

    private Optional<Actor> actor(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Actor known) {
            return Optional.of(known);
        }
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            String token = header.substring(7).strip();
            String workspace = request.getHeader(WORKSPACE);
            var actor = authentication
                    .byToken(token, workspace)
                    .orElseThrow(() ->
                            new AppException(CommonError.NOT_SIGNED_IN, "This token is unknown, expired or revoked."));
            Recognition.keep(request, actor, () -> authentication.byToken(token, workspace));
            return Optional.of(actor);
        }
        if (!paths.fromAnywhere(request)) {
            requireSameSite(request);
        }
        var secret = SessionCookies.secret(request);
        if (secret.isEmpty() || paths.open(request)) {
            return Optional.empty();
        }
        var actor = authentication.bySession(secret.get());
        actor.ifPresent(found -> Recognition.keep(request, found, () -> authentication.bySession(secret.get())));
        if (actor.isPresent() && !SAFE.contains(request.getMethod())) {
            requireCsrfToken(request, secret.get());
            requireOwnEyes(request, actor.get());
        }
        return actor;
    }

    /** Browsers say where a request comes from; also keeps others from signing somebody in to an account of theirs. */
    private static void requireSameSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (!SAFE.contains(request.getMethod()) && ("cross-site".equals(site) || "same-site".equals(site))) {
            throw new AppException(CommonError.NOT_ALLOWED, "Requests from other sites need a token.");
        }
    }

    /** Whoever looks as somebody else only looks, also where no permission is asked for. */
    private static void requireOwnEyes(HttpServletRequest request, Actor actor) {
        if (actor.viewedBySomebodyElse() && LOOKS.stream().noneMatch(request.getRequestURI()::endsWith)) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "You see the workspace as " + actor.name() + ". Nothing can be changed.");
        }
    }

    private static void requireCsrfToken(HttpServletRequest request, String secret) {
        String token = Optional.ofNullable(request.getHeader(SessionCookies.CSRF_HEADER))
                .orElse("");
        if (!Authentication.provesOrigin(secret, token)) {
            throw new AppException(AccessError.CSRF_TOKEN_MISSING, "The page is out of date. Reload it and try again.");
        }
    }

    /** The second pass of a streamed answer runs on another thread and needs the actor again. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !paths.guarded(request);
    }
}
