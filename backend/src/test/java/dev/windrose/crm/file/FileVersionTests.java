package dev.windrose.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@WindroseTest
class FileVersionTests {

    private static final String FILES = "/api/v1/files";

    private RecordWorld world;
    private RestTestClient http;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
        http = world.workspace().http();
    }

    @Test
    void keepsEarlierContentsUnderTheSameFile() {
        var id = id(send(http, FILES, "prices.txt", "Starter costs 20"));
        send(http, versions(id), "prices-may.txt", "Starter costs 25")
                .expectStatus()
                .isCreated();
        assertThat(text(FILES + "/" + id + "/content")).isEqualTo("Starter costs 25");
        assertThat(text(versions(id) + "/1/content")).isEqualTo("Starter costs 20");
        assertThat(text(versions(id) + "/2/content")).isEqualTo("Starter costs 25");
        assertThat(world.get("file", id).values())
                .containsEntry("name", "prices.txt")
                .containsEntry("version_number", 2L);
        http.get()
                .uri(versions(id))
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(2)
                .jsonPath("$.data[0].number")
                .isEqualTo(2)
                .jsonPath("$.data[0].current")
                .isEqualTo(true)
                .jsonPath("$.data[1].name")
                .isEqualTo("prices.txt");
    }

    @Test
    void tellsTheOnlyVersionOfAFileThatNeverChanged() {
        var id = id(send(http, FILES, "a.txt", "One"));
        http.get()
                .uri(versions(id))
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1)
                .jsonPath("$.data[0].current")
                .isEqualTo(true);
        assertThat(text(versions(id) + "/1/content")).isEqualTo("One");
    }

    @Test
    void goesBackToAnEarlierVersionAndOnFromThere() {
        var id = id(send(http, FILES, "a.txt", "One"));
        send(http, versions(id), "a.txt", "Two").expectStatus().isCreated();
        http.post().uri(versions(id) + "/1/restore").exchange().expectStatus().isOk();
        assertThat(text(FILES + "/" + id + "/content")).isEqualTo("One");
        send(http, versions(id), "a.txt", "Three").expectStatus().isCreated();
        assertThat(world.get("file", id).values()).containsEntry("version_number", 3L);
        http.post().uri(versions(id) + "/9/restore").exchange().expectStatus().isNotFound();
    }

    @Test
    void refusesTheSameContentAndPeopleWhoMayNotChangeFiles() {
        var id = id(send(http, FILES, "a.txt", "One"));
        send(http, versions(id), "b.txt", "One")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("file");
        send(world.workspace().httpAs(Role.VIEWER), versions(id), "b.txt", "Two")
                .expectStatus()
                .isForbidden();
        RecordWorld.fresh()
                .workspace()
                .http()
                .get()
                .uri(versions(id))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void removesAllContentsForGoodButThoseAnotherFileHas() {
        var id = id(send(http, FILES, "a.txt", "One"));
        send(http, versions(id), "a.txt", "Two").expectStatus().isCreated();
        var other = id(send(http, FILES, "b.txt", "One"));
        var late = id(send(http, FILES, "c.txt", "Two"));
        http.delete()
                .uri(FILES + "/" + late + "/content")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(text(FILES + "/" + id + "/content")).isEqualTo("Two");
        http.delete()
                .uri(FILES + "/" + id + "/content")
                .exchange()
                .expectStatus()
                .isNoContent();
        http.get().uri(versions(id) + "/1/content").exchange().expectStatus().isNotFound();
        http.get().uri(versions(id) + "/2/content").exchange().expectStatus().isNotFound();
        assertThat(text(FILES + "/" + other + "/content")).isEqualTo("One");
    }

    @Test
    void keepsFilesForEverybodyWithWhatTheyAreFor() {
        var product = world.create("product", Map.of("name", "Tidewatch"));
        var id = id(send(http, FILES + "?library=true", "a.txt", "One"));
        send(http, FILES, "b.txt", "Two").expectStatus().isCreated();
        world.update("file", id, Map.of("product_ids", List.of(product.toString())));
        http.post()
                .uri(FILES + "/query")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "filter",
                        Map.of(
                                "and",
                                List.of(
                                        Map.of("field", "library", "op", "is", "value", true),
                                        Map.of("field", "product_ids", "op", "is", "value", product.toString())))))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1);
    }

    private static String versions(UUID id) {
        return FILES + "/" + id + "/versions";
    }

    private String text(String uri) {
        byte[] body = http.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private static ResponseSpec send(RestTestClient client, String uri, String name, String content) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return client.post()
                .uri(uri)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts.build())
                .exchange();
    }

    private static UUID id(ResponseSpec answer) {
        var json = answer.expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return UUID.fromString(String.valueOf(Objects.requireNonNull(json).get("id")));
    }
}
