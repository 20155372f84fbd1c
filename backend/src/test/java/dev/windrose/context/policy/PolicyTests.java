package dev.windrose.context.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.context.policy.rule.Facts;
import dev.windrose.context.policy.rule.Verdict;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class PolicyTests {

    private static final String TIERS = "Discounts above 15 % need the sales lead, above 30 % the CFO.";

    @Autowired
    Policies policies;

    @Autowired
    FindConflicts conflicts;

    @Autowired
    PolicyHealth health;

    @Autowired
    CelRules cel;

    @Autowired
    CompileClause compile;

    private RecordWorld world;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void asksLivePoliciesAndNamesTheClause() {
        var id = policy(TIERS, "live", Map.of());
        var rulings = world.in(() -> policies.rule(Facts.of(Map.of("discount_percent", 20))));
        assertThat(rulings).singleElement().satisfies(ruling -> {
            assertThat(ruling.entryId()).isEqualTo(new ContextEntryId(id));
            assertThat(ruling.clause()).isEqualTo(TIERS);
            assertThat(ruling.verdict()).isEqualTo(new Verdict.Approval(List.of("sales_lead")));
        });
    }

    @Test
    void followsTheEntry() {
        var id = policy(TIERS, "live", Map.of());
        world.update("context_entry", id, Map.of("details", Map.of("clause", "Discounts above 50 % are prohibited.")));
        assertThat(verdicts(60)).containsExactly(Verdict.REFUSE);
        assertThat(verdicts(20)).isEmpty();
        world.update("context_entry", id, Map.of("status", "archived"));
        assertThat(verdicts(60)).isEmpty();
    }

    @Test
    void asksNothingOfADraft() {
        policy(TIERS, "draft", Map.of());
        assertThat(verdicts(20)).isEmpty();
    }

    @Test
    void keepsAPolicyWhoseExamplesFailFromGoingLive() {
        Map<String, Object> wrong =
                Map.of("examples", List.of(Map.of("facts", "discount_percent = 20", "expected", "approval by cfo")));
        assertThatThrownBy(() -> policy(TIERS, "live", wrong))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("expects approval by cfo, but the policy says approval by sales_lead");
        Map<String, Object> right = Map.of(
                "examples", List.of(Map.of("facts", "discount_percent = 20", "expected", "approval by sales_lead")));
        policy(TIERS, "live", right);
        assertThat(verdicts(31)).containsExactly(new Verdict.Approval(List.of("cfo")));
    }

    @Test
    void keepsWhatIsOnlyText() {
        var id = policy("Be fair with discounts.", "live", Map.of());
        var policy = world.in(() -> policies.find(new ContextEntryId(id))).orElseThrow();
        assertThat(policy.rules()).isEmpty();
        assertThat(policy.why()).isNotBlank();
    }

    @Test
    void findsPoliciesThatContradictEachOther() {
        var one = policy("Discounts above 20 % need the approval of the sales lead.", "live", Map.of());
        var other = policy("Discounts above 15 % are prohibited.", "live", Map.of());
        assertThat(world.in(conflicts::all)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PolicyFinding.Kind.CONFLICT);
            assertThat(finding.where()).containsKey("discount_percent");
        });
        assertThat(world.in(health::findings)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("policy_conflict");
            assertThat(finding.entries()).containsExactlyInAnyOrder(new ContextEntryId(one), new ContextEntryId(other));
        });
    }

    /** Eleven thresholds in each of five facts are more than 100,000 combinations. */
    @Test
    void saysThatPoliciesWithTooManyFactsAreNotCompared() {
        policy(steps("Discounts above %d %%", "sales lead"), "live", Map.of());
        policy(
                steps("Net terms above %d days", "finance") + " " + steps("Contracts over %d months", "legal") + " "
                        + steps("Deals above %d EUR", "CFO") + " " + steps("Liability caps above %d EUR", "counsel"),
                "live",
                Map.of());
        assertThat(world.in(conflicts::all)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PolicyFinding.Kind.UNCOMPARED);
            assertThat(finding.text()).contains("not compared", "100,000");
        });
        assertThat(world.in(health::findings)).singleElement().satisfies(finding -> assertThat(finding.code())
                .isEqualTo("policy_uncompared"));
    }

    private static String steps(String what, String role) {
        return java.util.stream.IntStream.rangeClosed(1, 11)
                .mapToObj(step -> what.formatted(step * 5) + " need the " + role + ".")
                .collect(java.util.stream.Collectors.joining(" "));
    }

    @Test
    void compilesAClauseAnewWhenAProductIsRenamed() {
        var product = world.create("product", Map.of("name", "Harbor"));
        var id = policy("No discounts on Tide.", "live", Map.of());
        assertThat(read(id).warnings()).anyMatch(warning -> warning.contains("Tide is taken to be a product"));
        world.update("product", product, Map.of("name", "Tide"));
        assertThat(read(id).warnings()).noneMatch(warning -> warning.contains("Tide"));
    }

    @Test
    void forgetsFindingsOfAPolicyThatHoldsNoMore() {
        policy("Discounts above 20 % need the approval of the sales lead.", "live", Map.of());
        var other = policy("Discounts above 15 % are prohibited.", "live", Map.of());
        assertThat(world.in(conflicts::all)).hasSize(1);
        world.update("context_entry", other, Map.of("status", "archived"));
        assertThat(world.in(conflicts::all)).isEmpty();
    }

    @Test
    void tellsWhileAClauseIsWrittenWhatItContradicts() {
        var id = policy("Discounts above 20 % need the approval of the sales lead.", "live", Map.of());
        var clause = world.in(() -> compile.of("Discounts above 15 % are prohibited."));
        assertThat(world.in(() -> conflicts.of(clause, null))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PolicyFinding.Kind.CONFLICT);
            assertThat(finding.policies()).singleElement().satisfies(policy -> assertThat(policy.id())
                    .isEqualTo(new ContextEntryId(id)));
        });
        assertThat(world.in(() -> conflicts.of(clause, new ContextEntryId(id)))).isEmpty();
    }

    @Test
    void asksForFactsThatOnlyAClauseNames() {
        policy("Travel costs above 500 EUR need the approval of finance.", "live", Map.of());
        assertThat(world.in(() -> policies.rule(policies.facts(Map.of("travel_costs_amount", 600, "currency", "EUR")))))
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.verdict()).isEqualTo(new Verdict.Approval(List.of("finance"))));
        assertThatThrownBy(() -> world.in(() -> policies.facts(Map.of("travel_cost_amount", 600))))
                .isInstanceOf(AppException.class);
    }

    @Test
    void takesAReadingOverThatStandsInTheClause() {
        var clause = "Wherever volumes climb past 300 units, think of the CFO.";
        var reading = """
                {"clause":"%s","rules":[{"when":"quantity > %d","asks":{"outcome":"approval","by":["cfo"],"ordered":false},"quote":""}]}""";
        var id = policy(clause, "live", Map.of("reading", reading.formatted(clause, 300)));
        assertThat(read(id).byModel()).isTrue();
        assertThat(read(id).warnings()).contains("Read by a model. Check the examples.");
        var wrong = policy(clause, "live", Map.of("reading", reading.formatted(clause, 400)));
        assertThat(read(wrong).rules()).isEmpty();
        assertThat(read(wrong).why()).contains("The clause does not say \"400\"");
    }

    private LivePolicy read(UUID id) {
        return world.in(() -> policies.find(new ContextEntryId(id))).orElseThrow();
    }

    /** The language of expressions and the conditions say the same. */
    @Test
    void worksTheCorpusOutAsExpressions() throws Exception {
        var corpus = Path.of("src/test/fixtures/policies/clauses.jsonl");
        var totals = world.in(() -> EvalPolicies.score(corpus, cel)).values().stream()
                .reduce(new EvalPolicies.Totals(0, 0, 0, 0, 0), EvalPolicies.Totals::plus);
        assertThat(totals.right()).isEqualTo(totals.compile());
    }

    private List<Verdict> verdicts(int discount) {
        return world.in(() -> policies.rule(Facts.of(Map.of("discount_percent", discount)))).stream()
                .map(Ruling::verdict)
                .toList();
    }

    private UUID policy(String clause, String status, Map<String, Object> more) {
        var details = new HashMap<String, Object>(more);
        details.put("clause", clause);
        return world.create(
                "context_entry",
                Map.of(
                        "category",
                        "policy",
                        "kind",
                        "approval",
                        "title",
                        clause.substring(0, Math.min(clause.length(), 90)),
                        "status",
                        status,
                        "details",
                        details));
    }
}
