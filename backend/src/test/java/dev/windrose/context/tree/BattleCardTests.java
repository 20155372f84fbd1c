package dev.windrose.context.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.context.tree.BattleCard.Line;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class BattleCardTests {

    @Autowired
    BattleCards cards;

    @Autowired
    FitAccount fit;

    @Autowired
    Changes changes;

    @Autowired
    AccessRules rules;

    @Test
    void showsWhatWasLoggedAndDraftsACardOfIt() {
        var world = RecordWorld.fresh();
        var rival = world.create("competitor", Map.of("name", "Northgate Metering", "strengths", "Cheaper to buy."));
        var company = world.create("company", Map.of("name", "Corvane Chemicals"));
        var objection = world.create(
                "objection",
                Map.of(
                        "company_id",
                        company,
                        "category",
                        "price",
                        "competitor",
                        "Northgate Metering",
                        "text",
                        "Northgate offers a cheaper meter.",
                        "status",
                        "answered",
                        "response",
                        "Theirs needs a pipe cut."));
        world.create("objection", Map.of("company_id", company, "text", "We have no time.", "status", "open"));
        var won = deal(world, company, rival, "won", 40_000, "EUR", null);
        deal(world, company, rival, "won", 2_500, "USD", null);
        var lost = deal(world, company, rival, "lost", 9_000, "EUR", "Price");
        deal(world, company, null, "lost", 1_000, "EUR", "Timing");

        var card = world.in(() -> cards.of(rival));
        assertThat(card.card()).isNull();
        assertThat(card.objections()).extracting(found -> found.id()).containsExactly(objection);
        assertThat(card.won().count()).isEqualTo(2);
        assertThat(card.won().amounts())
                .hasEntrySatisfying("EUR", amount -> assertThat(amount).isEqualByComparingTo(new BigDecimal("40000")))
                .containsKey("USD");
        assertThat(card.won().deals()).extracting(ref -> ref.id()).contains(won);
        assertThat(card.lost().reasons()).extracting(Line::text).containsExactly("Price");
        assertThat(card.proposal().strengths())
                .extracting(Line::text)
                .containsExactly("Cheaper to buy.", "Northgate offers a cheaper meter.", "Price");
        assertThat(card.proposal().strengths().getLast().records().getFirst().id())
                .isEqualTo(lost);
        assertThat(card.proposal().answers()).extracting(Line::text).containsExactly("Theirs needs a pipe cut.");

        world.in(() -> changes.apply(cards.draft(rival)));
        var written = world.in(() -> cards.of(rival)).card();
        assertThat(written).isNotNull();
        assertThat(written.value("status")).isEqualTo("draft");
        assertThat(String.valueOf(written.value("body"))).contains("objection " + objection);
        assertThatThrownBy(() -> world.in(() -> cards.draft(rival)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> world.create(
                        "context_entry",
                        Map.of(
                                "category",
                                "best_practice",
                                "kind",
                                "battle_card",
                                "title",
                                "Second",
                                "details",
                                Map.of("competitor_id", rival.toString()))))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("is the card for this competitor");
    }

    private static UUID deal(
            RecordWorld world, UUID company, UUID rival, String stage, int amount, String currency, String reason) {
        var values = new java.util.HashMap<String, Object>(Map.of(
                "name",
                "Deal " + amount,
                "company_id",
                company,
                "stage",
                stage,
                "deal_amount",
                amount,
                "deal_amount_currency",
                currency));
        if (rival != null) {
            values.put("competitors", List.of(rival));
        }
        if (reason != null) {
            values.put("lost_reason", reason);
        }
        return world.create("deal", values);
    }

    @Test
    void inventsNothingAboutACompetitorOfWhomNothingIsKnown() {
        var world = RecordWorld.fresh();
        var rival = world.create("competitor", Map.of("name", "Valvera Systems"));
        assertThat(world.in(() -> cards.of(rival)).proposal().saysNothing()).isTrue();
        assertThatThrownBy(() -> world.in(() -> cards.draft(rival)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("Nothing is logged about Valvera Systems");
    }

    @Test
    void tellsWhenInWhichStageAndInWhichWordsAnObjectionWasRaised() {
        var world = RecordWorld.fresh();
        var rival = world.create("competitor", Map.of("name", "Northgate Metering"));
        var company = world.create("company", Map.of("name", "Corvane Chemicals"));
        var other = world.create("company", Map.of("name", "Northgate Bakery"));
        var deal = world.create(
                "deal",
                Map.of("name", "Pilot", "company_id", company, "stage", "proposal", "competitors", List.of(rival)));
        var objection = DraftOperation.create(
                        "objection",
                        Map.of(
                                "company_id", company,
                                "deal_id", deal,
                                "text", "Northgate is cheaper.",
                                "status", "answered",
                                "response", "Theirs needs a pipe cut."))
                .because(Evidence.quote("northgate quoted us 20 % less", 0, 29), 0.9);
        var call = DraftOperation.create(
                "interaction",
                Map.of(
                        "company_id", company,
                        "deal_id", deal,
                        "subject", "Price call",
                        "date", "2026-03-02",
                        "body", "Long talk. They hold an offer of Northgate in hand. We meet again."));
        world.apply(Cause.message("m-1"), call, objection);
        world.create("objection", Map.of("company_id", company, "deal_id", deal, "text", "Northgate is cheaper"));
        world.create("objection", Map.of("company_id", other, "text", "Northgate Bakery has no budget."));
        world.create(
                "interaction",
                Map.of(
                        "company_id",
                        other,
                        "subject",
                        "Visit",
                        "body",
                        "Northgate is a fine bakery.",
                        "date",
                        "2026-03-02"));
        world.update("deal", deal, Map.of("stage", "won"));

        var card = world.in(() -> cards.of(rival));
        assertThat(card.raised()).hasSize(1);
        var raised = card.raised().getFirst();
        assertThat(raised.times()).hasSize(2).allSatisfy(time -> assertThat(time.stage())
                .isEqualTo("proposal"));
        var first = raised.times().getLast();
        assertThat(first.dealState()).isEqualTo("won");
        assertThat(first.quote()).isNotNull();
        assertThat(first.quote().text()).isEqualTo("northgate quoted us 20 % less");
        assertThat(first.quote().in()).isNotNull();
        assertThat(first.quote().in().id()).isEqualTo(call.recordId());
        assertThat(card.mentions().count()).isEqualTo(1);
        assertThat(card.mentions().shown().getFirst().quote()).isEqualTo("They hold an offer of Northgate in hand.");
        assertThat(card.trend().recent()).isEqualTo(2);
        assertThat(card.trend().months()).hasSize(12);
        assertThat(card.trend().months().getLast().count()).isEqualTo(2);
        assertThat(card.answers().getFirst().won()).extracting(ref -> ref.id()).containsExactly(deal);
        assertThat(card.won().count()).isEqualTo(1);

        var listed = world.in(cards::all).getFirst();
        assertThat(listed.objections()).isEqualTo(2);
        assertThat(listed.won()).isEqualTo(1);
        assertThat(listed.heard()).isNotNull();
    }

    @Test
    void namesLiveMessagesAndQuestionsThatAnswer() {
        var world = RecordWorld.fresh();
        var rival = world.create("competitor", Map.of("name", "Northgate Metering"));
        var flow = world.create("product", Map.of("name", "Tideline Flow"));
        world.create(
                "message_tree",
                Map.of(
                        "headline",
                        "Know every litre",
                        "product_id",
                        flow,
                        "value_props",
                        List.of("No pipe is cut"),
                        "demonstrable_value",
                        List.of("Cutting no pipe saves a day of standstill")));
        world.create(
                "objection",
                Map.of("competitor", "Northgate", "text", "Northgate says that cutting a pipe costs only a day."));
        faq(world, "How does a clamp compare with a meter of Northgate Metering?", "live");
        faq(world, "Does cutting the pipe take a day?", "live");
        faq(world, "Do you compare with Northgate Metering?", "draft");
        faq(world, "Where is your office?", "live");
        var card = world.in(() -> cards.of(rival));
        assertThat(card.messages().getFirst().proof()).isTrue();
        assertThat(card.messages().getFirst().entry().title()).isEqualTo("Cutting no pipe saves a day of standstill");
        assertThat(card.messages())
                .extracting(message -> message.entry().title())
                .contains("No pipe is cut");
        assertThat(card.messages().getFirst().held()).isNotEmpty();
        assertThat(card.faqs())
                .extracting(faq -> faq.entry().title())
                .containsExactlyInAnyOrder(
                        "How does a clamp compare with a meter of Northgate Metering?",
                        "Does cutting the pipe take a day?");
    }

    private static void faq(RecordWorld world, String question, String status) {
        world.create(
                "context_entry",
                Map.of(
                        "category", "best_practice",
                        "kind", "faq",
                        "title", question,
                        "body", "Yes.",
                        "status", status));
    }

    @Test
    void countsOnlyWhatThePersonSeesAndTellsNoTitleOfACardAboveThem() {
        var world = RecordWorld.fresh();
        var rival = world.create("competitor", Map.of("name", "Northgate Metering", "strengths", "Cheap."));
        world.create(
                "context_entry",
                Map.of(
                        "category", "best_practice",
                        "kind", "battle_card",
                        "title", "Secret plan against Northgate",
                        "sensitivity", "confidential",
                        "details", Map.of("competitor_id", rival.toString())));
        world.create("objection", Map.of("competitor", "Northgate", "text", "Northgate is cheaper."));
        var member = world.as(world.workspace().person("Mia Member", Role.MEMBER));
        assertThat(member.in(() -> cards.of(rival)).card()).isNull();
        assertThatThrownBy(() -> member.in(() -> changes.apply(cards.draft(rival))))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("you may not read")
                .hasMessageNotContaining("Secret");
        world.in(() -> rules.replaceRules(
                List.of(new AccessRule("objection", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE))));
        assertThat(member.in(() -> cards.of(rival)).objections()).isEmpty();
        assertThat(member.in(cards::all).getFirst().objections()).isZero();
        assertThat(world.in(cards::all).getFirst().objections()).isEqualTo(1);
    }

    @Test
    void fitsMessagesToAnAccountWithReasons() {
        var world = RecordWorld.fresh();
        var flow = world.create("product", Map.of("name", "Tideline Flow"));
        var sense = world.create("product", Map.of("name", "Tideline Sense"));
        var tree = world.create(
                "message_tree",
                Map.of(
                        "headline",
                        "Know every litre",
                        "product_id",
                        flow,
                        "value_props",
                        List.of("No pipe is cut", "Pays back in a year")));
        world.create("message_tree", Map.of("headline", "Trust the number", "product_id", sense));
        var headline = world.in(() -> new Object() {
            UUID id() {
                return fit.of(company(world, "Anywhere", "FI", "Dairy"), null, null)
                        .products()
                        .getFirst()
                        .messages()
                        .getFirst()
                        .original();
            }
        }.id());
        world.create(
                "context_entry",
                Map.of(
                        "category",
                        "message_tree",
                        "kind",
                        "headline",
                        "title",
                        "Jeder Liter",
                        "tree_id",
                        tree,
                        "variant_of_id",
                        headline,
                        "status",
                        "live",
                        "language",
                        "de",
                        "segments",
                        List.of("Chemicals")));
        var company = company(world, "Corvane", "DE", "Chemicals");
        world.create(
                "deal",
                Map.of("name", "Corvane pilot", "company_id", company, "product_id", flow, "stage", "proposal"));
        world.create(
                "objection",
                Map.of("company_id", company, "category", "price", "text", "Cutting a pipe costs us a day."));
        var found = world.in(() -> fit.of(company, null, null));
        assertThat(found.products()).hasSize(1);
        assertThat(found.products().getFirst().why()).isEqualTo("It is in the open deal \"Corvane pilot\".");
        var first = found.products().getFirst().messages().getFirst();
        assertThat(first.node().title()).isEqualTo("Jeder Liter");
        assertThat(first.why()).contains("It is written for the segment Chemicals.");
        var answers = found.objections().getFirst().answers();
        assertThat(answers.getFirst().node().title()).isEqualTo("No pipe is cut");
        assertThat(answers.getFirst().why()).startsWith("It shares words with the objection:");
    }

    private static UUID company(RecordWorld world, String name, String country, String industry) {
        return world.create("company", Map.of("name", name, "country_hq", country, "industry_vertical", industry));
    }
}
