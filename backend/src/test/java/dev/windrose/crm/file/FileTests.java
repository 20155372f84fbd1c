package dev.windrose.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@WindroseTest
class FileTests {

    private static final String FILES = "/api/v1/files";

    private RecordWorld world;
    private RestTestClient http;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
        http = world.workspace().http();
    }

    @Test
    void keepsAPictureWithASmallOneOfIt() throws IOException {
        var company = world.create("company", Map.of("name", "Calder Instruments"));
        byte[] picture = picture(1200, 600);
        var id = added(send("plant.jpg", picture, company));
        assertThat(world.get("file", id).values())
                .containsEntry("content_type", "image/png")
                .containsEntry("width", 1200L)
                .containsEntry("thumbnail", true)
                .containsEntry("record_id", company.toString());
        http.get()
                .uri(FILES + "/" + id + "/content")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_PNG)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(byte[].class)
                .isEqualTo(picture);
        byte[] small = http.get()
                .uri(FILES + "/" + id + "/thumbnail")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(small)))
                        .getWidth())
                .isEqualTo(320);
    }

    @Test
    void refusesAFileThatLiesAndServesMarkupAsADownload() {
        send("photo.png", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("file");
        var page = added(send("page.html", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), null));
        http.get()
                .uri(FILES + "/" + page + "/content")
                .exchange()
                .expectHeader()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .expectHeader()
                .value("Content-Disposition", value -> assertThat(value).startsWith("attachment"));
    }

    @Test
    void refusesWhatIsEmptyTooLargeOrBelongsToNothing() {
        send("empty.txt", new byte[0], null).expectStatus().isBadRequest();
        send("large.txt", "x".repeat((50 << 20) + 1).getBytes(StandardCharsets.US_ASCII), null)
                .expectStatus()
                .isEqualTo(413);
        send("a.txt", "text".getBytes(StandardCharsets.US_ASCII), UUID.randomUUID())
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void removesContentForGoodUnlessAnotherFileHasItToo() {
        byte[] text = "The same words".getBytes(StandardCharsets.US_ASCII);
        var first = added(send("a.txt", text, null));
        var second = added(send("b.txt", text, null));
        erase(first);
        assertThat(world.get("file", first).binned()).isTrue();
        content(first).expectStatus().isNotFound();
        content(second).expectStatus().isOk();
        erase(second);
        content(second).expectStatus().isNotFound();
        content(added(send("c.txt", text, null))).expectStatus().isOk();
    }

    @Test
    void hidesFilesFromOtherWorkspacesAndFromViewersWhoWouldAddThem() {
        var id = added(send("a.txt", "text".getBytes(StandardCharsets.US_ASCII), null));
        RecordWorld.fresh()
                .workspace()
                .http()
                .get()
                .uri(FILES + "/" + id + "/content")
                .exchange()
                .expectStatus()
                .isNotFound();
        var viewer = world.workspace().httpAs(Role.VIEWER);
        send(viewer, "a.txt", "text".getBytes(StandardCharsets.US_ASCII), null)
                .expectStatus()
                .isForbidden();
    }

    private ResponseSpec content(UUID id) {
        return http.get().uri(FILES + "/" + id + "/content").exchange();
    }

    private void erase(UUID id) {
        http.delete()
                .uri(FILES + "/" + id + "/content")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private ResponseSpec send(String name, byte[] content, @Nullable UUID company) {
        return send(http, name, content, company);
    }

    private static ResponseSpec send(RestTestClient client, String name, byte[] content, @Nullable UUID company) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        if (company != null) {
            parts.part("record_type", "company");
            parts.part("record_id", company.toString());
        }
        return client.post()
                .uri(FILES)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts.build())
                .exchange();
    }

    private static UUID added(ResponseSpec answer) {
        var json = answer.expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return UUID.fromString(String.valueOf(Objects.requireNonNull(json).get("id")));
    }

    private static byte[] picture(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
