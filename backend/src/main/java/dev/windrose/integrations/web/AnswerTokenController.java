package dev.windrose.integrations.web;

import dev.windrose.integrations.AnswerTokens;
import dev.windrose.platform.credentials.Secret;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** By which token the messages of a source are answered. It is never shown again. */
@RestController
@RequestMapping("/api/v1/connections/{id}/answer-token")
class AnswerTokenController {

    private final AnswerTokens tokens;

    AnswerTokenController(AnswerTokens tokens) {
        this.tokens = tokens;
    }

    record Body(@Nullable Secret token) {}

    record View(
            boolean answers,
            @Nullable String lastFour,
            @Nullable Instant setAt,
            @Nullable String setByName) {}

    @GetMapping
    View get(@PathVariable UUID id) {
        var stored = tokens.find(id);
        return stored == null
                ? new View(false, null, null, null)
                : new View(true, stored.lastFour(), stored.setAt(), stored.setByName());
    }

    @PutMapping
    View set(@PathVariable UUID id, @RequestBody Body body) {
        tokens.set(id, body.token());
        return get(id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        tokens.remove(id);
    }
}
