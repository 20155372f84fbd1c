package dev.windrose.platform.web;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@WindroseTest
class PersonDetailsTests {

    @Test
    void sayWhatPeopleCanDoAndWhenTheyAreAway() {
        var workspace = Workspaces.fresh();
        String owner =
                "/api/v1/people/" + Objects.requireNonNull(workspace.owner().person());
        var away = Map.of("from", "2026-12-21", "to", "2026-12-31", "note", "Holidays");
        workspace
                .http()
                .patch()
                .uri(owner)
                .body(Map.of(
                        "title", "Head of sales",
                        "skills", List.of("Pumps", " Pumps ", "Tenders"),
                        "languages", List.of("German"),
                        "absences", List.of(away)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Head of sales")
                .jsonPath("$.skills.length()")
                .isEqualTo(2)
                .jsonPath("$.languages[0]")
                .isEqualTo("German")
                .jsonPath("$.absences[0].to")
                .isEqualTo("2026-12-31");
        workspace
                .http()
                .patch()
                .uri(owner)
                .body(Map.of("absences", List.of(Map.of("from", "2026-12-21", "to", "2026-12-20"))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("absences");
    }
}
