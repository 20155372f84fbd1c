package dev.windrose.context.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a deleted record nothing is left: row, vector, and the bytes of its words in the files of the index. */
@WindroseTest
class ForgottenPassagesTests {

    @Test
    void leaveNoWordsAndNoVectors() throws IOException {
        var world = RetrievalWorld.fresh();
        String word = "quoxfarthing7zanderplum";
        var id = world.note("Harbour", "The " + word + " pays monthly.");
        world.settled();
        var index = Workspaces.bean(ChunkIndexes.class).answering().orElseThrow();
        index.commit();
        var folder = Workspaces.bean(ChunkIndexes.class).folder();
        assertThat(bytes(folder)).as("the test sees the word while it is there").contains(word);
        assertThat(rows(world, word)).isEqualTo(1);
        world.records().apply(Cause.person(), DraftOperation.delete("note", id));
        world.settled();
        assertThat(rows(world, word)).isZero();
        index.forget();
        assertThat(bytes(folder)).doesNotContain(word);
        assertThat(index.count(world.owner().tenant())).isZero();
        world.records().apply(Cause.person(), DraftOperation.restore("note", id));
        assertThat(world.found(word)).containsExactly(id);
    }

    private static long rows(RetrievalWorld world, String word) {
        return world.records()
                .in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> Workspaces.bean(JdbcClient.class)
                        .sql(
                                "select count(*) from context_chunks c where c.tenant_id = :tenant and cast(c as text) like :word")
                        .param("tenant", world.owner().tenant().value())
                        .param("word", "%" + word + "%")
                        .query(Long.class)
                        .single()));
    }

    private static String bytes(Path folder) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
