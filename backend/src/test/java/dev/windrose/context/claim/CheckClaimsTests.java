package dev.windrose.context.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.context.claim.ClaimReport.Checked;
import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class CheckClaimsTests {

    @Autowired
    CheckClaims check;

    private RecordWorld world;
    private UUID product;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
        product = world.create("product", Map.of("name", "Acorn Press"));
        node(
                "value_prop",
                "Set up in an hour, while the shop is open",
                "Nine of ten were done within 60 minutes.",
                Map.of());
    }

    @Test
    void namesTheEntryThatAClaimStandsOn() {
        var checked = claim("Acorn Press is set up in an hour while the shop is open.");
        assertThat(checked.verdict()).isEqualTo(Verdict.SUPPORTED);
        var evidence = checked.evidence().getFirst();
        assertThat(evidence.title()).isEqualTo("Set up in an hour, while the shop is open");
        assertThat(evidence.version()).isEqualTo(1);
        assertThat(evidence.usable()).isTrue();
    }

    @Test
    void offersTheNumberOfTheEntryForAnother() {
        var text = "Hello Ann,\n\nAcorn Press is set up in a week while the shop is open.";
        var checked = report(text).claims().getFirst();
        assertThat(checked.verdict()).isEqualTo(Verdict.CONTRADICTED);
        var suggestion = checked.suggestions().getFirst();
        assertThat(suggestion.span().of(text)).isEqualTo("a week");
        assertThat(suggestion.text()).isEqualTo("an hour");
    }

    @Test
    void takesNothingFromADraftButNamesIt() {
        node(
                "craftsmanship",
                "Made of recycled aluminium",
                "The frame is made of recycled aluminium.",
                Map.of("status", "draft"));
        var checked = claim("The frame of Acorn Press is made of recycled aluminium.");
        assertThat(checked.verdict()).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(checked.why()).contains("is a draft");
        assertThat(checked.evidence().getFirst().usable()).isFalse();
    }

    @Test
    void namesACustomerOutsideOnlyWithPermission() {
        var customer = world.create("company", Map.of("name", "Plover Bakery"));
        var text = "Plover Bakery bakes twice as many loaves with Acorn Press.";
        node(
                "customer_proof",
                "Plover Bakery bakes twice as many loaves",
                "",
                Map.of("details", Map.of("citation", "asked", "customer_id", customer.toString())));
        assertThat(claim(text).verdict()).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(claim(text).why()).contains("has not given permission");
        var inside = new CheckScope(CheckScope.Reader.INSIDE, null, null, null, null);
        assertThat(world.in(() -> check.of(text, inside)).claims().getFirst().verdict())
                .isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void findsAProofToldOfAnotherCustomer() {
        var customer = world.create("company", Map.of("name", "Plover Bakery"));
        world.create("company", Map.of("name", "Heron Mills"));
        node(
                "customer_proof",
                "Plover Bakery bakes twice as many loaves",
                "",
                Map.of("details", Map.of("citation", "granted", "customer_id", customer.toString())));
        var checked = claim("Heron Mills bakes twice as many loaves with Acorn Press.");
        assertThat(checked.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(checked.suggestions())
                .extracting(ClaimReport.Suggestion::text)
                .contains("Plover Bakery");
    }

    @Test
    void findsWordsThatTheBrandDoesNotWant() {
        entry(
                "brand",
                "wording",
                "Words of hype",
                "",
                Map.of("details", Map.of("avoid", List.of("seamless"), "instead", "Say what it does.")));
        var text = "A seamless press.";
        var finding = report(text).brand().getFirst();
        assertThat(finding.span().of(text)).isEqualTo("seamless");
        assertThat(finding.instead()).isEqualTo("Say what it does.");
    }

    @Test
    void saysHowLongATextMayBe() {
        assertThatThrownBy(() -> report("word ".repeat(CheckClaims.LONGEST)))
                .isInstanceOfSatisfying(
                        AppException.class, error -> assertThat(error.field()).isEqualTo("text"))
                .hasMessageContaining("60,000");
        assertThatThrownBy(() -> report(" ")).hasMessage("There is no text to check.");
    }

    private Checked claim(String text) {
        return report(text).sentences().getFirst();
    }

    private ClaimReport report(String text) {
        return world.in(() -> check.of(text, CheckScope.outside()));
    }

    private void node(String kind, String title, String body, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("product_ids", List.of(product.toString())));
        values.putAll(more);
        entry("message_tree", kind, title, body, values);
    }

    private void entry(String category, String kind, String title, String body, Map<String, Object> more) {
        var values = new HashMap<String, Object>(
                Map.of("category", category, "kind", kind, "title", title, "body", body, "status", "live"));
        values.putAll(more);
        world.create("context_entry", values);
    }
}
