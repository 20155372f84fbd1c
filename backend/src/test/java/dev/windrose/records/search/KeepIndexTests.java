package dev.windrose.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Op;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindroseTest
class KeepIndexTests {

    @TempDir
    Path folder;

    SearchWorld world;

    @BeforeEach
    void workspace() {
        world = SearchWorld.fresh();
    }

    @Test
    void goesOnWhereItsLastCommitEndedAfterAKill() throws IOException {
        world.create("company", Map.of("name", "Exelion Robotics"));
        Path left = folder.resolve("left");
        UUID gone;
        try (var index = OwnIndex.start(folder.resolve("first"))) {
            gone = world.create("company", Map.of("name", "Marlowe Freight"));
            index.settled().commit();
            world.create("company", Map.of("name", "Written after the commit"));
            index.settled();
            OwnIndex.copy(folder.resolve("first"), left);
        }
        world.create("company", Map.of("name", "Written while nothing ran"));
        world.records().apply(Cause.person(), DraftOperation.delete("company", gone));
        try (var index = OwnIndex.start(left)) {
            var found = OwnIndex.dump(index.settled(), world.owner().tenant());
            assertThat(index.rebuild.progress()).as("nothing was built anew").isZero();
            assertThat(found).hasSize(3).doesNotContainKey(gone);
        }
    }

    @Test
    void goesOnWithRecordsThatLinkToAnotherTitleAfterARestart() {
        var company = world.create("company", Map.of("name", "Exelion Robotics"));
        var contact = world.create("contact", Map.of("name", "Greta Holm", "company_id", company));
        var tenant = world.owner().tenant();
        String after = "link:marlowe";
        try (var index = OwnIndex.start(folder, 0)) {
            index.settled();
            index.titles.destroy();
            world.records().update("company", company, Map.of("name", "Marlowe Freight"));
            assertThat(OwnIndex.dump(index.settled(), tenant).get(contact)).doesNotContain(after);
        }
        try (var index = OwnIndex.start(folder, 0)) {
            var found = SearchWorld.eventually(
                    () -> OwnIndex.dump(index.settled(), tenant).get(contact), words -> words.contains(after));
            assertThat(found).doesNotContain("link:exelion");
            assertThat(index.rebuild.progress()).as("nothing was built anew").isZero();
            SearchWorld.eventually(() -> index.titles.left().isEmpty());
        }
    }

    @Test
    void isBuiltAnewWhereItsFilesAreBroken() throws IOException {
        var id = world.create("company", Map.of("name", "Exelion Robotics"));
        try (var index = OwnIndex.start(folder)) {
            index.settled().commit();
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith("segments_")) {
                    Files.write(file, new byte[] {1, 2, 3});
                }
            }
        }
        try (var index = OwnIndex.start(folder)) {
            assertThat(OwnIndex.dump(index.settled(), world.owner().tenant())).containsKey(id);
        }
    }

    @Test
    void holdsTheSameAfterRandomWritesAsOneBuiltAnew() {
        var random = new Random(7);
        var ids = new ArrayList<UUID>();
        var sets = new ArrayList<ChangeSet>();
        try (var followed = OwnIndex.start(folder.resolve("followed"))) {
            followed.settled();
            for (int step = 0; step < 60; step++) {
                write(random, ids, sets);
            }
            try (var built = OwnIndex.start(folder.resolve("built"))) {
                for (int step = 0; step < 20; step++) {
                    write(random, ids, sets);
                }
                var tenant = world.owner().tenant();
                assertThat(OwnIndex.dump(built.settled(), tenant))
                        .hasSizeGreaterThan(5)
                        .isEqualTo(OwnIndex.dump(followed.settled(), tenant));
            }
        }
    }

    private void write(Random random, List<UUID> ids, List<ChangeSet> sets) {
        String name = "Word%d Word%d".formatted(random.nextInt(20), random.nextInt(20));
        switch (ids.isEmpty() ? 0 : random.nextInt(6)) {
            case 0, 1 -> ids.add(world.create("company", Map.of("name", name, "description", name + " text")));
            case 2, 3 -> world.records().update("company", ids.get(random.nextInt(ids.size())), Map.of("name", name));
            case 4 ->
                sets.add(world.records()
                        .apply(
                                Cause.person(),
                                DraftOperation.delete("company", ids.remove(random.nextInt(ids.size())))));
            default -> {
                if (!sets.isEmpty()) {
                    world.records().undo(sets.removeLast()).operations().forEach(each -> ids.add(each.recordId()));
                }
            }
        }
    }

    @Test
    void leavesNothingOfWhatIsDeletedOrChangedInItsFiles() throws IOException {
        var kept = world.create("company", Map.of("name", "Exelion", "description", "once said quoxfarthing"));
        var gone = world.create("contact", Map.of("name", "Zephyrine Quaddlebury", "email", "zq@quaddlebury.example"));
        try (var own = OwnIndex.start(folder)) {
            own.settled().commit();
            world.records().update("company", kept, Map.of("description", "says nothing"));
            world.records().apply(Cause.person(), DraftOperation.delete("contact", gone));
            var index = own.settled();
            index.forget();
            for (String word : List.of("quoxfarthing", "zephyrine", "quaddlebury")) {
                assertThat(words(index)).noneMatch(term -> term.contains(word));
                assertThat(bytes(index.folder())).doesNotContain(word);
            }
            assertThat(words(index)).anyMatch(term -> term.contains("exelion"));
            index.search(searcher -> {
                for (var leaf : searcher.getIndexReader().leaves()) {
                    assertThat(leaf.reader().numDeletedDocs()).isZero();
                    assertThat(leaf.reader().storedFields().document(0).getFields())
                            .isEmpty();
                }
                return true;
            });
        }
    }

    @Test
    void leavesNothingOfTheMeaningOfWhatIsDeleted() {
        try (var own = OwnIndex.start(folder)) {
            own.settled();
            var gone = world.create(
                    "company",
                    Map.of(
                            "name",
                            "Exelion",
                            "description",
                            "The customer wants to cancel as our prices are too high."));
            SearchWorld.eventually(() -> {
                own.meanings.commit();
                return near(own).contains(gone);
            });
            world.records().apply(Cause.person(), DraftOperation.delete("company", gone));
            own.settled();
            own.meanings.forget();
            assertThat(near(own)).doesNotContain(gone);
            assertThat(own.meanings.deleted()).isZero();
        }
    }

    private static List<String> words(SearchIndex index) {
        return index.search(searcher -> {
            var words = new ArrayList<String>();
            var reader = searcher.getIndexReader();
            for (String field : FieldInfos.getIndexedFields(reader)) {
                var terms = MultiTerms.getTerms(reader, field);
                var each = terms == null ? null : terms.iterator();
                for (BytesRef word = each == null ? null : each.next(); word != null; word = each.next()) {
                    words.add(new String(word.bytes, word.offset, word.length, StandardCharsets.UTF_8));
                }
            }
            return words;
        });
    }

    private static String bytes(Path folder) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void isFilledWhileWritesArrive() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            world.create("company", Map.of("name", "Before %d".formatted(i)));
        }
        try (var own = OwnIndex.start(folder)) {
            var writer = Thread.startVirtualThread(() -> {
                for (int i = 0; i < 20; i++) {
                    world.create("company", Map.of("name", "Meanwhile %d".formatted(i)));
                }
            });
            writer.join();
            assertThat(OwnIndex.dump(own.settled(), world.owner().tenant())).hasSize(50);
        }
    }

    @Test
    void findsTextsThatSayTheSameInOtherWords() {
        try (var own = OwnIndex.start(folder)) {
            own.settled();
            var cancels = world.create(
                    "company",
                    Map.of(
                            "name",
                            "Exelion",
                            "description",
                            "The customer wants to cancel as our prices are too high."));
            world.create(
                    "company", Map.of("name", "Marlowe", "description", "They grow tomatoes in large glass houses."));
            SearchWorld.eventually(() -> {
                own.meanings.commit();
                return near(own).contains(cancels);
            });
            assertThat(near(own)).first().isEqualTo(cancels);
            world.records().apply(Cause.person(), DraftOperation.delete("company", cancels));
            own.settled();
            own.meanings.commit();
            assertThat(near(own)).doesNotContain(cancels);
        }
    }

    private List<UUID> near(OwnIndex own) {
        return world.records().in(() -> {
            var types = List.of(Workspaces.bean(Descriptors.class).get("company"));
            return own
                    .meanings
                    .near("customer wants to end the contract because it is too expensive", types, 5)
                    .stream()
                    .map(MeaningIndex.Near::id)
                    .toList();
        });
    }

    @Test
    void readsChangeSetsOfWhichOneEventTells() {
        var set = world.records()
                .apply(
                        Cause.person(),
                        DraftOperation.create("company", Map.of("name", "Exelion")),
                        DraftOperation.create("contact", Map.of("name", "Mara Quill")));
        var found = world.records().in(() -> Workspaces.bean(SearchStore.class)
                .ofChangeSet(set.id().value(), 0, 10));
        assertThat(found.stream().map(SearchStore.Done::type)).containsExactly("company", "contact");
        assertThat(found.getFirst().fields()).contains("name");
        assertThat(found.getFirst().op()).isEqualTo(Op.CREATE);
    }
}
