package dev.windrose.context.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class UseTests {

    private static final String SAID = "Leaks found within the first week in two plants of three";

    @Autowired
    Uses uses;

    @Autowired
    OutdatedUses outdated;

    @Autowired
    SettleUses settle;

    private RecordWorld world;
    private UUID company;
    private UUID proof;

    @BeforeEach
    void plant() {
        world = RecordWorld.fresh();
        company = world.create("company", Map.of("name", "Corvane Chemicals"));
        var tree = world.create("message_tree", Map.of("headline", "Know where every litre goes"));
        proof = world.create(
                "context_entry",
                Map.of(
                        "category",
                        "message_tree",
                        "kind",
                        "demonstrable_value",
                        "title",
                        SAID,
                        "tree_id",
                        tree,
                        "status",
                        "live",
                        "details",
                        Map.of("citation", "granted")));
    }

    private UUID mail(String day, String body) {
        return world.create(
                "interaction",
                Map.of(
                        "company_id",
                        company,
                        "interaction_type",
                        "email",
                        "date",
                        day,
                        "subject",
                        "Our call",
                        "body",
                        body));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private List<Use> found() {
        return world.in(() -> uses.of(proof));
    }

    @Test
    void findsWhatMailsSayAndWhatCameOfIt() throws Exception {
        var first = mail("2026-03-02", "Dear Ann,\nleaks found within the first week, in two plants of three!");
        mail("2026-03-09", "Thank you, that is what we need.");
        mail("2026-05-20", "Is anybody there?");
        world.create(
                "deal",
                Map.of(
                        "company_id",
                        company,
                        "stage",
                        "won",
                        "deal_amount",
                        42_000,
                        "deal_amount_currency",
                        "EUR",
                        "deal_signing_date",
                        "2026-04-01"));
        world.create(
                "deal",
                Map.of("company_id", company, "stage", "won", "deal_amount", 7_000, "deal_signing_date", "2026-01-15"));
        await(() -> found().size() == 1);
        assertThat(found().getFirst().in().recordId()).isEqualTo(first);
        assertThat(found().getFirst().exact()).isTrue();
        var counts = world.in(() -> uses.counts(List.of(proof))).get(proof);
        assertThat(counts).isEqualTo(new UseCounts(1, 1, 1, 1, 0, 1, 1, Map.of("EUR", 4_200_000L)));
        world.update("interaction", first, Map.of("body", "Dear Ann, we found leaks."));
        await(() -> found().isEmpty());
    }

    @Test
    void listsWhatIsOutWithWordsThatNoLongerHold() throws Exception {
        mail("2026-03-02", SAID);
        await(() -> found().size() == 1);
        assertThat(world.in(outdated::all)).isEmpty();
        world.update(
                "context_entry", proof, Map.of("title", "Leaks found within the first week in four plants of five"));
        var changed = world.in(outdated::all).getFirst();
        assertThat(changed.reason()).isEqualTo("changed");
        assertThat(changed.oldText()).isEqualTo(SAID);
        assertThat(changed.newText()).isEqualTo("Leaks found within the first week in four plants of five");
        world.update("context_entry", proof, Map.of("details", Map.of("citation", "refused")));
        assertThat(world.in(outdated::all).getFirst().reason()).isEqualTo("permission");
        world.in(() -> {
            uses.close(changed.use().id());
            return null;
        });
        assertThat(world.in(outdated::all)).isEmpty();
    }

    @Test
    void anEndedProofIsListedAndWhatNobodyMaySeeIsNot() throws Exception {
        var mail = mail("2026-03-02", SAID);
        await(() -> found().size() == 1);
        var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        world.update("context_entry", proof, Map.of("effective_to", yesterday));
        var ended = world.in(outdated::all).getFirst();
        assertThat(ended.reason()).isEqualTo("expired");
        assertThat(ended.newText()).isNull();
        world.apply(Cause.person(), DraftOperation.delete("interaction", mail));
        await(() -> found().isEmpty());
    }

    @Test
    void keepsUsesOutsideOnceForEachPlace() {
        var deck = UsedIn.outside("deck", "Autumn deck", "https://decks.example/autumn");
        world.in(() -> uses.record(proof, null, deck, company, null));
        world.in(() -> uses.record(proof, null, deck, company, null));
        assertThat(found()).hasSize(1);
        assertThat(found().getFirst().words()).isEqualTo(SAID);
    }

    private void settle(Use use, String as, String why) {
        world.in(() -> {
            settle.settle(use.id(), as, why);
            return null;
        });
    }

    @Test
    void whatIsLeftWithAReasonComesBackWhenTheMessageChangesAgain() {
        var deck = UsedIn.outside("deck", "Autumn deck", null);
        var use = world.in(() -> uses.record(proof, null, deck, company, null));
        world.update("context_entry", proof, Map.of("title", "Leaks found in four plants of five"));
        assertThatThrownBy(() -> settle(use, "left", " ")).hasMessageContaining("why");
        settle(use, "left", "The deck is of last year and says so.");
        assertThat(world.in(outdated::all)).isEmpty();
        assertThat(found().getFirst().out()).isTrue();
        var settled = world.in(settle::all).getFirst();
        assertThat(settled.why()).isEqualTo("The deck is of last year and says so.");
        assertThat(settled.by()).isNotNull();
        world.update("context_entry", proof, Map.of("title", "Leaks found in nine plants of ten"));
        assertThat(world.in(outdated::all)).hasSize(1);
        settle(use, "corrected", null);
        assertThat(world.in(outdated::all)).isEmpty();
        assertThat(found().getFirst().out()).isFalse();
        world.in(() -> {
            settle.reopen(use.id());
            return null;
        });
        assertThat(world.in(outdated::all)).hasSize(1);
        assertThat(world.in(settle::all)).isEmpty();
    }

    @Test
    void countsOnlyWhereAnAccountIsKnown() {
        world.in(() -> uses.record(proof, null, UsedIn.outside("deck", "Autumn deck", null), null, null));
        world.in(() -> uses.record(proof, null, UsedIn.outside("call", "Call", null), company, null));
        assertThat(world.in(() -> uses.counts(List.of(proof))).get(proof))
                .isEqualTo(new UseCounts(2, 2, 1, 1, 1, 0, 0, Map.of()));
        assertThat(world.in(() -> uses.toldTo(company, List.of(proof)))).hasSize(1);
    }
}
