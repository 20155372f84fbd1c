package dev.windrose.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.BadSqlGrammarException;

@WindroseTest
class ProblemTests {

    @Test
    void namesAnUnknownField() {
        Workspaces.fresh()
                .http()
                .patch()
                .uri("/api/v1/workspace")
                .body(Map.of("colour", "red"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://windrose.dev/errors/unknown_field")
                .jsonPath("$.code")
                .isEqualTo("unknown_field")
                .jsonPath("$.field")
                .isEqualTo("colour")
                .jsonPath("$.errors[0].field")
                .isEqualTo("colour")
                .jsonPath("$.request_id")
                .isNotEmpty();
    }

    @Test
    void namesAValueOfTheWrongType() {
        Workspaces.fresh()
                .http()
                .patch()
                .uri("/api/v1/workspace")
                .body(Map.of("fiscal_year_start_month", "April"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("fiscal_year_start_month");
        Workspaces.fresh()
                .http()
                .patch()
                .uri("/api/v1/workspace")
                .body(Map.of("name", Map.of("de", "x")))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("name");
    }

    @Test
    void tellsBrokenJsonFromAMissingBody() {
        var http = Workspaces.fresh().http();

        http.patch()
                .uri("/api/v1/workspace")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\":")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
        http.patch()
                .uri("/api/v1/workspace")
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    @Test
    void answersMistakesOfTheProtocolAsProblems() {
        var http = Workspaces.fresh().http();

        http.delete()
                .uri("/api/v1/workspace")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .exists("Allow")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("method_not_allowed");
        http.patch()
                .uri("/api/v1/workspace")
                .contentType(MediaType.TEXT_PLAIN)
                .body("name")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unsupported_media_type");
        http.get()
                .uri("/api/v1/nothing-here")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not_found");
        http.get()
                .uri("/api/v1/people/not-an-id")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("id");
        http.get()
                .uri("/api/v1/session")
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not_acceptable");
    }

    @Test
    void answersAnErrorOfAStreamAsAProblem() {
        Workspaces.fresh()
                .http()
                .get()
                .uri(
                        "/api/v1/threads/01a2037c-7d80-7000-a050-4b0605e5cf6e/runs/01a2037c-7d80-7000-a050-4b0605e5cf6f/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void callsARefusalOfTheDatabaseForbidden() {
        var translate = Workspaces.bean(TranslateErrors.class);

        var refused =
                translate.database(new BadSqlGrammarException("insert", "insert", new SQLException("policy", "42501")));
        var broken = translate.database(
                new BadSqlGrammarException("select", "select secret", new SQLException("no such column", "42703")));

        assertThat(Objects.requireNonNull(refused).getStatusCode().value()).isEqualTo(403);
        assertThat(Objects.requireNonNull(broken).getStatusCode().value()).isEqualTo(500);
        assertThat(broken.getBody().toString()).doesNotContain("secret").doesNotContain("column");
    }
}
