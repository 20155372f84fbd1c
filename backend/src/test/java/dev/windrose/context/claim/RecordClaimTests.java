package dev.windrose.context.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.claim.ClaimReport.Checked;
import dev.windrose.context.claim.ClaimReport.Evidence;
import dev.windrose.context.claim.ClaimReport.Suggestion;
import dev.windrose.platform.Role;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.access.AccessRulesOfTests;
import dev.windrose.records.access.FieldMask;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class RecordClaimTests {

    @Autowired
    CheckClaims check;

    @Autowired
    AccessRules rules;

    private RecordWorld world;
    private UUID product;
    private UUID customer;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
        product = world.create(
                "product",
                Map.of(
                        "name",
                        "Dunlin Scale",
                        "list_price",
                        Map.of("amount", new BigDecimal("1200"), "currency", "EUR")));
        customer = company("Kestrel Dairy", "using");
        company("Petrel Farms", "using");
        company("Godwit Mills", "exploring");
        company("Sanderling Foods", "churned");
    }

    private UUID company(String name, String state) {
        return world.create("company", Map.of("name", name, "customer_state", state, "employee_size", 340));
    }

    private UUID deal(UUID company, String stage, int amount) {
        var values = new HashMap<String, Object>();
        values.put("company_id", company.toString());
        values.put("product_id", product.toString());
        values.put("stage", stage);
        values.put("deal_amount", amount);
        values.put("deal_amount_currency", "EUR");
        values.put("deal_signing_date", "2026-02-03");
        return world.create("deal", values);
    }

    private Checked outside(String text) {
        return as(world, text, CheckScope.Reader.OUTSIDE);
    }

    private Checked inside(String text) {
        return as(world, text, CheckScope.Reader.INSIDE);
    }

    private Checked as(RecordWorld who, String text, CheckScope.Reader reader) {
        return who.in(() -> check.of(text, new CheckScope(reader, null, null, null, null)))
                .sentences()
                .getFirst();
    }

    @Test
    void holdsAPriceAgainstTheProduct() {
        assertThat(outside("The list price of Dunlin Scale is 1,200 EUR.").verdict())
                .isEqualTo(Verdict.SUPPORTED);
        var text = "Dunlin Scale costs 1,500 EUR.";
        var wrong = outside(text);
        assertThat(wrong.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(wrong.against().known()).isEqualTo("1,200 EUR");
        assertThat(wrong.suggestions()).extracting(Suggestion::text).containsExactly("1,200 EUR");
        assertThat(wrong.suggestions().getFirst().span().of(text)).isEqualTo("1,500 EUR");
        assertThat(wrong.evidence()).extracting(Evidence::source).containsExactly(product.toString());
        assertThat(outside("Dunlin Scale costs 1,200 USD.").verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(outside("With a discount Dunlin Scale costs 900 EUR.").verdict())
                .isEqualTo(Verdict.UNSUPPORTED);
    }

    @Test
    void countsCustomersAndWonDeals() {
        assertThat(inside("We have two customers.").verdict()).isEqualTo(Verdict.SUPPORTED);
        var wrong = inside("We serve more than 40 customers.");
        assertThat(wrong.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(wrong.evidence().getFirst().filter().get("value")).isEqualTo("using");
        deal(customer, "won", 30000);
        assertThat(inside("We won one deal in 2025.").verdict()).isNotEqualTo(Verdict.SUPPORTED);
        deal(company("Whimbrel Inns", "using"), "won", 9000);
        assertThat(inside("We won two deals in 2026.").verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(inside("We won seven deals in 2026.").verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(inside("Two companies use Dunlin Scale.").verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void namesACustomerOutsideOnlyWithAProofThatPermitsIt() {
        assertThat(inside("Kestrel Dairy is our customer.").verdict()).isEqualTo(Verdict.SUPPORTED);
        var barred = outside("Kestrel Dairy is our customer.");
        assertThat(barred.verdict()).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(barred.why()).contains("no live proof says that Kestrel Dairy may be named");
        assertThat(barred.evidence().getFirst().usable()).isFalse();
        world.create(
                "context_entry",
                Map.of(
                        "category",
                        "message_tree",
                        "kind",
                        "customer_proof",
                        "title",
                        "The cheese room weighs without paper",
                        "product_ids",
                        List.of(product.toString()),
                        "status",
                        "live",
                        "details",
                        Map.of("citation", "granted", "customer_id", customer.toString())));
        assertThat(outside("Kestrel Dairy is our customer.").verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void knowsWhoIsNoCustomer() {
        var wrong = inside("Godwit Mills is our customer.");
        assertThat(wrong.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(wrong.why()).contains("exploring");
        assertThat(inside("Sanderling Foods is a customer of ours.").verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(inside("Godwit Mills is not our customer.").verdict()).isNotEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void keepsAmountsOfDealsInside() {
        deal(customer, "won", 30000);
        assertThat(inside("Kestrel Dairy signed for 30,000 EUR.").verdict()).isEqualTo(Verdict.SUPPORTED);
        var wrong = inside("Kestrel Dairy signed for 45,000 EUR.");
        assertThat(wrong.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(wrong.against().known()).isEqualTo("30,000 EUR");
        assertThat(outside("Kestrel Dairy signed for 30,000 EUR.").verdict()).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(outside("Kestrel Dairy signed for 45,000 EUR.").evidence()).isEmpty();
    }

    @Test
    void tellsNothingOfRecordsThatSomebodyMayNotRead() {
        deal(customer, "won", 30000);
        var member = world.as(world.workspace().person("Ines", Role.MEMBER));
        AccessRulesOfTests.of(world, List.of("company", "deal"), member.actor()).accept("private");
        for (var text : List.of(
                "Kestrel Dairy is our customer.",
                "Kestrel Dairy signed for 45,000 EUR.",
                "Kestrel Dairy has 12 employees.",
                "We have two customers.",
                "We have 40 customers.",
                "We won seven deals in 2026.",
                "Two companies use Dunlin Scale.")) {
            var told = as(member, text, CheckScope.Reader.INSIDE);
            assertThat(told.verdict()).as(text).isEqualTo(Verdict.UNSUPPORTED);
            assertThat(told.evidence()).as(text).isEmpty();
            assertThat(told.suggestions()).as(text).isEmpty();
        }
        assertThat(as(member, "We have 40 customers.", CheckScope.Reader.INSIDE).why())
                .contains("not all of them are known to you");
    }

    @Test
    void tellsNothingOfAFieldThatSomebodyMayNotRead() {
        var member = world.as(world.workspace().person("Ines", Role.MEMBER));
        world.in(() -> rules.replaceMasks(List.of(
                new FieldMask("product", "list_price", Set.of(Role.MEMBER)),
                new FieldMask("company", "customer_state", Set.of(Role.MEMBER)))));
        assertThat(as(member, "Dunlin Scale costs 1,500 EUR.", CheckScope.Reader.INSIDE))
                .satisfies(one -> assertThat(one.why()).isEqualTo("The list price is not known to you."))
                .satisfies(one -> assertThat(one.evidence()).isEmpty());
        assertThat(as(member, "Godwit Mills is our customer.", CheckScope.Reader.INSIDE)
                        .verdict())
                .isEqualTo(Verdict.UNSUPPORTED);
        assertThat(as(member, "We have two customers.", CheckScope.Reader.INSIDE)
                        .verdict())
                .isEqualTo(Verdict.UNSUPPORTED);
    }

    @Test
    void saysNothingOfADeniedOrLongerClaim() {
        assertThat(inside("Kestrel Dairy halved its losses with Dunlin Scale.").evidence())
                .isEmpty();
        assertThat(inside("Our study with 12 customers shows it.").verdict()).isEqualTo(Verdict.UNSUPPORTED);
    }
}
