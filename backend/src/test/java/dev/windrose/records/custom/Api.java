package dev.windrose.records.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Calls that must answer with a given status, and their JSON. */
record Api(RestTestClient http) {

    Map<String, Object> get(String uri) {
        return send(HttpMethod.GET, uri, null, 200);
    }

    Map<String, Object> post(String uri, Object body, int status) {
        return send(HttpMethod.POST, uri, body, status);
    }

    Map<String, Object> patch(String uri, int version, Object body, int status) {
        return exchange(
                http.patch()
                        .uri(uri)
                        .header("If-Match", "\"%d\"".formatted(version))
                        .body(body),
                uri,
                status);
    }

    Map<String, Object> send(HttpMethod method, String uri, @Nullable Object body, int status) {
        var request = http.method(method).uri(uri);
        return exchange(body == null ? request : request.body(body), uri, status);
    }

    private static Map<String, Object> exchange(RestTestClient.RequestHeadersSpec<?> request, String uri, int status) {
        var result = request.exchange()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult();
        assertThat(result.getStatus().value())
                .as(uri + " " + result.getResponseBody())
                .isEqualTo(status);
        return Objects.requireNonNull(result.getResponseBody());
    }
}
