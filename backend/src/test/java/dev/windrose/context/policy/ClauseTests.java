package dev.windrose.context.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.policy.EvalPolicies.Totals;
import dev.windrose.context.policy.grammar.Vocabulary;
import dev.windrose.context.policy.rule.Holds;
import dev.windrose.context.policy.rule.ReadCel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTests {

    private static final Path CORPUS = Path.of("src/test/fixtures/policies");

    @Test
    void readsEveryClauseOfTheOpenHalf() throws IOException {
        var totals = EvalPolicies.score(CORPUS.resolve("clauses.jsonl"), Holds.BY_CONDITION).values().stream()
                .reduce(new Totals(0, 0, 0, 0, 0), Totals::plus);
        assertThat(totals).isEqualTo(new Totals(60, 0, 0, 0, 13));
        assertThat(EvalPolicies.conflicts(CORPUS.resolve("conflicts.jsonl"))).isGreaterThanOrEqualTo(8);
    }

    /** What is not read has to be said: no clause of it is read wrongly without a warning. */
    @Test
    void readsMostOfTheClausesOfOtherTrades() throws IOException {
        var totals = EvalPolicies.score(CORPUS.resolve("clauses-working.jsonl"), Holds.BY_CONDITION).values().stream()
                .reduce(new Totals(0, 0, 0, 0, 0), Totals::plus);
        assertThat(totals.right()).isGreaterThanOrEqualTo(165);
        assertThat(totals.wrong()).isZero();
    }

    @Test
    void readsMostOfTheClausesOfOtherWriters() throws IOException {
        var totals = EvalPolicies.score(CORPUS.resolve("clauses-writers.jsonl"), Holds.BY_CONDITION).values().stream()
                .reduce(new Totals(0, 0, 0, 0, 0), Totals::plus);
        assertThat(totals.right()).isGreaterThanOrEqualTo(136);
        assertThat(totals.wrong()).isZero();
    }

    /** Names, fields and numbers that no list has are told by where they stand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Leads from Portugal are handed to the branch office Porto. | Goes to branch office porto when action is create lead and country is Portugal",
                "Orders of 10 to 40 seats go to Desk B. | Goes to desk b when units >= 10 and units <= 40",
                "Discounts of 5-9 % need the sales lead. | Needs sales lead when discount >= 5 % and discount <= 9 %",
                "Customer data may not be shared outside the EU or the UK. "
                        + "| Prohibited when action is share data and place of the data is not EU or UK"
            })
    void readsWhatIsToldByItsPlace(String clause, String rule) {
        assertThat(readable(clause)).containsExactly(rule);
    }

    @Test
    void asksWhoStandsInsteadOfAnother() {
        assertThat(readable("Discounts above 12 % in retail need the finance director in place of the branch manager."))
                .containsExactly("Needs finance director when discount > 12 % and industry is retail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Travel costs above 500 EUR need the approval of finance.",
                "Hospital discounts above 20 % need the approval of the pricing guild.",
                "Pilots longer than 30 days need the product lead."
            })
    void readsWhatNobodyKnowsAsAFactOfItsOwnAndSaysSo(String clause) {
        var compiled = CompileClause.with(clause, Vocabulary.NONE);
        assertThat(compiled.rules()).isNotEmpty();
        assertThat(compiled.guessed()).isTrue();
    }

    @Test
    void takesNoMarkIntoTheQuote() {
        var clause = "Discounts above 15 % need the sales lead, above 30 % the CFO.";
        var rules = CompileClause.with(clause, Vocabulary.NONE).rules();
        assertThat(clause.substring(
                        rules.getLast().rule().start(), rules.getLast().rule().end()))
                .isEqualTo("above 30 % the CFO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"customers' data must stay in the EU", "'", "the resellers' 'discount'", "> = <", "?", "max."})
    void survivesMarks(String clause) {
        assertThat(CompileClause.with(clause, Vocabulary.NONE).warnings()).isNotNull();
    }

    @Test
    void endsATierWhereTheNextBegins() {
        assertThat(
                        readable(
                                "Discounts above 15 % need the sales lead, above 30 % the CFO; net terms above 45 days need finance; no discount on Starter."))
                .containsExactly(
                        "Needs sales lead when discount > 15 % and discount <= 30 %",
                        "Needs cfo when discount > 30 %",
                        "Needs finance when payment terms in days > 45",
                        "Prohibited when plan is Starter and discount > 0 %");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Large discounts need the approval of the CFO.",
                "Discounts above 15 % need approval as described in the handbook.",
                "Discounts above 20 % need the sales lead or the CFO.",
                "Discounts above 20 % are prohibited. Discounts above 30 % are approved by the CFO.",
                "Leads from France go to Team Paris. Leads from France go to Team Lyon."
            })
    void leavesAsTextWhatIsNotUnderstood(String clause) {
        var compiled = CompileClause.with(clause, Vocabulary.NONE);
        assertThat(compiled.rules()).isEmpty();
        assertThat(compiled.why()).isNotBlank();
    }

    /** A part that has no place in the rule is told, and a person has to confirm the rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Discounts above 20 % usually need the sales lead.",
                "Discounts above 20 % need the sales lead. Use your head with nonprofits, except in France.",
                "Do not quote a price to a competitor."
            })
    void isNeverSureOfWhatItLeavesOut(String clause) {
        var compiled = CompileClause.with(clause, Vocabulary.NONE);
        assertThat(compiled.textOnly() || compiled.guessed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deals above 100,000 EUR are handed to key accounts, except in France, where they go to the Paris office.",
                "Customer data must never be shared outside the EU.",
                "If net terms are longer than 60 days or the payment is monthly, finance must approve."
            })
    void writesExpressionsThatItReadsAgain(String clause) {
        for (var rule : CompileClause.with(clause, Vocabulary.NONE).rules()) {
            assertThat(ReadCel.of(rule.cel()).map(dev.windrose.context.policy.rule.WriteCel::of))
                    .contains(rule.cel());
        }
    }

    @Test
    void saysWhichWordsARuleComesFrom() {
        var clause = "Contracts over 36 months need legal. No discounts for startups.";
        var rules = CompileClause.with(clause, Vocabulary.NONE).rules();
        assertThat(rules.stream()
                        .map(rule -> clause.substring(
                                rule.rule().start(), rule.rule().end())))
                .containsExactly("Contracts over 36 months need legal", "No discounts for startups");
    }

    private static List<String> readable(String clause) {
        return CompileClause.with(clause, Vocabulary.NONE).rules().stream()
                .map(PolicyRule::readable)
                .toList();
    }
}
