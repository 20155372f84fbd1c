package dev.windrose.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Keeps cookies and echoes the CSRF token, as the web application does. */
public final class Browser {

    private final RestTestClient http;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(String baseUrl) {
        http = RestTestClient.bindToServer().baseUrl(baseUrl).build();
    }

    public EntityExchangeResult<byte[]> get(String uri) {
        return send(HttpMethod.GET, uri, null, true);
    }

    public EntityExchangeResult<byte[]> send(HttpMethod method, String uri, @Nullable Object body) {
        return send(method, uri, body, true);
    }

    public EntityExchangeResult<byte[]> sendWithoutCsrfToken(HttpMethod method, String uri, Object body) {
        return send(method, uri, body, false);
    }

    public EntityExchangeResult<byte[]> signIn(String email, String password) {
        return send(HttpMethod.POST, "/api/v1/sign-in", Map.of("email", email, "password", password));
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public void plant(String name, String value) {
        cookies.put(name, value);
    }

    private EntityExchangeResult<byte[]> send(HttpMethod method, String uri, @Nullable Object body, boolean csrf) {
        var request = http.method(method).uri(uri);
        cookies.forEach(request::cookie);
        if (csrf && cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        var result = request.exchange().expectBody().returnResult();
        result.getResponseCookies().values().forEach(list -> list.forEach(this::keep));
        return result;
    }

    private void keep(ResponseCookie cookie) {
        if (cookie.getMaxAge().isZero()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
