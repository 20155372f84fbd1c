package dev.windrose.context.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class EntryVersionTests {

    @Autowired
    EntryVersions versions;

    @Autowired
    Workspaces workspaces;

    private EntryWorld world;
    private UUID id;

    @BeforeEach
    void threeVersions() {
        world = EntryWorld.fresh();
        id = world.records()
                .create(
                        "context_entry",
                        Map.of(
                                "category",
                                "policy",
                                "kind",
                                "approval",
                                "status",
                                "live",
                                "title",
                                "Discounts",
                                "body",
                                "First line\nA discount of 15 % needs the sales lead.\nLast line",
                                "details",
                                Map.of("clause", "Above 15 % asks the sales lead.")));
        world.records()
                .update(
                        "context_entry",
                        id,
                        Map.of(
                                "body",
                                "First line\nA discount of 20 % needs the sales lead.\nLast line\nOne more",
                                "details",
                                Map.of("clause", "Above 20 % asks the sales lead.")));
        world.records().update("context_entry", id, Map.of("title", "Discounts and terms"));
    }

    @Test
    void listsWhoMadeWhichVersionAndWhy() {
        var list = world.records().in(() -> versions.of(new ContextEntryId(id), Long.MAX_VALUE, 10));
        assertThat(list).extracting(version -> version.get("version")).containsExactly(3L, 2L, 1L);
        assertThat(list.getFirst())
                .containsEntry("user_name", world.records().actor().name())
                .containsEntry("source", "person")
                .containsEntry("summary", "Title changed from Discounts to Discounts and terms");
    }

    @Test
    void comparesVersionsFieldByFieldAndWordByWord() {
        var diff = world.records().in(() -> versions.diff(new ContextEntryId(id), 1, 2));
        assertThat(diff).extracting(EntryVersions.FieldDiff::name).containsExactly("body", "details.clause");
        var lines = diff.getFirst().lines();
        assertThat(lines)
                .extracting(line -> line.change().name())
                .containsExactly("SAME", "REMOVED", "ADDED", "SAME", "ADDED");
        assertThat(lines.get(1).spans())
                .contains(new TextDiff.Span(TextDiff.Change.REMOVED, "15"))
                .contains(new TextDiff.Span(TextDiff.Change.SAME, "A discount of "));
        assertThat(lines.get(2).spans()).contains(new TextDiff.Span(TextDiff.Change.ADDED, "20"));
        assertThat(world.get(
                        world.records().actor(), "/api/v1/context/entries/%s/versions/2/diff?against=1".formatted(id)))
                .contains("\"change\":\"removed\"", "\"name\":\"details.clause\"");
        assertThat(world.records().in(() -> versions.diff(new ContextEntryId(id), 0, 1)))
                .extracting(EntryVersions.FieldDiff::name)
                .contains("title", "body", "category");
    }

    @Test
    void restoresAVersionAsAChangeThatCanBeUndone() {
        var set = world.records().in(() -> versions.restore(new ContextEntryId(id), 1, null));
        var restored = world.records().get("context_entry", id);
        assertThat(restored.title()).isEqualTo("Discounts");
        assertThat(restored.value("body")).asString().contains("15 %");
        assertThat(restored.value("status")).isEqualTo("live");
        world.records().undo(set);
        assertThat(world.records().get("context_entry", id).title()).isEqualTo("Discounts and terms");
        var owner = world.records().actor();
        assertThat(world.post(owner, "/api/v1/context/entries/%s/versions/1/restore".formatted(id), Map.of()))
                .startsWith("200")
                .contains("Version 1 restored");
        assertThat(world.post(owner, "/api/v1/context/entries/%s/versions/9/restore".formatted(id), Map.of()))
                .startsWith("404");
    }

    @Test
    void readsOneEntryAndACategoryAsOfADay() {
        var owner = world.records().actor();
        var today = world.records().in(workspaces::today);
        assertThat(world.get(owner, "/api/v1/context/entries?category=policy&as_of=" + today))
                .contains("Discounts and terms", "\"version\":3", "\"kind\":\"approval\"");
        assertThat(world.get(owner, "/api/v1/context/entries?category=policy&as_of=" + today.minusDays(1)))
                .contains("\"data\":[]");
        assertThat(world.get(owner, "/api/v1/context/entries/%s?as_of=%s".formatted(id, today)))
                .contains("Discounts and terms");
        assertThat(world.get(owner, "/api/v1/context/entries/%s/versions/1".formatted(id)))
                .contains("\"title\":\"Discounts\"");
    }

    @Test
    void comparesTextsOfAnyShape() {
        assertThat(TextDiff.of("", "a\nb"))
                .extracting(line -> line.change().name())
                .containsExactly("ADDED", "ADDED");
        assertThat(TextDiff.of("a\n", "a")).hasSize(2);
        assertThat(TextDiff.of("same", "same")).hasSize(1);
        var lines = TextDiff.of("one two", "one three four");
        assertThat(lines.stream()
                        .filter(line -> line.change() != TextDiff.Change.REMOVED)
                        .flatMap(line -> line.spans().stream())
                        .map(TextDiff.Span::text)
                        .toList())
                .isEqualTo(List.of("one ", "three four"));
    }
}
