package dev.windrose.workspace.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ScopedClock;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of other versions, and files that have lain there for long. */
@WindroseTest
class ArchiveVersionTests {

    private static final String PEOPLE = "data/people.jsonl";

    private RecordWorld world;
    private TransferApi source;
    private byte[] file;

    @BeforeEach
    void export() {
        world = RecordWorld.fresh();
        world.create("company", Map.of("name", "Northwind Paper"));
        source = ArchiveTests.api(world.actor());
        file = source.content(source.export("everything"));
    }

    @Test
    void whatCameSinceHasItsDefault() throws IOException {
        byte[] earlier = ArchiveTests.replaced(
                without("005"),
                PEOPLE,
                text(PEOPLE)
                        .replaceAll(", \"(skills|languages|absences)\": \\[[^]]*]", "")
                        .getBytes(StandardCharsets.UTF_8));
        var there = target("earlier");
        assertThat(there.zip("/workspace/import", earlier).status()).isEqualTo(202);
        assertThat(there.ended("/workspace/import", "import").get("status").asString())
                .isEqualTo("done");
        assertThat(there.get("/companies?count=true").json().get("total").asInt())
                .isOne();
        assertThat(there.get("/people").json().toString()).contains("\"skills\":[]");
    }

    @Test
    void whatNobodyKnowsHereIsRefused() throws IOException {
        var there = target("unknown");
        byte[] column = ArchiveTests.replaced(
                file,
                PEOPLE,
                text(PEOPLE).replace("\"name\":", "\"shoe_size\": 9, \"name\":").getBytes(StandardCharsets.UTF_8));
        assertThat(there.zip("/workspace/import", column).status()).isEqualTo(202);
        assertThat(there.ended("/workspace/import", "import").get("error").asString())
                .isEqualTo("The file has shoe_size of people, which this version does not know.");
        var newer = there.zip("/workspace/import", migrations(steps -> {
            var more = new ArrayList<>(steps);
            more.add("999");
            return more;
        }));
        assertThat(newer.status()).isEqualTo(400);
        assertThat(newer.detail()).contains("newer version", "999");
        var rewritten = there.zip("/workspace/import", without("093"));
        assertThat(rewritten.status()).isEqualTo(400);
        assertThat(rewritten.detail()).contains("earlier version", "093");
        assertThat(there.get("/workspace/import").json().get("possible").asBoolean())
                .isTrue();
    }

    @Test
    void filesAreRemovedAfterAWeek() {
        var drop = Workspaces.bean(DropOldFiles.class);
        drop.drop();
        assertThat(source.get("/workspace/exports").json().get("data")).hasSize(1);
        ScopedClock.at(Instant.now().plus(DropOldFiles.KEPT).plus(Duration.ofHours(1)), () -> {
            drop.drop();
            return true;
        });
        assertThat(source.get("/workspace/exports").json().get("data")).isEmpty();
    }

    private TransferApi target(String name) {
        return ArchiveTests.api(
                ArchiveTests.emptyWith(name + "." + world.workspace().email()));
    }

    private String text(String name) throws IOException {
        return ZipFiles.text(ZipFiles.read(file).get(name));
    }

    private byte[] without(String step) throws IOException {
        return migrations(
                steps -> steps.stream().filter(one -> !one.equals(step)).toList());
    }

    private byte[] migrations(UnaryOperator<List<String>> change) throws IOException {
        var manifest = ReadArchive.JSON.readValue(text(Manifest.FILE), Manifest.class);
        var changed = new Manifest(
                manifest.format(),
                manifest.madeAt(),
                manifest.workspace(),
                change.apply(manifest.migrations()),
                manifest.parts(),
                manifest.contents(),
                manifest.leftOut());
        return ZipFiles.with(file, Manifest.FILE, ReadArchive.JSON.writeValueAsBytes(changed));
    }
}
