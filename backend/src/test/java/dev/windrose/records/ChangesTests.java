package dev.windrose.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSetStatus;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class ChangesTests {

    @Autowired
    Changes changes;

    @Autowired
    Decisions decisions;

    @Autowired
    Records records;

    @Test
    void tellsOfEachChangeHowMuchItMatters() {
        var world = RecordWorld.fresh();
        var deal = world.create("deal", Map.of("name", "Elan pumps", "next_step", "Call"));
        world.update("deal", deal, Map.of("next_step", "Write"));
        world.update("deal", deal, Map.of("stage", "proposal", "next_step", "Meet"));
        var history = world.in(() -> Workspaces.bean(RecordTrail.class).history("deal", deal, Long.MAX_VALUE, 10));
        assertThat(history).extracting(entry -> entry.get("change_type")).containsExactly("MAJOR", "MINOR", "MAJOR");
        assertThat(history)
                .extracting(entry -> entry.get("change_category"))
                .containsExactly("DEAL_STAGE", "DEAL_NEXT_STEP", "DEAL_CREATED");
        assertThat(history.get(1))
                .containsEntry("version", 2L)
                .containsEntry("source", "person")
                .containsEntry("user_name", world.actor().name())
                .containsEntry("changed_fields", List.of("next_step"))
                .containsEntry("previous_values", Map.of("next_step", "Call"))
                .containsEntry("summary", "Next step changed from Call to Write")
                .containsEntry("vector_searchable_text", "Deal Elan pumps: Next step changed from Call to Write");
    }

    @Test
    void createsUpdatesAndUndoes() {
        ActorScope.run(Workspaces.fresh().owner(), () -> {
            var parent = DraftOperation.create("company", Map.of("name", "Élan Group"));
            var child = DraftOperation.create(
                    "company",
                    Map.of(
                            "name",
                            "Elan Retail",
                            "parent_company",
                            parent.recordId(),
                            "revenue",
                            Map.of("amount", 1250000.5, "currency", "eur"),
                            "customer_state",
                            "exploring",
                            "employee_size",
                            40));
            var created = changes.apply(ChangeDraft.of(Cause.person(), "Add a group", child, parent));
            assertThat(created.status()).isEqualTo(ChangeSetStatus.APPLIED);
            var group = records.get("company", parent.recordId());
            assertThat(group.value("child_companies")).isEqualTo(List.of(child.recordId()));
            var retail = records.get("company", child.recordId());
            assertThat(retail.refs().get("parent_company").getFirst().title()).isEqualTo("Élan Group");
            assertThat(retail.value("company_hierarchy")).isNotNull();

            var update = changes.apply(ChangeDraft.of(
                    Cause.person(),
                    "Grow",
                    DraftOperation.update(
                                    "company",
                                    child.recordId(),
                                    Map.of("employee_size", 50, "customer_state", "buying"))
                            .basedOn(1)));
            assertThat(records.get("company", child.recordId()).value("employee_size"))
                    .isEqualTo(50L);
            var undo = decisions.undo(update.id());
            assertThat(records.get("company", child.recordId()).value("customer_state"))
                    .isEqualTo("exploring");
            decisions.undo(undo.id());
            assertThat(records.get("company", child.recordId()).value("customer_state"))
                    .isEqualTo("buying");
            decisions.undo(created.id());
            assertThat(records.get("company", parent.recordId()).binned()).isTrue();
        });
    }

    @Test
    void pagesWithEmptyValuesLastInBothDirections() {
        ActorScope.run(Workspaces.fresh().owner(), () -> {
            var draft = IntStream.range(0, 25)
                    .mapToObj(n -> DraftOperation.create(
                            "company",
                            n % 3 == 0 ? Map.of("name", "C" + n) : Map.of("name", "C" + n, "employee_size", n)))
                    .toList();
            changes.apply(ChangeDraft.of(Cause.person(), "Many", draft));
            for (String sort : List.of("employee_size", "-employee_size", "name", "-updated_at")) {
                var seen = new ArrayList<Object>();
                var query = RecordQuery.of("company").sortedBy(sort).limit(7).counted();
                var page = records.page(query);
                page.data().forEach(row -> seen.add(row.id()));
                assertThat(page.total()).isEqualTo(25);
                while (page.nextCursor() != null) {
                    page = records.page(query.after(page.nextCursor()));
                    page.data().forEach(row -> seen.add(row.id()));
                }
                assertThat(seen).doesNotHaveDuplicates().hasSize(25);
            }
            assertThat(records.query(RecordQuery.of("company").where(Filter.is("name", "c7"))))
                    .hasSize(1);
        });
    }
}
