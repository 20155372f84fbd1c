package dev.windrose.context;

import dev.windrose.context.entry.EntryKind;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import org.junit.jupiter.api.Test;

@WindroseTest
class EntryKindTests {

    @Test
    void describesKindsWithTheirFields() {
        RecordWorld.fresh()
                .workspace()
                .http()
                .get()
                .uri("/api/v1/context/kinds")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(EntryKind.values().length)
                .jsonPath("$.data[?(@.kind == 'approval')].category")
                .isEqualTo("policy")
                .jsonPath("$.data[?(@.kind == 'approval')].fields[0].name")
                .isEqualTo("clause")
                .jsonPath("$.data[?(@.kind == 'approval')].fields[0].type")
                .isEqualTo("long_text")
                .jsonPath("$.data[?(@.kind == 'value_prop')].fields[2].parts[0].name")
                .isEqualTo("measure");
    }
}
