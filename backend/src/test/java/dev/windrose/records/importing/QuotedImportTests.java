package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One confidential entry hides imports of entries from whoever may not read it, and no others. */
@WindroseTest
class QuotedImportTests {

    @Test
    void hidesImportsOfEntriesAlone() {
        var world = RecordWorld.fresh();
        var mara = world.workspace().person("Mara Lind", Role.MEMBER);
        world.create(
                "context_entry",
                Map.of(
                        "title", "Floor price",
                        "category", "policy",
                        "kind", "price",
                        "status", "draft",
                        "sensitivity", "confidential"));
        var imports = new ImportWorld(world.workspace());
        String companies = imports.upload("company", "Name\nQuarrow Mills\n").at("$.id");
        String entries = imports.upload("context_entry", "Title,Category,Kind\nMargin of 22 %,policy,price\n")
                .at("$.id");

        assertThat(get(world, world.actor(), "/api/v1/imports")).contains(companies, entries);
        assertThat(get(world, mara, "/api/v1/imports")).contains(companies).doesNotContain(entries, "22 %");
        assertThat(status(world, mara, "/api/v1/imports/" + companies)).isEqualTo(200);
        assertThat(status(world, mara, "/api/v1/imports/" + entries)).isEqualTo(404);
    }

    private static String get(RecordWorld world, Actor actor, String path) {
        return String.valueOf(world.workspace()
                .httpOf(actor)
                .get()
                .uri(path)
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
    }

    private static int status(RecordWorld world, Actor actor, String path) {
        return world.workspace()
                .httpOf(actor)
                .get()
                .uri(path)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }
}
