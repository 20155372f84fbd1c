package dev.windrose.context.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.claim.ClaimReport.BrandFinding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanTests {

    private static List<BrandFinding> found(String policy, String text, boolean outside) {
        var bans = ReadBans.of("id", 3, "Policy", Statement.sentences(policy));
        return new CheckBans(bans, List.of("Valvera"), text, SplitText.of(text), outside).findings();
    }

    private static List<BrandFinding> found(String policy, String text) {
        return found(policy, text, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do not say guaranteed.",
                "Never use the words \"guaranteed\" or \"risk-free\".",
                "The word guaranteed is not used.",
                "We must not write \"guaranteed\" in offers.",
                "Nobody may say guaranteed, risk-free or always on."
            })
    void findsAWordThatAPolicyForbids(String policy) {
        var text = "A start that is guaranteed to last.";
        assertThat(found(policy, text)).extracting(one -> one.span().of(text)).containsExactly("guaranteed");
    }

    @Test
    void quotesThePolicyWithItsVersion() {
        var finding = found("Do not say guaranteed.", "It is guaranteed.").getFirst();
        assertThat(finding.message()).contains("Do not say guaranteed.");
        assertThat(finding.version()).isEqualTo(3);
        assertThat(finding.rule()).isEqualTo("policy_words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We will deliver the first ten meters by 12 May.",
                "Delivery within two weeks is guaranteed.",
                "You'll have the shipment next week.",
                "We confirm that the goods ship on Friday."
            })
    void findsAPromiseThatAPolicyForbids(String sentence) {
        assertThat(found("Never promise delivery dates.", sentence))
                .extracting(BrandFinding::rule)
                .containsExactly("policy_promise");
        assertThat(found("Delivery dates are never promised.", sentence)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We cannot promise a delivery date.",
                "When do you need the delivery?",
                "Delivery is free of charge.",
                "The delivery was on Friday.",
                "We will meet on 12 May."
            })
    void leavesAloneWhatPromisesNothingOfIt(String sentence) {
        assertThat(found("Never promise delivery dates.", sentence)).isEmpty();
    }

    @Test
    void namesNoCompetitorOutside() {
        var policy = "Competitors are not named in public texts.";
        var text = "It measures better than Valvera.";
        assertThat(found(policy, text)).extracting(one -> one.span().of(text)).containsExactly("Valvera");
        assertThat(found(policy, text, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No discount is given on Starter.",
                "A customer is named only with a permission in writing.",
                "In offers a competitor is named only if the customer named it first.",
                "Gifts above 50 EUR are neither given nor taken.",
                "Nobody may sign alone."
            })
    void leavesOtherPoliciesToPeople(String policy) {
        assertThat(ReadBans.of("id", 1, "Policy", List.of(policy))).isEmpty();
    }
}
