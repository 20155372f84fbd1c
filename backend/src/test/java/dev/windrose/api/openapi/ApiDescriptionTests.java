package dev.windrose.api.openapi;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import org.junit.jupiter.api.Test;

@WindroseTest
class ApiDescriptionTests {

    @Test
    void describesTheApiWithItsNamesSchemesAndProblems() {
        Workspaces.fresh()
                .anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .isEqualTo("3.1.0")
                .jsonPath("$.info.title")
                .isEqualTo("Windrose")
                .jsonPath("$.components.securitySchemes.token.scheme")
                .isEqualTo("bearer")
                .jsonPath("$.components.schemas.Problem.properties.request_id.type")
                .isEqualTo("string")
                .jsonPath("$.components.schemas.TokenRequest.properties.expires_at")
                .exists()
                .jsonPath("$.components.schemas.WorkspaceView.properties.fiscal_year_start_month")
                .exists()
                .jsonPath(
                        "$.paths['/api/v1/people'].post.responses.default.content['application/problem+json'].schema.$ref")
                .isEqualTo("#/components/schemas/Problem");
    }
}
