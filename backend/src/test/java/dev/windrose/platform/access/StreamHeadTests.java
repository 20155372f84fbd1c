package dev.windrose.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

@WindroseTest
class StreamHeadTests {

    @Test
    void isSentBeforeAnotherThreadWrites() throws Exception {
        var response = new MockHttpServletResponse();
        StreamHead.send(response);
        assertThat(response.isCommitted()).isTrue();
        assertThat(response.getContentType()).isEqualTo("text/event-stream");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void carriesWhatTheFiltersAdd() throws Exception {
        var workspace = Workspaces.fresh();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(workspace.baseUrl() + "/api/v1/live?since_ms=0"))
                    .header("Authorization", "Bearer " + workspace.token())
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
            client.shutdownNow();
        }
    }
}
