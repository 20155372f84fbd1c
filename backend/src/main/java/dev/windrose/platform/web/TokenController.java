package dev.windrose.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windrose.platform.access.ApiToken;
import dev.windrose.platform.access.ApiTokens;
import dev.windrose.platform.access.NewApiToken;
import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** Without {@code person_id} the token acts as itself, which only those who manage tokens may make. */
    record Request(
            @Nullable String name,
            @Nullable Set<String> scopes,
            @Nullable Instant expiresAt,
            @Nullable UUID personId) {}

    record View(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String token,

            UUID id,
            String name,
            @Nullable UUID personId,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt) {

        static View of(ApiToken token, @Nullable String secret) {
            return new View(
                    secret,
                    token.id(),
                    token.name(),
                    token.person() == null ? null : token.person().value(),
                    token.scopes().stream().sorted().toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.usedAt());
        }
    }

    record Tokens(List<View> data) {}

    @GetMapping
    Tokens all() {
        return new Tokens(
                tokens.visible().stream().map(token -> View.of(token, null)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View issue(@RequestBody Request body) {
        PersonId person = body.personId() == null ? null : new PersonId(body.personId());
        var scopes = body.scopes() == null ? Set.<String>of() : body.scopes();
        var issued = tokens.issue(new NewApiToken(body.name(), scopes, body.expiresAt(), person));
        return View.of(issued.token(), issued.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id);
    }
}
