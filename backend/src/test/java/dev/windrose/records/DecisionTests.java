package dev.windrose.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.ChangeSetStatus;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class DecisionTests {

    @Autowired
    Changes changes;

    @Autowired
    Decisions decisions;

    @Autowired
    Records records;

    @Autowired
    RecordTrail trail;

    private Actor person;
    private Actor agent;
    private UUID id;

    @BeforeEach
    void aCompanyThatAPersonEntered() {
        person = Workspaces.fresh().owner();
        agent = person.as(ActorKind.AGENT);
        var create = DraftOperation.create("company", Map.of("name", "Harbour", "size", "small"));
        id = create.recordId();
        ActorScope.run(person, () -> changes.apply(draft(create)));
    }

    @Test
    void letsAMachineAskBeforeItOverwritesWhatAPersonEntered() {
        var set = ActorScope.call(
                agent,
                () -> changes.apply(draft(update(Map.of("size", "large", "employee_size", 40)))
                        .askingBeforeOverwriting()));
        assertThat(set.status()).isEqualTo(ChangeSetStatus.PARTLY_APPLIED);
        assertThat(value("size")).isEqualTo("small");
        assertThat(value("employee_size")).isEqualTo(40L);
        var applied = ActorScope.call(person, () -> decisions.apply(set.id(), Set.of()));
        assertThat(applied.status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(value("size")).isEqualTo("large");
    }

    @Test
    void readsRecordsAgainBeforeItAppliesAProposal() {
        var set = ActorScope.call(agent, () -> changes.propose(draft(update(Map.of("size", "large")))));
        assertThat(value("size")).isEqualTo("small");
        ActorScope.run(person, () -> changes.apply(draft(update(Map.of("size", "medium")))));
        var decided = ActorScope.call(person, () -> decisions.apply(set.id(), Set.of()));
        assertThat(decided.operations().getFirst().status()).isEqualTo(OperationStatus.CONFLICT);
        assertThat(decided.operations().getFirst().reason()).contains("Size");
        assertThat(value("size")).isEqualTo("medium");
    }

    @Test
    void refusesAProposalOnce() {
        var set = ActorScope.call(agent, () -> changes.propose(draft(update(Map.of("size", "large")))));
        ActorScope.run(person, () -> {
            assertThat(decisions.refuse(set.id(), "Hearsay").status()).isEqualTo(ChangeSetStatus.REFUSED);
            assertThatThrownBy(() -> decisions.apply(set.id(), Set.of())).isInstanceOf(AppException.class);
        });
        assertThat(value("size")).isEqualTo("small");
    }

    @Test
    void leavesAndNamesWhatSomebodyElseHasChangedSince() {
        var set = ActorScope.call(
                agent, () -> changes.apply(draft(update(Map.of("size", "large", "sub_industry", "ports")))));
        ActorScope.run(person, () -> changes.apply(draft(update(Map.of("size", "huge")))));
        var undo = ActorScope.call(person, () -> decisions.undo(set.id()));
        assertThat(undo.status()).isEqualTo(ChangeSetStatus.PARTLY_APPLIED);
        assertThat(undo.operations().getFirst().reason()).isEqualTo("Changed since: Size.");
        assertThat(value("size")).isEqualTo("huge");
        assertThat(value("sub_industry")).isNull();
    }

    @Test
    void returnsAValueToWhoHadSetIt() {
        var set = ActorScope.call(agent, () -> changes.apply(draft(update(Map.of("size", "large")))));
        ActorScope.run(person, () -> decisions.undo(set.id()));
        var stamp = (Map<?, ?>)
                ActorScope.call(person, () -> trail.provenance("company", id)).get("size");
        assertThat(stamp.get("kind")).isEqualTo("person");
    }

    @Test
    void refusesWrongOperationsSinglyWhenAsked() {
        ChangeSet set = ActorScope.call(
                person,
                () -> changes.apply(ChangeDraft.of(
                                Cause.person(),
                                "",
                                List.of(
                                        DraftOperation.create("company", Map.of("name", "Right")),
                                        DraftOperation.create("company", Map.of("size", "nameless"))))
                        .refusingSingly()));
        assertThat(set.status()).isEqualTo(ChangeSetStatus.PARTLY_APPLIED);
        assertThat(set.operations().getLast().problems().getFirst().field()).isEqualTo("name");
    }

    private static ChangeDraft draft(DraftOperation operation) {
        return ChangeDraft.of(Cause.person(), "", operation);
    }

    private DraftOperation update(Map<String, Object> values) {
        return DraftOperation.update("company", id, values);
    }

    private Object value(String field) {
        return ActorScope.call(person, () -> records.get("company", id)).value(field);
    }
}
