package dev.windrose.platform.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The two cookies of a browser session: the secret that scripts cannot read, and the CSRF token that they must echo. */
@Component
public class SessionCookies {

    public static final String SESSION = "WINDROSE_SESSION";
    public static final String CSRF = "XSRF-TOKEN";
    public static final String CSRF_HEADER = "X-XSRF-TOKEN";

    private final PublicAddress address;

    SessionCookies(PublicAddress address) {
        this.address = address;
    }

    public static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    public void set(HttpServletRequest request, HttpServletResponse response, String secret) {
        add(request, response, SESSION, secret, true, Sessions.LIFE);
        add(request, response, CSRF, Secrets.csrfToken(secret), false, Sessions.LIFE);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, SESSION, "", true, Duration.ZERO);
        add(request, response, CSRF, "", false, Duration.ZERO);
    }

    private void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            boolean hidden,
            Duration life) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(hidden)
                .sameSite("Lax")
                .secure(address.secure() || request.isSecure())
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
