package dev.windrose.llm.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Talks to the endpoint and to nobody else: no redirect is followed. Keeps when a busy endpoint asks to be asked again. */
final class EndpointHttp implements HttpClient {

    private static final long LONGEST_ANSWER = 4_000_000;

    private final java.net.http.HttpClient client;
    private final Duration timeout;

    private EndpointHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** The endpoint said no. */
    static final class Refusal extends HttpException {

        private final transient @Nullable Duration retryAfter;

        Refusal(int status, String body, @Nullable Duration retryAfter) {
            super(status, body);
            this.retryAfter = retryAfter;
        }

        @Nullable
        Duration retryAfter() {
            return retryAfter;
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            var answer = client.send(sent(request), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
            if (answer.statusCode() < 200 || answer.statusCode() >= 300) {
                throw new Refusal(answer.statusCode(), answer.body(), retryAfter(answer));
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(answer.statusCode())
                    .headers(answer.headers().map())
                    .body(answer.body())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a language model was asked.", e);
        }
    }

    private java.net.http.HttpRequest sent(HttpRequest request) {
        var sent = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(timeout)
                .method(request.method().name(), BodyPublishers.ofString(request.body() == null ? "" : request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        return sent.build();
    }

    /** Only seconds: a time of day would trust the clock of somebody else. */
    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.strip().matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value.strip())))
                .orElse(null);
    }

    /** On this thread, so that whoever listens waits for the end. The time holds from one piece to the next. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            var answer =
                    client.send(sent(request), BodyHandlers.limiting(BodyHandlers.ofInputStream(), LONGEST_ANSWER));
            try (var body = new WatchedStream(answer.body(), timeout)) {
                if (answer.statusCode() < 200 || answer.statusCode() >= 300) {
                    var why = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    listener.onError(new Refusal(answer.statusCode(), why, retryAfter(answer)));
                    return;
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(answer.statusCode())
                        .headers(answer.headers().map())
                        .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (IOException e) {
            listener.onError(new UncheckedIOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(new IllegalStateException("Interrupted while a language model was asked.", e));
        }
    }

    static HttpClientBuilder builder(Duration timeout) {
        return new Builder(timeout);
    }

    private record Builder(Duration timeout) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration other) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration other) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new EndpointHttp(timeout);
        }
    }
}
