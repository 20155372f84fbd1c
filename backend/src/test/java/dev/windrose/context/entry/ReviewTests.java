package dev.windrose.context.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.ChangeSetQuery;
import dev.windrose.records.change.ChangeSetStatus;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@WindroseTest
class ReviewTests {

    @Autowired
    Changes changes;

    @Autowired
    Decisions decisions;

    private EntryWorld world;
    private Actor mara;
    private RecordWorld asMara;

    @BeforeEach
    void review() {
        world = EntryWorld.fresh();
        mara = world.member("Mara Lind");
        asMara = world.records().as(mara);
        world.reviewed(EntryCategory.BEST_PRACTICE);
    }

    @Test
    void letsAnEditOfALiveEntryWaitForAReviewer() {
        var id = world.faq("Trial", Map.of("status", "live", "body", "14 days"));
        var set = asMara.update("context_entry", id, Map.of("body", "30 days"));
        assertThat(set.status()).isEqualTo(ChangeSetStatus.PROPOSED);
        assertThat(world.records().get("context_entry", id).value("body")).isEqualTo("14 days");
        assertThat(proposed()).extracting(ChangeSet::id).containsExactly(set.id());

        assertThatThrownBy(() -> asMara.in(() -> decisions.apply(set.id(), Set.of())))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_ALLOWED)
                .hasMessageContaining("reviewed by people with the role admin");
        world.records().in(() -> decisions.apply(set.id(), Set.of()));
        assertThat(world.records().get("context_entry", id).value("body")).isEqualTo("30 days");
        assertThat(world.records().get("context_entry", id).version()).isEqualTo(2);
        assertThatThrownBy(() -> asMara.in(() -> decisions.undo(set.id())))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_ALLOWED);
    }

    @Test
    void handsInWhatIsToBecomeLive() {
        var id = EntryWorld.faq(asMara, "Trial", Map.of("status", "live"));
        assertThat(world.status(id)).isEqualTo("in_review");
        var proposal = proposed().getFirst();
        assertThat(proposal.summary()).isEqualTo("Publish Trial");
        assertThatThrownBy(() -> asMara.in(() -> decisions.apply(proposal.id(), Set.of())))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_ALLOWED);
        world.records().in(() -> decisions.apply(proposal.id(), Set.of()));
        assertThat(world.status(id)).isEqualTo("live");
    }

    @Test
    void doesNotPublishWhatWasChangedAfterItWasHandedIn() {
        var id = EntryWorld.faq(asMara, "Trial", Map.of());
        asMara.update("context_entry", id, Map.of("status", "in_review"));
        var proposal = proposed().getFirst();
        asMara.update("context_entry", id, Map.of("body", "Refunds for ever"));
        assertThatThrownBy(() -> world.records().in(() -> decisions.apply(proposal.id(), Set.of())))
                .hasFieldOrPropertyWithValue("code", CommonError.CONFLICT);
        assertThat(world.status(id)).isEqualTo("in_review");
    }

    @Test
    void leavesDraftsToTheirOwnersAndPublishesDirectlyForReviewers() {
        var draft = EntryWorld.faq(asMara, "Trial", Map.of());
        assertThat(asMara.update("context_entry", draft, Map.of("body", "14 days"))
                        .status())
                .isEqualTo(ChangeSetStatus.APPLIED);
        world.records().update("context_entry", draft, Map.of("status", "live"));
        assertThat(world.status(draft)).isEqualTo("live");
        assertThat(proposed()).isEmpty();
    }

    @Test
    void letsDeletingAndMovingIntoAnotherCategoryWaitToo() {
        var id = world.faq("Trial", Map.of("status", "live"));
        assertThat(asMara.apply(Cause.person(), DraftOperation.delete("context_entry", id))
                        .status())
                .isEqualTo(ChangeSetStatus.PROPOSED);
        assertThat(asMara.update("context_entry", id, Map.of("category", "team_rule", "kind", "protocol"))
                        .status())
                .isEqualTo(ChangeSetStatus.PROPOSED);
        assertThat(world.records().get("context_entry", id).binned()).isFalse();
    }

    @Test
    void letsNobodyElseRefuseAProposal() {
        var id = world.faq("Trial", Map.of("status", "live"));
        var set = asMara.update("context_entry", id, Map.of("body", "30 days"));
        var jonas = world.records().as(world.member("Jonas Feld"));
        assertThatThrownBy(() -> jonas.in(() -> decisions.refuse(set.id(), null)))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_ALLOWED);
        assertThat(asMara.in(() -> decisions.refuse(set.id(), "Mistaken")).status())
                .isEqualTo(ChangeSetStatus.REFUSED);
    }

    @Test
    void saysOverHttpThatAChangeWaits() {
        var id = world.faq("Trial", Map.of("status", "live"));
        var body = world.records()
                .workspace()
                .httpOf(mara)
                .patch()
                .uri("/api/v1/context_entries/" + id)
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("body", "30 days"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).contains("\"waits_for_decision\":true");
        assertThat(world.get(mara, "/api/v1/context/categories")).contains("\"reviewer_role\":\"admin\"");
    }

    private List<ChangeSet> proposed() {
        return world.records()
                .in(() -> changes.list(new ChangeSetQuery(ChangeSetStatus.PROPOSED, (UUID) null, null, 10)));
    }
}
