package dev.windrose.context.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.windrose.context.claim.ClaimReport.Checked;
import dev.windrose.context.claim.ClaimReport.Evidence;
import dev.windrose.llm.model.ModelPolicies;
import dev.windrose.llm.model.ModelPolicyChange;
import dev.windrose.llm.model.ModelPolicyChange.Share;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.ScriptedModel.Reply;
import dev.windrose.testing.TestDatabase;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a language model may say of claims, and what becomes of it. */
@WindroseTest
class ModelClaimTests {

    private static final String TITLE = "A charge of Tern Pro lasts nine hours";
    private static final String BODY = "It was measured on forty boats. The battery is not sold alone.";
    /** The rules find no entry near enough for it. */
    private static final String FREE =
            "Nobody who goes out at dawn with Tern Pro has to come home early for want of power.";

    private static final String RIGHT = "A charge of Tern Pro lasts nine hours.";
    private static final String WRONG = "A charge of Tern Pro lasts twelve hours.";

    @Autowired
    CheckClaims check;

    @Autowired
    ModelPolicies policies;

    private RecordWorld world;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
        var product = world.create("product", Map.of("name", "Tern Pro"));
        world.create(
                "context_entry",
                Map.of(
                        "category",
                        "message_tree",
                        "kind",
                        "value_prop",
                        "title",
                        TITLE,
                        "body",
                        BODY,
                        "status",
                        "live",
                        "product_ids",
                        List.of(product.toString())));
        share(true, true);
    }

    @AfterEach
    void conforms() {
        assertThat(TestDatabase.MODEL.problems()).isEmpty();
    }

    private void share(boolean texts, boolean records) {
        world.in(() -> policies.change(new ModelPolicyChange(new Share(texts, records, null), null, null, null)));
    }

    private ClaimReport says(String text, Reply... replies) {
        TestDatabase.MODEL.will(replies);
        return world.in(() -> check.of(text, CheckScope.outside()));
    }

    private static Checked first(ClaimReport report) {
        return report.sentences().getFirst();
    }

    /** Claims of the first sentence: text, verdict, entry, quote. */
    private static Reply claims(String... fields) {
        var claims = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < fields.length; i += 4) {
            var claim = new HashMap<String, Object>();
            claim.put("text", fields[i]);
            claim.put("verdict", fields[i + 1]);
            claim.put("entry", fields[i + 2]);
            claim.put("quote", fields[i + 3]);
            claims.add(claim);
        }
        return Reply.says(Map.of("sentences", List.of(Map.of("id", "s0", "claims", claims))));
    }

    @Test
    void takesEvidenceThatTheModelQuotes() {
        assertThat(first(says(FREE, Reply.fails(400))).verdict()).isEqualTo(Verdict.UNSUPPORTED);
        var report = says(FREE, claims(FREE, "supported", "e0", TITLE));
        assertThat(first(report).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(first(report).byModel()).isTrue();
        assertThat(first(report).evidence()).extracting(Evidence::quote).containsExactly(TITLE);
        assertThat(report.model().asked()).isTrue();
        assertThat(report.model().note()).isNull();
        assertThat(TestDatabase.MODEL.asked().getFirst().toString()).contains(TITLE, BODY.substring(0, 20), "at dawn");
    }

    @Test
    void leavesOutEvidenceThatTheModelInvents() {
        for (var invented : List.of(
                claims(FREE, "supported", "e0", "A charge lasts a whole week"),
                claims(FREE, "supported", "e77", TITLE),
                claims(FREE, "supported", null, null))) {
            var report = says(FREE, invented);
            assertThat(first(report).verdict()).isEqualTo(Verdict.UNSUPPORTED);
            assertThat(first(report).byModel()).isFalse();
            assertThat(report.model().note()).contains("left out");
        }
    }

    @Test
    void leavesNumbersToTheRules() {
        var report = says(WRONG, claims(WRONG, "supported", "e0", TITLE));
        assertThat(first(report).verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(first(report).against().known()).isIn("nine hours", "9 hours");
        assertThat(first(says(WRONG, claims(WRONG, "no_claim", null, null))).verdict())
                .isEqualTo(Verdict.CONTRADICTED);
        assertThat(first(says(WRONG, claims(WRONG, "unsupported", null, null))).verdict())
                .isEqualTo(Verdict.CONTRADICTED);
    }

    @Test
    void leavesNamesToTheRules() {
        world.create("company", Map.of("name", "Kestrel Ferries"));
        var text = "Kestrel Ferries measured on forty boats that Tern Pro comes home with power.";
        assertThat(first(says(text, claims(text, "supported", "e0", "It was measured on forty boats.")))
                        .verdict())
                .isNotEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void isUnsureWhereTheTwoDisagree() {
        var report = says(RIGHT, claims(RIGHT, "unsupported", null, null));
        assertThat(first(report).verdict()).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(first(report).why()).contains("the language model does not");
        assertThat(first(report).evidence()).isNotEmpty();
        var against = says(RIGHT, claims(RIGHT, "contradicted", "e0", TITLE));
        assertThat(first(against).verdict()).isEqualTo(Verdict.UNSUPPORTED);
        assertThat(first(against).why()).contains("the language model against it");
    }

    @Test
    void cutsASentenceOnlyWhereNoNumberIsLost() {
        var text = "A charge of Tern Pro lasts nine hours and the boats come in 14 colours.";
        var report = says(
                text,
                claims(
                        "A charge of Tern Pro lasts nine hours",
                        "supported",
                        "e0",
                        TITLE,
                        "the boats come in 14 colours",
                        "unsupported",
                        null,
                        null));
        assertThat(report.sentences())
                .extracting(Checked::text, Checked::verdict)
                .containsExactly(
                        tuple("A charge of Tern Pro lasts nine hours", Verdict.SUPPORTED),
                        tuple("the boats come in 14 colours", Verdict.UNSUPPORTED));
        assertThat(report.sentences().getLast().span().of(text)).isEqualTo("the boats come in 14 colours");
        var lost = says(
                text,
                claims(
                        "A charge of Tern Pro lasts nine hours",
                        "supported",
                        "e0",
                        TITLE,
                        "and",
                        "no_claim",
                        null,
                        null));
        assertThat(lost.sentences()).hasSize(1);
        assertThat(first(lost).verdict()).isNotEqualTo(Verdict.SUPPORTED);
    }

    static List<Arguments> failures() {
        return List.of(
                failure(Reply.busy("60"), "busy"),
                failure(claims(RIGHT, "supported", "e0", TITLE).after(Duration.ofSeconds(4)), "did not answer in time"),
                failure(Reply.says("{\"sentences\": [{"), "unreadable"),
                failure(Reply.says(Map.of("answer", "yes")), "unreadable"),
                failure(Reply.refuses("No."), "refused"),
                failure(Reply.fails(403), "failed"));
    }

    private static Arguments failure(Reply reply, String told) {
        return Arguments.of(reply, told);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void checksWithoutAModelThatFailsAndSaysSo(Reply reply, String told) {
        var report = says(RIGHT, reply);
        assertThat(first(report).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(first(report).byModel()).isFalse();
        assertThat(report.model().note()).contains(told).contains("checked without it");
    }

    @Test
    void sendsNothingThatTheWorkspaceDoesNotLetOut() {
        share(true, false);
        var report = says(FREE, claims(FREE, "supported", "e0", TITLE));
        assertThat(TestDatabase.MODEL.asked()).isEmpty();
        assertThat(report.model().note()).contains("lets nothing of its records out");
        share(false, false);
        assertThat(says(FREE).model().available()).isFalse();
        assertThat(TestDatabase.MODEL.asked()).isEmpty();
    }

    @Test
    void sendsNoConfidentialEntryAndKeepsTheCallInTheLog() {
        world.create(
                "context_entry",
                Map.of(
                        "category",
                        "best_practice",
                        "kind",
                        "faq",
                        "title",
                        "Who goes out at dawn with Tern Pro?",
                        "body",
                        "Zanderfleet buys power next year.",
                        "status",
                        "live",
                        "sensitivity",
                        "confidential"));
        TestDatabase.MODEL.will(claims(FREE, "unsupported", null, null));
        world.in(() -> check.of(FREE, new CheckScope(CheckScope.Reader.INSIDE, null, null, null, null)));
        assertThat(TestDatabase.MODEL.asked().toString()).contains(TITLE).doesNotContain("Zanderfleet");
        var calls = world.workspace()
                .http()
                .get()
                .uri("/api/v1/llm/calls")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(calls).contains("check_claims");
    }

    @Test
    void doesNotAskWhereItIsNotWanted() {
        TestDatabase.MODEL.will(claims(RIGHT, "unsupported", null, null));
        var report = world.in(() -> check.of(new TextToCheck(RIGHT, "", true, true, false), CheckScope.outside()));
        assertThat(first(report).verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(report.model().available()).isTrue();
        assertThat(report.model().asked()).isFalse();
        assertThat(TestDatabase.MODEL.asked()).isEmpty();
    }
}
