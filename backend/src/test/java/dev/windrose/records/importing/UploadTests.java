package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.records.importing.ImportWorld.Answer;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Files in parts. */
@WindroseTest
class UploadTests {

    private static final byte[] FILE = file();

    ImportWorld world;

    @BeforeEach
    void workspace() {
        world = new ImportWorld(Workspaces.fresh());
    }

    @Test
    void takesAFileInPartsThatComeTwiceAndInAnyOrder() throws Exception {
        var begun = world.post("/uploads", Map.of("file_name", "C:\\crm\\companies.csv", "size", FILE.length));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.<String>at("$.file_name")).isEqualTo("companies.csv");
        assertThat(begun.number("$.parts")).isEqualTo(2);
        String id = begun.at("$.id");
        int size = (int) begun.number("$.part_size");
        var last = part(world.workspace(), id, 2, Arrays.copyOfRange(FILE, size, FILE.length), null);
        assertThat(last.status()).as(last.body()).isEqualTo(200);
        var early = world.post("/uploads/" + id + "/complete");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.<String>at("$.code")).isEqualTo("parts_missing");
        byte[] first = Arrays.copyOf(FILE, size);
        assertThat(part(world.workspace(), id, 1, first, sha(first)).status()).isEqualTo(200);
        assertThat(part(world.workspace(), id, 1, first, sha(first)).<String>at("$.sha256"))
                .isEqualTo(sha(first));
        var done = world.post("/uploads/" + id + "/complete", Map.of("sha256", sha(FILE)));
        assertThat(done.<String>at("$.status")).as(done.body()).isEqualTo("complete");

        var file = world.post("/imports", Map.of("upload_id", id));
        assertThat(file.status()).as(file.body()).isEqualTo(201);
        assertThat(file.<String>at("$.record_type")).isEqualTo("company");
        assertThat(file.number("$.row_count")).isEqualTo(3);
        assertThat(world.get("/uploads/" + id).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatHasChangedOnItsWay() throws Exception {
        var begun = world.post(
                "/uploads", Map.of("file_name", "a.csv", "size", 12, "sha256", sha("name\nAlder\n".getBytes())));
        String id = begun.at("$.id");
        byte[] sent = "name\nAldur\n ".getBytes(StandardCharsets.UTF_8);
        assertThat(part(world.workspace(), id, 1, sent, sha(FILE)).<String>at("$.code"))
                .isEqualTo("checksum_mismatch");
        assertThat(part(world.workspace(), id, 1, new byte[3], null).status()).isEqualTo(400);
        assertThat(part(world.workspace(), id, 7, sent, null).status()).isEqualTo(400);
        assertThat(part(world.workspace(), id, 1, sent, null).status()).isEqualTo(200);
        assertThat(world.post("/uploads/" + id + "/complete").<String>at("$.code"))
                .isEqualTo("checksum_mismatch");
        assertThat(world.post("/imports", Map.of("upload_id", id)).status()).isEqualTo(409);
    }

    @Test
    void keepsUploadsOfOthersApart() {
        var begun = world.post("/uploads", Map.of("file_name", "a.csv", "size", 12));
        String id = begun.at("$.id");
        var other = new ImportWorld(Workspaces.fresh());
        assertThat(other.get("/uploads/" + id).status()).isEqualTo(404);
        assertThat(part(other.workspace(), id, 1, new byte[12], null).status()).isEqualTo(404);
        assertThat(other.post("/imports", Map.of("upload_id", id)).status()).isEqualTo(404);
        world.workspace()
                .httpAs(Role.ADMIN)
                .get()
                .uri("/api/v1/uploads/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(world.post("/uploads", Map.of("file_name", "a.csv", "size", 3L << 30))
                        .<String>at("$.code"))
                .isEqualTo("too_large");
    }

    private static Answer part(TestWorkspace workspace, String id, int number, byte[] bytes, @Nullable String sha) {
        var request = workspace
                .http()
                .put()
                .uri("/api/v1/uploads/%s/parts/%d".formatted(id, number))
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
        if (sha != null) {
            request = request.header("X-Checksum-Sha256", sha);
        }
        var result = request.body(bytes).exchange().returnResult(String.class);
        return new Answer(result.getStatus().value(), Objects.requireNonNullElse(result.getResponseBody(), ""));
    }

    /** More than one part long. */
    private static byte[] file() {
        return ("Account Name,Website,Description\n"
                        + String.join(
                                "\n",
                                List.of(
                                        "Alder & Vale,alder.example," + "a".repeat(1500),
                                        "Brindle,brindle.example," + "b".repeat(4 << 20),
                                        "Corvid,corvid.example,short")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sha(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
