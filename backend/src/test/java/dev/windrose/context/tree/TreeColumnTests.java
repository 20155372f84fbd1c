package dev.windrose.context.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.entry.Categories;
import dev.windrose.context.entry.CategorySettings;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.platform.Role;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The columns of the brief and the nodes say the same, whichever is written. */
@WindroseTest
class TreeColumnTests {

    private static final String NARRATIVE = "Water is paid for that nobody finds.\n\nEvery litre is accounted for.";

    private static UUID tree(RecordWorld world) {
        return world.create(
                "message_tree",
                Map.of(
                        "headline", "Know where every litre goes",
                        "founding_narrative", NARRATIVE,
                        "value_props", List.of("Installed in an hour", "No pipe is cut", "Calibrates itself"),
                        "demonstrable_value", List.of("Leaks found within the first week in two plants of three"),
                        "technical_specs",
                                List.of(
                                        "DN 15 to DN 600",
                                        Map.of("name", "Protocols", "values", List.of("Modbus", "MQTT")))));
    }

    private static List<RecordData> nodes(RecordWorld world, UUID tree, String kind) {
        return world.in(() -> Workspaces.bean(Records.class)
                .query(RecordQuery.of("context_entry")
                        .where(Filter.and(Filter.is("tree_id", tree.toString()), Filter.is("kind", kind)))
                        .sortedBy("position")));
    }

    private static List<String> titles(RecordWorld world, UUID tree, String kind) {
        return nodes(world, tree, kind).stream().map(RecordData::title).toList();
    }

    @Test
    void aNewTreeGetsItsNodesInTheSameChangeSet() {
        var world = RecordWorld.fresh();
        var tree = tree(world);
        assertThat(titles(world, tree, "headline")).containsExactly("Know where every litre goes");
        assertThat(titles(world, tree, "problem")).containsExactly("Water is paid for that nobody finds.");
        assertThat(titles(world, tree, "change")).containsExactly("Every litre is accounted for.");
        assertThat(titles(world, tree, "value_prop"))
                .containsExactly("Installed in an hour", "No pipe is cut", "Calibrates itself");
        assertThat(titles(world, tree, "technical_spec")).containsExactly("DN 15 to DN 600", "Protocols");
        var record = world.get("message_tree", tree);
        assertThat(record.version()).isEqualTo(1);
        assertThat(record.value("founding_narrative")).isEqualTo(NARRATIVE);
        assertThat(record.value("technical_specs"))
                .isEqualTo(
                        List.of("DN 15 to DN 600", Map.of("name", "Protocols", "values", List.of("Modbus", "MQTT"))));
        var headline = nodes(world, tree, "headline").getFirst();
        assertThat(nodes(world, tree, "value_prop"))
                .allMatch(node -> headline.id().equals(node.value("parent_id")) && "live".equals(node.value("status")));
    }

    @Test
    void aWrittenColumnChangesNodesAndAnUndoBringsThemBack() {
        var world = RecordWorld.fresh();
        var tree = tree(world);
        var before = nodes(world, tree, "value_prop");
        var set = world.update(
                "message_tree",
                tree,
                Map.of(
                        "value_props",
                        List.of("Calibrates itself", "Installed in half an hour", "Works without power")));
        var after = nodes(world, tree, "value_prop");
        assertThat(after.stream().map(RecordData::title))
                .containsExactly("Calibrates itself", "Installed in half an hour", "Works without power");
        assertThat(after.get(0).id()).isEqualTo(before.get(2).id());
        assertThat(after.get(1).id()).isEqualTo(before.get(0).id());
        assertThat(before.stream().map(RecordData::id))
                .doesNotContain(after.get(2).id());
        world.undo(set);
        assertThat(titles(world, tree, "value_prop"))
                .containsExactly("Installed in an hour", "No pipe is cut", "Calibrates itself");
        assertThat(world.get("message_tree", tree).value("value_props"))
                .isEqualTo(List.of("Installed in an hour", "No pipe is cut", "Calibrates itself"));
    }

    @Test
    void aChangedNodeIsInTheColumnAtOnceAndItsUndoStumblesOverNoOtherNode() {
        var world = RecordWorld.fresh();
        var tree = tree(world);
        var props = nodes(world, tree, "value_prop");
        var first = world.update("context_entry", props.get(0).id(), Map.of("title", "Installed in minutes"));
        world.update("context_entry", props.get(1).id(), Map.of("title", "No pipe is ever cut"));
        assertThat(world.get("message_tree", tree).value("value_props"))
                .isEqualTo(List.of("Installed in minutes", "No pipe is ever cut", "Calibrates itself"));
        var undo = world.undo(first);
        assertThat(undo.operations()).allMatch(operation -> operation.reason() == null);
        assertThat(world.get("message_tree", tree).value("value_props"))
                .isEqualTo(List.of("Installed in an hour", "No pipe is ever cut", "Calibrates itself"));
        world.update("context_entry", props.get(2).id(), Map.of("sensitivity", "confidential"));
        assertThat(world.get("message_tree", tree).value("value_props"))
                .isEqualTo(List.of("Installed in an hour", "No pipe is ever cut"));
    }

    @Test
    void aConfidentialNodeSurvivesAWriteOfItsColumn() {
        var world = RecordWorld.fresh();
        var tree = tree(world);
        var secret = nodes(world, tree, "value_prop").get(1);
        world.update("context_entry", secret.id(), Map.of("sensitivity", "confidential"));
        world.update("message_tree", tree, Map.of("value_props", List.of()));
        assertThat(titles(world, tree, "value_prop")).containsExactly("No pipe is cut");
    }

    @Test
    void keepsLongTextsAndOtherShapesWhole() {
        var world = RecordWorld.fresh();
        String longText =
                "A sensor that drifts costs more than none. ".repeat(30).strip();
        var shapes = Arrays.asList(
                longText, "First line\nsecond line", 42, List.of("a", "b"), Map.of("x", 1, "y", true), null, " ");
        var tree = world.create(
                "message_tree",
                Map.of("headline", "Trust the number", "founding_narrative", longText, "demonstrable_value", shapes));
        var record = world.get("message_tree", tree);
        assertThat(record.value("founding_narrative")).isEqualTo(longText);
        assertThat(record.value("demonstrable_value"))
                .isEqualTo(
                        List.of(longText, "First line\nsecond line", 42, List.of("a", "b"), Map.of("x", 1, "y", true)));
        assertThat(nodes(world, tree, "demonstrable_value")).hasSize(5);
    }

    @Test
    void nodesGoIntoTheBinWithTheirTreeAndComeBackWithIt() {
        var world = RecordWorld.fresh();
        var tree = tree(world);
        world.apply(Cause.person(), DraftOperation.delete("message_tree", tree));
        assertThat(nodes(world, tree, "value_prop")).isEmpty();
        world.apply(Cause.person(), DraftOperation.restore("message_tree", tree));
        assertThat(nodes(world, tree, "value_prop")).hasSize(3);
    }

    @Test
    void showsBeforehandWhichNodesAColumnWouldChange() {
        var world = RecordWorld.fresh();
        var tree = tree(world);
        var draft = ChangeDraft.of(
                Cause.person(),
                "",
                DraftOperation.update("message_tree", tree, Map.of("headline", "Every litre counts")));
        var preview = world.in(() -> Workspaces.bean(Changes.class).preview(draft));
        assertThat(preview.operations().stream().map(operation -> operation.recordType()))
                .containsExactly("message_tree", "context_entry");
        assertThat(titles(world, tree, "headline")).containsExactly("Know where every litre goes");
    }

    @Test
    void aColumnWaitsWithItsNodesWhereTheyAreReviewed() {
        var world = RecordWorld.fresh();
        var tree = tree(world);
        var before = List.of("Installed in an hour", "No pipe is cut", "Calibrates itself");
        var after = List.of("Installed in half an hour", "No pipe is cut", "Calibrates itself");
        world.in(() -> Workspaces.bean(Categories.class)
                .change(new CategorySettings(EntryCategory.MESSAGE_TREE, true, Role.ADMIN, null, null)));
        var set = world.as(world.actor().in(Role.MEMBER)).update("message_tree", tree, Map.of("value_props", after));
        assertThat(set.operations()).anyMatch(operation -> operation.status() == OperationStatus.WAITING);
        assertThat(world.get("message_tree", tree).value("value_props")).isEqualTo(before);
        world.in(() -> Workspaces.bean(Decisions.class).apply(set.id(), Set.of()));
        assertThat(titles(world, tree, "value_prop")).isEqualTo(after);
        assertThat(world.get("message_tree", tree).value("value_props")).isEqualTo(after);
    }
}
