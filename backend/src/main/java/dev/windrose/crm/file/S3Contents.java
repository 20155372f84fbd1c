package dev.windrose.crm.file;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Content in an S3-compatible object store. */
final class S3Contents implements FileContents {

    private static final String EMPTY = SignRequest.sha256("");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI root;
    private final SignRequest sign;
    private final Clock clock;

    S3Contents(URI endpoint, String bucket, SignRequest sign, Clock clock) {
        this.root = URI.create("%s/%s/".formatted(endpoint.toString().replaceFirst("/$", ""), bucket));
        this.sign = sign;
        this.clock = clock;
    }

    @Override
    public boolean has(String name) {
        var answer = send("HEAD", name, BodyPublishers.noBody(), EMPTY);
        close(answer);
        return found(answer);
    }

    @Override
    public void put(String name, Path file, String hash) {
        try {
            var answer = send("PUT", name, BodyPublishers.ofFile(file), hash);
            close(answer);
            found(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) {
        var answer = send("GET", name, BodyPublishers.noBody(), EMPTY);
        if (found(answer)) {
            return Optional.of(answer.body());
        }
        close(answer);
        return Optional.empty();
    }

    @Override
    public void delete(String name) {
        var answer = send("DELETE", name, BodyPublishers.noBody(), EMPTY);
        close(answer);
        found(answer);
    }

    private HttpResponse<InputStream> send(String method, String name, BodyPublisher body, String hash) {
        var address = root.resolve(name);
        var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).method(method, body);
        sign.headers(method, address, hash, clock.instant()).forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable();
        }
    }

    private static boolean found(HttpResponse<InputStream> answer) {
        if (answer.statusCode() == 404) {
            return false;
        }
        if (answer.statusCode() / 100 != 2) {
            throw new AppException(
                    CommonError.UNAVAILABLE, "The object store for files answered %d.".formatted(answer.statusCode()));
        }
        return true;
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AppException unreachable() {
        return new AppException(CommonError.UNAVAILABLE, "The object store for files cannot be reached.");
    }
}
