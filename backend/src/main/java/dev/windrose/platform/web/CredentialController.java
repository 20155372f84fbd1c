package dev.windrose.platform.web;

import dev.windrose.platform.credentials.Credentials;
import dev.windrose.platform.credentials.RotateKey;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.credentials.StoredCredential;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is known of stored passwords and tokens. The values are never answered. */
@RestController
@RequestMapping("/api/v1/credentials")
class CredentialController {

    private final Credentials credentials;
    private final RotateKey key;

    CredentialController(Credentials credentials, RotateKey key) {
        this.credentials = credentials;
        this.key = key;
    }

    record View(
            UUID id,
            String kind,
            String name,
            String lastFour,
            Instant setAt,
            @Nullable UUID setBy,
            String setByName,
            boolean readable) {

        static View of(StoredCredential stored) {
            return new View(
                    stored.id(),
                    stored.kind(),
                    stored.name(),
                    stored.lastFour(),
                    stored.setAt(),
                    stored.setBy() == null ? null : stored.setBy().value(),
                    stored.setByName(),
                    stored.readable());
        }
    }

    record Views(List<View> data, RotateKey.State key) {}

    record Value(Secret value) {}

    @GetMapping
    Views all() {
        return new Views(credentials.all().stream().map(View::of).toList(), key.state());
    }

    @PutMapping("/{id}")
    View replace(@PathVariable UUID id, @RequestBody Value body) {
        return View.of(credentials.replace(id, body.value()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        credentials.remove(id);
    }

    @PostMapping("/rotate-key")
    RotateKey.State rotate() {
        return key.rotate();
    }
}
