package dev.windrose.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WebExportMappingTests {

    private final WebExport export = new WebExport(files(Map.of(
            "index.html", "<h1>Home</h1>",
            "404.html", "<h1>Not found</h1>",
            "accounts/_.html", "<h1>Account</h1>",
            "accounts/_.txt", "payload",
            "_next/static/a.js", "run()",
            "_next/static/a.js.br", "smaller",
            "csp.json", "{\"accounts/_.html\":[\"sha256-abc=\"]}")));
    private final WebExportMapping mapping = new WebExportMapping(export, new ContentPolicies(export));

    @Test
    void servesThePlaceholderPageWithItsOwnPolicy() throws Exception {
        var response = answer("GET", "/accounts/42");

        assertThat(response.getContentAsString()).contains("Account");
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("script-src 'self' 'sha256-abc=';")
                .contains("frame-ancestors 'none'");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void sendsPayloadsAsPlainTextAndScriptsForAYear() throws Exception {
        assertThat(answer("GET", "/accounts/42.txt").getContentType()).startsWith("text/plain");
        assertThat(answer("GET", "/_next/static/a.js").getHeader("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void answersHeadWithoutBodyAndKnownContentWithNotModified() throws Exception {
        var head = answer("HEAD", "/");
        assertThat(head.getContentAsByteArray()).isEmpty();
        assertThat(head.getContentLength()).isEqualTo(13);

        var again = request("GET", "/");
        again.addHeader("If-None-Match", head.getHeader("ETag"));
        assertThat(answer(again).getStatus()).isEqualTo(304);
    }

    @Test
    void compressesForThoseWhoAccept() throws Exception {
        var request = request("GET", "/");
        request.addHeader("Accept-Encoding", "gzip, br");
        var response = answer(request);
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void sendsTheSmallestFormThatIsThereAndAccepted() throws Exception {
        var request = request("GET", "/_next/static/a.js");
        request.addHeader("Accept-Encoding", "gzip, deflate, br, zstd");
        var response = answer(request);
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("br");
        assertThat(response.getContentAsString()).isEqualTo("smaller");
        assertThat(response.getContentType()).startsWith("text/javascript");
        assertThat(handler("GET", "/_next/static/a.js.br")).isNull();
    }

    @Test
    void showsTheNotFoundPageAs404() throws Exception {
        var response = answer("GET", "/nowhere/at/all");
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("Not found");
    }

    @Test
    void leavesTheApiLostScriptsAndWritesToOthers() {
        assertThat(handler("GET", "/api/v1/nothing")).isNull();
        assertThat(handler("GET", "/api")).isNull();
        assertThat(handler("GET", "/actuator/health")).isNull();
        assertThat(handler("GET", "/_next/static/old.js")).isNull();
        assertThat(handler("POST", "/accounts")).isNull();
        assertThat(new WebExport(Map.of()).isEmpty()).isTrue();
    }

    @Test
    void neverServesThePolicyFile() throws Exception {
        assertThat(answer("GET", "/csp.json").getStatus()).isEqualTo(404);
    }

    private @Nullable Object handler(String method, String path) {
        return mapping.getHandlerInternal(request(method, path));
    }

    private MockHttpServletResponse answer(String method, String path) throws Exception {
        return answer(request(method, path));
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        var handler = (SendAsset) mapping.getHandlerInternal(request);
        assertThat(handler).isNotNull();
        handler.handleRequest(request, response);
        return response;
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private static Map<String, Resource> files(Map<String, String> contents) {
        return contents.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> new ByteArrayResource(file.getValue().getBytes(StandardCharsets.UTF_8))));
    }
}
