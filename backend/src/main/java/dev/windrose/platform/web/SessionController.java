package dev.windrose.platform.web;

import dev.windrose.platform.access.IssuedAccess;
import dev.windrose.platform.access.SessionCookies;
import dev.windrose.platform.access.Sessions;
import dev.windrose.platform.access.SignIn;
import dev.windrose.platform.access.ViewAs;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class SessionController {

    private final SignIn signIn;
    private final IssuedAccess issued;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final DescribeSession describe;
    private final ViewAs viewAs;

    SessionController(
            SignIn signIn,
            IssuedAccess issued,
            Sessions sessions,
            SessionCookies cookies,
            DescribeSession describe,
            ViewAs viewAs) {
        this.viewAs = viewAs;
        this.signIn = signIn;
        this.issued = issued;
        this.sessions = sessions;
        this.cookies = cookies;
        this.describe = describe;
    }

    record Credentials(@Nullable String email, @Nullable String password) {}

    /** Also renews the CSRF cookie, for a page that lost it. */
    @GetMapping("/session")
    SessionView session(HttpServletRequest request, HttpServletResponse response) {
        var view = describe.current(SessionCookies.secret(request));
        if (request.getHeader("Authorization") == null) {
            SessionCookies.secret(request).ifPresent(secret -> cookies.set(request, response, secret));
        }
        return view;
    }

    @PostMapping("/sign-in")
    SessionView signIn(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var session = signIn.with(credentials.email(), credentials.password(), request.getRemoteAddr());
        SessionCookies.secret(request).ifPresent(sessions::close);
        cookies.set(request, response, session.secret());
        return describe.of(session);
    }

    record IssuedToken(
            @Nullable String accessToken, @Nullable String workspaceId) {}

    /** With a token of the issuer in the settings. */
    @PostMapping("/sign-in/token")
    SessionView signInWithToken(
            @RequestBody IssuedToken body, HttpServletRequest request, HttpServletResponse response) {
        var session = issued.signIn(body.accessToken(), body.workspaceId(), request.getRemoteAddr());
        SessionCookies.secret(request).ifPresent(sessions::close);
        cookies.set(request, response, session.secret());
        return describe.of(session);
    }

    record Viewed(@Nullable UUID personId) {}

    @PostMapping("/session/view-as")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void viewAs(@RequestBody Viewed body, HttpServletRequest request) {
        if (body.personId() == null) {
            throw new AppException(CommonError.REQUIRED, "Name the colleague.", "person_id");
        }
        viewAs.start(session(request), new PersonId(body.personId()));
    }

    @DeleteMapping("/session/view-as")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endViewAs(HttpServletRequest request) {
        viewAs.end(session(request));
    }

    /** A bearer token wins over a cookie that came with it. */
    private static Optional<String> session(HttpServletRequest request) {
        return request.getHeader("Authorization") == null ? SessionCookies.secret(request) : Optional.empty();
    }

    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.secret(request).ifPresent(sessions::close);
        cookies.clear(request, response);
    }
}
