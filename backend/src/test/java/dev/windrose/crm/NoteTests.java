package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

@WindroseTest
class NoteTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void isCalledLikeItsFirstLine() {
        var product = world.create("product", Map.of("name", "Tern Pro"));
        var note = world.create(
                "note",
                Map.of(
                        "record_type",
                        "product",
                        "record_id",
                        product.toString(),
                        "body",
                        "Ask for the price\nof 2027"));
        assertThat(world.get("note", note).title()).isEqualTo("Ask for the price");
    }

    @Test
    void belongsToARecordThatIsThere() {
        assertThatThrownBy(() -> world.create(
                        "note",
                        Map.of(
                                "record_type",
                                "deal",
                                "record_id",
                                UUID.randomUUID().toString(),
                                "body",
                                "x")))
                .isInstanceOfSatisfying(
                        AppException.class, error -> assertThat(error.field()).isEqualTo("record_id"));
        assertThatThrownBy(() -> world.create("note", Map.of("record_type", "ship", "record_id", "x", "body", "x")))
                .isInstanceOfSatisfying(
                        AppException.class, error -> assertThat(error.field()).isEqualTo("record_type"));
    }

    @Test
    void takesAMillionCharactersAndSaysWhenItIsMore() {
        var product = world.create("product", Map.of("name", "Tern Pro")).toString();
        var longest = world.create(
                "note", Map.of("record_type", "product", "record_id", product, "body", "x".repeat(Note.LONGEST)));
        assertThat(world.get("note", longest).text("body")).hasSize(Note.LONGEST);
        assertThatThrownBy(() -> world.create(
                        "note",
                        Map.of("record_type", "product", "record_id", product, "body", "x".repeat(Note.LONGEST + 1))))
                .isInstanceOfSatisfying(
                        AppException.class, error -> assertThat(error.code()).isEqualTo(CommonError.TOO_LONG));
    }

    @Test
    void refusesTenMegabytesBeforeReadingThem() {
        world.workspace()
                .http()
                .post()
                .uri("/api/v1/notes")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"body\": \"%s\"}".formatted("x".repeat(10 << 20)))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }
}
