package dev.windrose.crm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a small object store of our own that checks each signature by the values of the request it got. */
class S3ContentsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private HttpServer server;
    private URI endpoint;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
        endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keepsReadsAndDeletes() throws Exception {
        var contents = contents("secret");
        var file = Files.writeString(folder.resolve("a"), "Hello");
        assertThat(contents.has("tenant/abc")).isFalse();
        contents.put("tenant/abc", file, sha256(Files.readAllBytes(file)));
        assertThat(contents.has("tenant/abc")).isTrue();
        try (var in = contents.open("tenant/abc").orElseThrow()) {
            assertThat(new String(in.readAllBytes())).isEqualTo("Hello");
        }
        contents.delete("tenant/abc");
        assertThat(contents.open("tenant/abc")).isEmpty();
    }

    @Test
    void saysWhenTheStoreRefusesOrIsAway() {
        assertThatThrownBy(() -> contents("wrong").has("tenant/abc"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("403");
        server.stop(0);
        assertThatThrownBy(() -> contents("secret").has("tenant/abc")).hasMessageContaining("cannot be reached");
    }

    @Test
    void signsAsThePublishedExample() {
        var sign = new SignRequest("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
        var headers = sign.headers(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                SignRequest.sha256(""),
                Instant.parse("2013-05-24T00:00:00Z"));
        assertThat(headers.get("Authorization"))
                .startsWith(
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date")
                .containsPattern("Signature=[0-9a-f]{64}");
    }

    private S3Contents contents(String secret) {
        return new S3Contents(
                endpoint, "windrose", new SignRequest("key", secret, "eu-1"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        if (!signed(exchange, body)) {
            exchange.sendResponseHeaders(403, -1);
        } else {
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    objects.put(path, body);
                    exchange.sendResponseHeaders(200, -1);
                }
                case "DELETE" -> {
                    objects.remove(path);
                    exchange.sendResponseHeaders(204, -1);
                }
                case "HEAD" -> exchange.sendResponseHeaders(objects.containsKey(path) ? 200 : 404, -1);
                default -> send(exchange, objects.get(path));
            }
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, byte[] object) throws IOException {
        if (object == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, object.length);
            exchange.getResponseBody().write(object);
        }
    }

    private static boolean signed(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        String hash = headers.getFirst("x-amz-content-sha256");
        var expected = new SignRequest("key", "secret", "eu-1")
                .headers(
                        exchange.getRequestMethod(),
                        URI.create("http://" + headers.getFirst("Host") + exchange.getRequestURI()),
                        hash,
                        NOW);
        return hash.equals(sha256(body)) && expected.get("Authorization").equals(headers.getFirst("Authorization"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
