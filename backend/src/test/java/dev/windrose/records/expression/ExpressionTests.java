package dev.windrose.records.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTests {

    private static final Instant NOW = Instant.parse("2026-03-10T22:30:00Z");

    private static final Map<String, Object> FULL = Map.ofEntries(
            Map.entry("name", "Northwind rollout"),
            Map.entry("deal_amount", new BigDecimal("12000.00")),
            Map.entry("deal_amount_currency", "EUR"),
            Map.entry("budget", new Money(new BigDecimal("500"), "USD")),
            Map.entry("win_probability", new BigDecimal("0.1")),
            Map.entry("visits", 7L),
            Map.entry("stage", "won"),
            Map.entry("expected_close_date", LocalDate.of(2026, 3, 31)),
            Map.entry("created_at", Instant.parse("2026-03-01T08:00:00Z")),
            Map.entry("is_public", true),
            Map.entry("tags", List.of("north", "new")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            visits / 2                                              | 3.5
            0.1 + 0.2                                               | 0.3
            win_probability * 3                                     | 0.3
            1 / 3                                                   | 0.333333
            -visits + 10 % 4                                        | -5
            round(2.345, 2)                                         | 2.34
            floor(2.7) + ceil(2.1) + abs(-1)                        | 6
            min(visits, 3, null)                                    | 3
            amount(deal_amount * 0.1)                               | 1200
            deal_amount / money(6000, "EUR")                        | 2
            text(deal_amount - money(0.5, "eur"))                   | 11999.50 EUR
            deal_amount > 10000                                     | true
            deal_amount == money(12000, "EUR")                      | true
            currency(budget)                                        | USD
            upper(name)                                             | NORTHWIND ROLLOUT
            name.contains("wind") && starts_with(name, "North")     | true
            concat(name, " · ", visits, null)                       | Northwind rollout · 7
            replace(left(name, 5), "N", "S") + right("abc", 1)      | Sorthc
            size(tags) + size(description)                          | 2
            "north" in tags                                         | true
            tags.exists(t, t.startsWith("n")) && tags.all(t, size(t) > 2) | true
            size(tags.filter(t, tags.exists(u, u == t && u == "new"))) | 1
            days_between(created_at, expected_close_date)           | 30
            expected_close_date - date("2026-03-01")                | 30
            text(add_months(expected_close_date, -1))               | 2026-02-28
            text(expected_close_date + 1)                           | 2026-04-01
            quarter(expected_close_date) * 100 + weekday(date(2026, 3, 9)) | 101
            today() < expected_close_date                           | true
            stage == "won" ? "yes" : "no"                           | yes
            stage in ["won", "lost"]                                | true
            has(company_id.name)                                    | false
            number("12.50") + 1                                     | 13.5
            """)
    void evaluates(String text, String expected) throws BadExpression {
        var result = SampleTypes.compile(text).evaluate(Values.of(FULL), Moment.utc(NOW));
        assertThat(result.reason()).isNull();
        assertThat(shown(result.value())).isEqualTo(expected);
    }

    private static String shown(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visits + 1",
                "visits / visits",
                "deal_amount * 2",
                "upper(name)",
                "days_between(created_at, expected_close_date)",
                "add_days(expected_close_date, visits)",
                "company_id.parent_company.name",
                "owner_id.email",
                "name + description",
                "money(visits, deal_amount_currency)",
                "min(visits, win_probability)",
                "is_public ? 1 : null",
                "concat(name, description)"
            })
    void isEmptyWithoutAReasonWhereFieldsAreEmpty(String text) throws BadExpression {
        var result = SampleTypes.compile(text).evaluate(Values.of(Map.of()), Moment.utc(NOW));
        assertThat(result).isEqualTo(new Result(null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            visits > 1                          | false
            !(visits > 1)                       | true
            name == null && is_empty(tags)      | true
            name != "a"                         | true
            is_public                           |
            is_public && true                   | false
            !is_public                          | true
            stage in ["won"]                    | false
            coalesce(visits, 5) == 5            | true
            coalesce(visits / 0, 5) == 5        | true
            if_empty(name, "none") == "none"    | true
            1 / visits > 1                      | false
            """)
    void treatsEmptyFieldsAsNeitherTrueNorEqual(String text, @Nullable String expected) throws BadExpression {
        var result = SampleTypes.compile(text).evaluate(Values.of(Map.of()), Moment.utc(NOW));
        assertThat(result.reason()).isNull();
        assertThat(result.value() == null ? null : result.value().toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            visits / (visits - 7)                       | Division by zero.
            deal_amount / (visits - 7)                  | Division by zero.
            visits % (visits - 7)                       | Division by zero.
            deal_amount + budget                        | EUR and USD cannot be added; convert one of them.
            deal_amount > budget                        | EUR and USD cannot be compared; convert one of them.
            convert(budget, "EUR")                      | There is no exchange rate from USD to EUR.
            date(name)                                  | "Northwind rollout" is no date. Write it as 2026-03-31.
            number(name)                                | "Northwind rollout" is no number.
            date(2026, visits + 6, 1)                   | There is no such date.
            deal_amount * 10000000000                   | The amount is too large.
            visits * 1000000000000000                   | The number is too large.
            add_days(expected_close_date, 5000000)      | 5000000 is too large here.
            expected_close_date + 3900000               | The year must lie between 1 and 9999.
            visits == 7 && 1 / (visits - 7) > 1         | Division by zero.
            """)
    void saysWhyThereIsNoAnswer(String text, String reason) throws BadExpression {
        var result = SampleTypes.compile(text).evaluate(Values.of(FULL), Moment.utc(NOW));
        assertThat(result).isEqualTo(new Result(null, reason));
    }

    @Test
    void letsTheSideThatDecidesWinOverOneWithoutAnswer() throws BadExpression {
        for (String text : List.of("1 / (visits - 7) > 1 || visits == 7", "!(1 / (visits - 7) > 1 && visits == 8)")) {
            assertThat(SampleTypes.compile(text).holds(Values.of(FULL), Moment.utc(NOW)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vists + 1                   | 0 | 5  | Deal has no field "vists". Did you mean visits?
            visits + vis                | 9 | 12 | Deal has no field "vis".
            company_id.nam              | 11 | 14 | Company has no field "nam". Did you mean name?
            company_id.parent_company.x | 26 | 27 | Company has no field "x".
            owner_id.phone              | 9 | 14 | There is no field "phone".
            notes                       | 0 | 5  | notes cannot be used in an expression.
            visits +                    | 7 | 8  | The expression ends too early.
            visits ++ 2                 | 8 | 9  | "+" is not expected here.
            (visits                     | 6 | 7  | ")" is missing here.
            "abc                        | 0 | 4  | The text that begins here has no end.
            visits + name               | 7 | 8  | "+" cannot take a number and text.
            deal_amount + 1             | 12 | 13 | "+" cannot take an amount of money and a number. Write an amount as money(100, "EUR").
            expected_close_date < created_at | 20 | 21 | "<" cannot take a date and a point in time. Turn the point in time into a date with date(...).
            1 + upper(visits)           | 4 | 9  | upper takes (text), not (a number).
            nix(name)                   | 0 | 3  | There is no function "nix".
            is_public ? 1 : "a"         | 10 | 11 | Both results of ? : must be of one kind, not a number and text.
            visits ? 1 : 2              | 7 | 8  | What stands before ? must be yes or no, not a number.
            date("31.12.2026")          | 4 | 5  | "31.12.2026" is no date. Write it as 2026-03-31.
            1 / 0                       | 2 | 3  | Division by zero.
            company_id                  | 0 | 10 | The result is a record; it must be a single value.
            tags                        | 0 | 4  | The result is a list; it must be a single value.
            company_id.parent_company.parent_company.name | 40 | 41 | A path follows at most two references.
            {"a": 1}                    | 0 | 1  | Maps and structures cannot be used here.
            tags[0]                     | 4 | 5  | A place in a list cannot be read. Use "in", size() or exists().
            for + 1                     | 0 | 3  | "for" is a reserved word.
            """)
    void saysWhatIsWrongAndWhere(String text, int start, int end, String message) {
        assertThatThrownBy(() -> SampleTypes.compile(text))
                .isInstanceOfSatisfying(BadExpression.class, bad -> assertThat(bad.problem())
                        .isEqualTo(new ExpressionProblem(message, start, end)));
    }

    @Test
    void refusesWhatIsTooLarge() {
        for (String text : List.of(
                "1" + " + 1".repeat(1_000),
                "(".repeat(200) + "1" + ")".repeat(200),
                "\"" + "a".repeat(6_000) + "\"",
                " ")) {
            assertThatThrownBy(() -> SampleTypes.compile(text)).isInstanceOf(BadExpression.class);
        }
    }

    @Test
    void endsWhatWouldRunForLong() throws BadExpression {
        var many = Values.of(Map.of("tags", java.util.Collections.nCopies(500, "a")));
        String loops = "tags.all(a, tags.all(b, tags.all(c, a == b && b == c)))";
        assertThat(SampleTypes.compile(loops).evaluate(many, Moment.utc(NOW)).reason())
                .isEqualTo("The expression takes too many steps.");
        String joined = "concat(description, description, description, description, description, description)";
        assertThat(SampleTypes.compile("concat(" + joined + ", " + joined + ")")
                        .evaluate(Values.of(Map.of("description", "a".repeat(5_000))), Moment.utc(NOW))
                        .reason())
                .contains("longer than");
    }

    @Test
    void knowsWhatItReadsAndWhetherItAsksForTheTime() throws BadExpression {
        var expression =
                SampleTypes.compile("company_id.parent_company.name == name || deal_amount > 1 && owner_id == null");
        assertThat(expression.kind()).isEqualTo(FieldKind.BOOLEAN);
        assertThat(expression.readsClock()).isFalse();
        assertThat(expression.paths())
                .containsExactlyInAnyOrder(
                        Path.of("company_id", "parent_company", "name"),
                        Path.of("name"),
                        Path.of("deal_amount"),
                        Path.of("deal_amount_currency"),
                        Path.of("owner_id"));
        assertThat(SampleTypes.compile("days_between(today(), expected_close_date)")
                        .readsClock())
                .isTrue();
    }

    @Test
    void takesTodayFromTheTimeZoneAndRatesFromTheMoment() throws BadExpression {
        var moment = new Moment(
                NOW, () -> ZoneId.of("Europe/Berlin"), (from, to, day) -> Optional.of(new BigDecimal("0.9")));
        var values = Values.of(FULL);
        assertThat(SampleTypes.compile("today()")
                        .evaluate(values, Moment.utc(NOW))
                        .value())
                .isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(SampleTypes.compile("date(now())").evaluate(values, moment).value())
                .isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(SampleTypes.compile("date(now())")
                        .evaluate(values, new Moment(NOW, () -> ZoneId.of("Asia/Tokyo"), Rates.NONE))
                        .value())
                .isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(SampleTypes.compile("convert(budget, \"eur\")")
                        .evaluate(values, moment)
                        .value())
                .isEqualTo(new Money(new BigDecimal("450"), "EUR"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverFailsWhateverIsAsked(int seed) {
        var random = new Random(seed);
        var words = List.of(
                "visits",
                "name",
                "deal_amount",
                "budget",
                "expected_close_date",
                "created_at",
                "tags",
                "null",
                "0",
                "1.5",
                "\"a\"",
                "today()",
                "is_public",
                "stage",
                "company_id.name",
                "win_probability");
        var forms = List.of(
                "(%s + %s)",
                "(%s / %s)",
                "(%s * %s)",
                "coalesce(%s, %s)",
                "(%s == %s)",
                "(%s < %s)",
                "min(%s, %s)",
                "concat(%s, %s)",
                "days_between(%s, %s)",
                "(is_public ? %s : %s)",
                "round(%s, %s)",
                "add_months(%s, %s)",
                "(%s - %s)",
                "(%s && %s)",
                "replace(text(%s), \"1\", text(%s))",
                "(%s %% %s)");
        int compiled = 0;
        for (int i = 0; i < 400; i++) {
            String text = words.get(random.nextInt(words.size()));
            for (int depth = random.nextInt(4); depth >= 0; depth--) {
                text = forms.get(random.nextInt(forms.size())).formatted(text, words.get(random.nextInt(words.size())));
            }
            try {
                var expression = SampleTypes.compile(text);
                compiled++;
                expression.evaluate(Values.of(FULL), Moment.utc(NOW));
                expression.evaluate(Values.of(Map.of()), Moment.utc(NOW));
            } catch (BadExpression bad) {
                assertThat(bad.problem().message()).as(text).isNotBlank().doesNotContain("@", "_?_", "%T");
            }
        }
        assertThat(compiled).isPositive();
    }
}
