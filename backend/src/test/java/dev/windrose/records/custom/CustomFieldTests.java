package dev.windrose.records.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class CustomFieldTests {

    private RecordWorld world;

    @BeforeEach
    void start() {
        world = RecordWorld.fresh();
    }

    @Test
    void keepsValuesOfEveryKind() {
        Map<String, FieldKind> kinds = new LinkedHashMap<>();
        for (var kind : FieldKind.values()) {
            if (kind != FieldKind.JSON) {
                define("c_" + kind.wire(), kind);
                kinds.put("c_" + kind.wire(), kind);
            }
        }
        UUID other = world.create("company", Map.of("name", "Nordlicht"));
        Map<String, Object> values = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> values.put(name, value(kind, other)));
        values.put("name", "Südwind");
        var id = world.create("company", values);

        var record = world.get("company", id);
        assertThat(record.values()).containsAllEntriesOf(values);
        assertThat(record.refs().get("c_reference").getFirst().title()).isEqualTo("Nordlicht");

        var emptied = new LinkedHashMap<String, Object>();
        kinds.keySet().forEach(name -> emptied.put(name, null));
        var update = world.update("company", id, emptied);
        assertThat(world.get("company", id).values())
                .doesNotContainKeys(kinds.keySet().toArray(String[]::new));
        world.undo(update);
        assertThat(world.get("company", id).values()).containsAllEntriesOf(values);
    }

    @Test
    void tellsHistoryAndSourceOfACustomField() {
        define("c_score", FieldKind.INTEGER);
        var id = world.create("company", Map.of("name", "Nordlicht", "c_score", 4));
        world.update("company", id, Map.of("c_score", 7));
        var trail = Workspaces.bean(RecordTrail.class);
        var entry =
                world.in(() -> trail.history("company", id, Long.MAX_VALUE, 10)).getFirst();
        assertThat(entry)
                .containsEntry("previous_values", Map.of("c_score", 4))
                .containsEntry("summary", "Score changed from 4 to 7");
        assertThat(world.in(() -> trail.provenance("company", id))).containsKey("c_score");
    }

    @Test
    void leavesFieldsThatAreNotWritten() {
        define("c_one", FieldKind.TEXT);
        define("c_two", FieldKind.TEXT);
        var id = world.create("company", Map.of("name", "Nordlicht", "c_one", "first", "c_two", "second"));
        world.update("company", id, Map.of("c_one", "changed"));
        assertThat(world.get("company", id).values())
                .containsEntry("c_one", "changed")
                .containsEntry("c_two", "second");
        var shown = world.in(() -> Workspaces.bean(Records.class).query(RecordQuery.of("company")))
                .getFirst();
        assertThat(shown.values()).containsEntry("c_two", "second");
    }

    @Test
    void showsFieldsToTheirWorkspaceOnly() {
        define("c_one", FieldKind.TEXT);
        var descriptors = Workspaces.bean(Descriptors.class);
        assertThat(world.in(() -> descriptors.get("company")).fields()).containsKey("c_one");
        assertThat(RecordWorld.fresh().in(() -> descriptors.get("company")).fields())
                .doesNotContainKey("c_one");
        assertThat(descriptors.get("company").fields()).doesNotContainKey("c_one");
    }

    @Test
    void writesCreatesAndUpdatesOfManyRecordsAtOnce() {
        define("c_one", FieldKind.TEXT);
        var first = DraftOperation.create("company", Map.of("name", "A", "c_one", "x"));
        var second = DraftOperation.create("company", Map.of("name", "B"));
        world.apply(Cause.person(), first, second);
        world.apply(
                Cause.person(),
                DraftOperation.update("company", first.recordId(), Map.of("c_one", "y")),
                DraftOperation.update("company", second.recordId(), Map.of("c_one", "z")));
        assertThat(world.get("company", first.recordId()).value("c_one")).isEqualTo("y");
        assertThat(world.get("company", second.recordId()).value("c_one")).isEqualTo("z");
    }

    @Test
    void offersChoicesThatTheWorkspaceHasAdded() {
        save(definition("stage", "deal", null, List.of(new ChoiceOption("pilot", "Pilot", "blue"))));
        Descriptor deal = world.in(() -> Workspaces.bean(Descriptors.class).get("deal"));
        assertThat(deal.fields().get("stage").choice("pilot")).isPresent();
    }

    private void define(String name, FieldKind kind) {
        save(definition(name, "company", kind, List.of(new ChoiceOption("red", "Red", "red"))));
    }

    private void save(FieldDefinition field) {
        ActorScope.run(
                world.actor(), () -> Workspaces.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    Workspaces.bean(DefinitionStore.class).save(field);
                    Workspaces.bean(Descriptors.class).changed();
                }));
    }

    private static FieldDefinition definition(String name, String type, FieldKind kind, List<ChoiceOption> choices) {
        boolean refers = kind == FieldKind.REFERENCE || kind == FieldKind.REFERENCES;
        return new FieldDefinition(
                Ids.next(),
                type,
                name,
                name.equals("c_score") ? "Score" : name,
                kind,
                false,
                false,
                null,
                choices,
                refers ? "company" : null,
                null,
                null,
                null,
                "",
                "",
                false,
                false,
                0,
                Instant.parse("2026-01-01T00:00:00Z"),
                null);
    }

    private Object value(FieldKind kind, UUID company) {
        return switch (kind) {
            case TEXT, LONG_TEXT, PHONE -> "Text";
            case INTEGER -> 12L;
            case NUMBER -> new BigDecimal("12.25");
            case SCORE -> new BigDecimal("99.5");
            case MONEY -> new Money(new BigDecimal("1200.50"), "EUR");
            case DATE -> LocalDate.of(2026, 3, 31);
            case INSTANT -> Instant.parse("2026-03-31T09:30:00Z");
            case BOOLEAN -> true;
            case CHOICE -> "red";
            case MULTI_CHOICE -> List.of("red");
            case REFERENCE -> company;
            case REFERENCES -> List.of(company);
            case EMAIL -> "ada@windrose.example";
            case URL -> "https://windrose.example";
            case COUNTRY -> "DE";
            case PERSON -> world.actor().person().value();
            case JSON -> Map.of();
        };
    }
}
