package dev.windrose.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.jobs.JobStatus;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class InboxTests extends InboxWorld {

    @Autowired
    Questions questions;

    @Autowired
    AnswerQuestion answers;

    @Autowired
    Decisions decisions;

    @Autowired
    ReplayMessages replay;

    @Autowired
    Jobs jobs;

    @Test
    void showsEachMessageOnceWithWhatBecameOfIt() {
        in(Workspaces.fresh(), () -> {
            deal("Pellham Rail");
            chat("The weather was lovely today.");
            var written = chat("Pellham Rail is at 45k EUR now.");
            assertThat(all(null)).hasSize(2).first().satisfies(newest -> {
                assertThat(newest.id()).isEqualTo(written);
                assertThat(newest.state()).isEqualTo(InboxState.WRITTEN);
            });
            assertThat(all(InboxState.NOTED)).hasSize(1);
            assertThat(inbox.list(new InboxFilter("email", null, null, null), null, 50)
                            .messages())
                    .isEmpty();
            assertThat(inbox.list(new InboxFilter(null, null, null, "pellham"), null, 50)
                            .messages())
                    .hasSize(1);
            var first = inbox.list(new InboxFilter(null, null, null, null), null, 1);
            assertThat(inbox.list(new InboxFilter(null, null, null, null), first.next(), 1)
                            .messages())
                    .hasSize(1)
                    .doesNotContainAnyElementsOf(first.messages());
        });
    }

    @Test
    void isFoundByWhatHasBecomeOfItAndByItsWords() {
        in(Workspaces.fresh(), () -> {
            deal("Pellham Rail");
            deal("Ostrava Glass");
            var won = chat("Pellham Rail is won, signed today.");
            var lost = chat("Ostrava Glass is lost, they went with another vendor.");
            assertThat(all(InboxState.WAITING)).extracting(InboxMessage::id).containsExactly(lost, won);
            decisions.refuse(waiting(lost), null);
            decisions.apply(waiting(won), Set.of());
            assertThat(all(InboxState.WAITING)).isEmpty();
            assertThat(all(InboxState.WRITTEN)).extracting(InboxMessage::id).contains(won);
            redo.undo(won);
            assertThat(all(InboxState.UNDONE)).extracting(InboxMessage::id).contains(won);
            assertThat(all(InboxState.WRITTEN)).extracting(InboxMessage::id).doesNotContain(won);
            for (var found : List.of("another vendor", "OTHER VEN", "50%", "_")) {
                boolean there = found.toLowerCase(Locale.ROOT).contains("ven");
                assertThat(inbox.list(new InboxFilter(null, null, null, found), null, 50)
                                .messages())
                        .as(found)
                        .hasSize(there ? 1 : 0);
            }
        });
    }

    @Test
    void readsSeveralAgainInTheBackground() {
        in(Workspaces.fresh(), () -> {
            var deal = deal("Pellham Rail");
            var one = chat("Pellham Rail is at 45k EUR now.");
            var two = chat("The weather was lovely today.");
            correct.correct(one, new Correction.Change(about(one, deal), Map.of("deal_amount", 54000)));
            var job = replay.begin(List.of(one, two, one, UUID.randomUUID()));
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (jobs.find(job).orElseThrow().status() != JobStatus.DONE) {
                assertThat(System.nanoTime())
                        .as("still %s", jobs.find(job).orElseThrow())
                        .isLessThan(end);
                Thread.onSpinWait();
            }
            assertThat(String.valueOf(jobs.find(job).orElseThrow().result()))
                    .contains("\"read\":2", "\"of\":3", "no such message");
            assertThat(amount(deal)).startsWith("45000");
            assertThat(all(null)).hasSize(2);
            assertThatThrownBy(() -> replay.begin(List.of())).isInstanceOf(AppException.class);
        });
    }

    private ChangeSetId waiting(UUID message) {
        return sets(message).stream()
                .filter(id -> changes.get(id).operations().stream()
                        .anyMatch(operation -> operation.status() == OperationStatus.WAITING))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsAValueRightInTheNameOfWhoDoes() {
        in(Workspaces.fresh(), () -> {
            var deal = deal("Pellham Rail");
            var message = chat("Pellham Rail is at 45k EUR now.");
            assertThat(amount(deal)).startsWith("45000");
            correct.correct(message, new Correction.Change(about(message, deal), Map.of("deal_amount", 54000)));
            assertThat(amount(deal)).startsWith("54000");
            var correction = changes.get(sets(message).getFirst());
            assertThat(correction.cause()).isEqualTo(Cause.message(message));
            assertThat(correction.person()).isEqualTo(ActorScope.current().person());
        });
    }

    @Test
    void movesAndDropsWhatWasWrittenIntoTheWrongRecord() {
        in(Workspaces.fresh(), () -> {
            var deal = deal("Pellham Rail");
            var other = deal("Oakhurst Clinics");
            var message = chat("Pellham Rail is at 45k EUR now.");
            correct.correct(message, new Correction.Move(about(message, deal), other));
            assertThat(amount(deal)).startsWith("30000");
            assertThat(amount(other)).startsWith("45000");
            correct.correct(message, new Correction.Drop(about(message, other)));
            assertThat(amount(other)).startsWith("30000");
        });
    }

    @Test
    void takesBackWhatAMessageHasLedToWithItsCorrections() {
        in(Workspaces.fresh(), () -> {
            var deal = deal("Pellham Rail");
            var message = chat("Pellham Rail is at 45k EUR now.");
            correct.correct(message, new Correction.Change(about(message, deal), Map.of("deal_amount", 54000)));
            assertThat(redo.undo(message)).isEmpty();
            assertThat(amount(deal)).startsWith("30000");
            assertThat(inbox.get(message).state()).isEqualTo(InboxState.UNDONE);
            assertThatThrownBy(() -> redo.undo(message)).isInstanceOf(AppException.class);
        });
    }

    @Test
    void readsAMessageAgainInPlaceOfWhatItHadLedTo() {
        in(Workspaces.fresh(), () -> {
            var deal = deal("Pellham Rail");
            var message = chat("Pellham Rail is at 45k EUR now.");
            correct.correct(message, new Correction.Change(about(message, deal), Map.of("deal_amount", 54000)));
            redo.replay(message, null, false);
            assertThat(amount(deal)).startsWith("45000");
            assertThat(all(null)).hasSize(1).first().satisfies(only -> assertThat(only.id())
                    .isEqualTo(message));
        });
    }

    @Test
    void goesOnWithTheMessageOnceItsQuestionIsAnswered() {
        in(Workspaces.fresh(), () -> {
            add("company", Map.of("name", "Marlowe Freight"));
            var dental = add("company", Map.of("name", "Marlowe Dental"));
            var message = chat("Had a call with Marlowe today, they love the new planner.");
            assertThat(inbox.get(message).state()).isEqualTo(InboxState.ASKED);
            var question = questions.open().getFirst();
            assertThat(question.options()).hasSize(2);
            answers.of(question.id(), "marlowe dental");
            assertThat(questions.open()).isEmpty();
            assertThat(questions.get(question.id()).answer()).isEqualTo("Marlowe Dental");
            assertThat(inbox.get(message).state()).isEqualTo(InboxState.WRITTEN);
            assertThat(records.query(RecordQuery.of("interaction")))
                    .allSatisfy(note -> assertThat(note.reference("company_id")).isEqualTo(dental));
            assertThatThrownBy(() -> answers.of(question.id(), "Marlowe Freight"))
                    .hasMessageContaining("has been answered");
        });
    }

    @Test
    void asksNoMoreWhereNothingFits() {
        in(Workspaces.fresh(), () -> {
            add("company", Map.of("name", "Marlowe Freight"));
            add("company", Map.of("name", "Marlowe Dental"));
            var message = chat("Marlowe pushed to end of June");
            questions.noneFits(questions.open().getFirst().id());
            assertThat(questions.open()).isEmpty();
            assertThat(inbox.get(message).state()).isNotEqualTo(InboxState.ASKED);
        });
    }

    @Test
    void oneWorkspaceKnowsNothingOfAnother() {
        var message = new UUID[1];
        in(Workspaces.fresh(), () -> message[0] = chat("Pellham Rail is at 45k EUR now."));
        in(Workspaces.fresh(), () -> {
            assertThat(all(null)).isEmpty();
            assertThatThrownBy(() -> inbox.get(message[0])).isInstanceOf(AppException.class);
        });
    }

    @Test
    void aViewerReadsAndChangesNothing() {
        var workspace = Workspaces.fresh();
        var message = new UUID[1];
        in(workspace, () -> message[0] = chat("Pellham Rail is at 45k EUR now."));
        var viewer = workspace.httpAs(Role.VIEWER);
        viewer.get().uri("/api/v1/intake/messages").exchange().expectStatus().isOk();
        viewer.get()
                .uri("/api/v1/intake/messages/" + message[0])
                .exchange()
                .expectStatus()
                .isOk();
        viewer.post()
                .uri("/api/v1/intake/messages/" + message[0] + "/undo")
                .exchange()
                .expectStatus()
                .isForbidden();
        viewer.post()
                .uri("/api/v1/intake/messages/" + message[0] + "/replay")
                .exchange()
                .expectStatus()
                .isForbidden();
        workspace
                .http()
                .get()
                .uri("/api/v1/intake/messages?cursor=nonsense")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
