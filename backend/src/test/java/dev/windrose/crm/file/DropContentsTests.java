package dev.windrose.crm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.JobStatus;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.EraseRecords;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes for good leaves no content behind, and nothing is lost that somebody still has. */
@WindroseTest
class DropContentsTests {

    @Autowired
    StoredFiles files;

    @Autowired
    FileVersions versions;

    @Autowired
    FileContents contents;

    @Autowired
    EraseRecords erase;

    @Autowired
    EraseFile eraseFile;

    @Autowired
    Descriptors descriptors;

    @Autowired
    Jobs jobs;

    @Autowired
    TransactionTemplate transaction;

    private RecordWorld world;
    private UUID entry;

    @BeforeEach
    void startWithAnEntry() {
        world = RecordWorld.fresh();
        entry = world.create("context_entry", Map.of("category", "best_practice", "kind", "faq", "title", "Returns"));
    }

    @Test
    void removesContentsOfFilesOfAnErasedEntryWithThoseBefore() {
        var file = file("Sixty days");
        String first = key(file);
        world.in(() -> {
            versions.add(file, "a.txt", stream("Ninety days"));
            return null;
        });
        String second = key(file);
        String shared = key(file("Shared words"));
        world.in(() -> files.addToLibrary("b.txt", stream("Shared words")));
        assertThat(List.of(first, second, shared)).allMatch(contents::has);
        eraseEntry();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(List.of(first, second)).noneMatch(contents::has));
        ended();
        assertThat(contents.has(shared)).isTrue();
    }

    @Test
    void keepsContentsWhereTheErasingIsRolledBack() {
        String kept = key(file("Sixty days"));
        bin();
        assertThatThrownBy(() -> world.in(() -> transaction.execute(_ -> {
                    erase.of(descriptors.get("context_entry"), List.of(entry));
                    throw new IllegalStateException("The process ends here.");
                })))
                .hasMessage("The process ends here.");
        assertThat(world.in(() -> jobs.ofType("crm.drop-contents", 5))).isEmpty();
        assertThat(contents.has(kept)).isTrue();
    }

    /** A process that ends after the content has gone, and before that is noted, does it once more. */
    @Test
    void keepsWhatCameBackBeforeItIsDoneOnceMore() {
        String key = key(file("Sixty days"));
        eraseEntry();
        await().atMost(Duration.ofSeconds(20)).until(() -> !contents.has(key));
        ended();
        var again = world.in(() -> files.addToLibrary("again.txt", stream("Sixty days")));
        world.in(() -> jobs.enqueue(JobRequest.of("crm.drop-contents", new DropContents.Wanted(List.of(hash(again))))));
        ended();
        assertThat(contents.has(key)).isTrue();
    }

    @Test
    void removesTheContentOfAFileThatIsErasedByItself() {
        var file = file("Sixty days");
        String key = key(file);
        world.in(() -> {
            eraseFile.of(file);
            return null;
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> !contents.has(key));
        assertThat(world.get("file", file).binned()).isTrue();
    }

    private void ended() {
        await().atMost(Duration.ofSeconds(20)).until(() -> world.in(() -> jobs.ofType("crm.drop-contents", 5)).stream()
                .allMatch(each -> each.status() == JobStatus.DONE));
    }

    private void bin() {
        world.apply(Cause.person(), DraftOperation.delete("context_entry", entry));
    }

    private void eraseEntry() {
        bin();
        world.in(() -> transaction.execute(_ -> {
            erase.of(descriptors.get("context_entry"), List.of(entry));
            return true;
        }));
    }

    private UUID file(String text) {
        return world.in(() -> files.add("a.txt", stream(text), "context_entry", entry.toString()));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String hash(UUID file) {
        return Objects.requireNonNull(world.get("file", file).text("content_hash"));
    }

    private String key(UUID file) {
        return world.workspace().tenant() + "/" + hash(file);
    }
}
