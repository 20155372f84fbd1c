package dev.windrose.revenue.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.revenue.PriceBookEntry.Per;
import dev.windrose.revenue.price.QuoteArithmetic.DiscountOf;
import dev.windrose.revenue.price.QuoteArithmetic.Rounded;
import dev.windrose.revenue.price.QuoteArithmetic.Tiers;
import dev.windrose.revenue.price.Reckon.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReckonTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** Whole numbers in millionths of a cent: nothing here is shared with what is tested. */
    @Test
    void equalsAPlainRecomputation() {
        var random = new Random(20260301);
        for (int i = 0; i < 5_000; i++) {
            int quantity = 1 + random.nextInt(500);
            long cents = 1 + random.nextInt(2_000_000);
            int term = List.of(1, 6, 12, 18, 24, 36, 48).get(random.nextInt(7));
            int discountTenths = random.nextInt(1_001);
            int reduction = random.nextInt(31);
            var priced = Reckon.of(
                    request(quantity, term, BigDecimal.valueOf(discountTenths, 1)),
                    List.of(new Units(entry(Per.YEAR, cents, Map.of(12, new BigDecimal(reduction))), quantity)),
                    QuoteArithmetic.USUAL);
            long applied = term >= 12 ? reduction : 0;
            // list (cents) * quantity * (100 - reduction) * (1000 - discount) is in units of 1/100,000 cent
            var exact = java.math.BigInteger.valueOf(cents)
                    .multiply(java.math.BigInteger.valueOf(quantity))
                    .multiply(java.math.BigInteger.valueOf((100 - applied) * (1_000 - discountTenths)));
            var halves = java.math.BigInteger.valueOf(50_000);
            long yearly = exact.add(halves)
                    .divide(java.math.BigInteger.valueOf(100_000))
                    .longValueExact();
            assertThat(priced.yearly()).isEqualByComparingTo(BigDecimal.valueOf(yearly, 2));
            long total = (yearly * term * 2 + 12) / 24;
            assertThat(priced.total()).isEqualByComparingTo(BigDecimal.valueOf(total, 2));
            assertThat(priced.monthly()).isEqualByComparingTo(BigDecimal.valueOf((yearly * 2 + 12) / 24, 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"11,0", "12,2", "23,2", "24,5", "30,5", "36,10", "60,10"})
    void takesTheLongestStepThatTheTermReaches(int term, int percent) {
        var steps = Map.of(12, new BigDecimal(2), 24, new BigDecimal(5), 36, BigDecimal.TEN);
        var priced = Reckon.of(
                request(1, term, BigDecimal.ZERO),
                List.of(new Units(entry(Per.YEAR, 10_000, steps), 1)),
                QuoteArithmetic.USUAL);
        assertThat(priced.main().termPercent()).isEqualByComparingTo(BigDecimal.valueOf(percent));
    }

    @Test
    void keepsWhatIsPaidOnceApart() {
        var units = List.of(
                new Units(entry(Per.YEAR, 8_400, Map.of(24, new BigDecimal(5))), 60),
                new Units(entry(Per.ONCE, 14_000, Map.of()), 60));
        var atList = with(DiscountOf.REMAINDER, true, Rounded.AT_THE_END);
        var priced = Reckon.of(request(60, 24, BigDecimal.TEN), units, atList);
        assertThat(priced.yearly()).isEqualByComparingTo("4309.20");
        assertThat(priced.once()).isEqualByComparingTo("8400");
        assertThat(priced.firstYear()).isEqualByComparingTo("12709.20");
        assertThat(priced.total()).isEqualByComparingTo("17018.40");
        var reduced = Reckon.of(request(60, 24, BigDecimal.TEN), units, QuoteArithmetic.USUAL);
        assertThat(reduced.once()).isEqualByComparingTo("7560");
    }

    @Test
    void takesTheDiscountOfListWhereAPolicySaysSo() {
        var units = List.of(new Units(entry(Per.YEAR, 10_000, Map.of(36, BigDecimal.TEN)), 1));
        assertThat(Reckon.of(request(1, 36, BigDecimal.TEN), units, QuoteArithmetic.USUAL)
                        .yearly())
                .isEqualByComparingTo("81");
        var added = with(DiscountOf.LIST, false, Rounded.AT_THE_END);
        assertThat(Reckon.of(request(1, 36, BigDecimal.TEN), units, added).yearly())
                .isEqualByComparingTo("80");
        assertThat(Reckon.of(request(1, 36, new BigDecimal(95)), units, added).yearly())
                .isEqualByComparingTo("0");
    }

    @Test
    void roundsWhereThePolicySaysSo() {
        var units = List.of(new Units(entry(Per.YEAR, 999, Map.of()), 1_000));
        assertThat(Reckon.of(request(1_000, 12, new BigDecimal("2.5")), units, QuoteArithmetic.USUAL)
                        .yearly())
                .isEqualByComparingTo("9740.25");
        var each = with(DiscountOf.REMAINDER, false, Rounded.EACH_UNIT);
        assertThat(Reckon.of(request(1_000, 12, new BigDecimal("2.5")), units, each)
                        .yearly())
                .isEqualByComparingTo("9740.00");
    }

    @Test
    void countsAYearAsTwelveMonths() {
        var priced = Reckon.of(
                request(3, 18, BigDecimal.ZERO),
                List.of(new Units(entry(Per.MONTH, 1_050, Map.of()), 3)),
                QuoteArithmetic.USUAL);
        assertThat(priced.main().amount()).isEqualByComparingTo("31.50");
        assertThat(priced.yearly()).isEqualByComparingTo("378");
        assertThat(priced.total()).isEqualByComparingTo("567");
    }

    @Test
    void givesEachUnitTheTierItFallsInto() {
        var first = new PriceEntry(
                UUID.randomUUID(),
                "A",
                UUID.randomUUID(),
                "A",
                1,
                10,
                "seat",
                "EUR",
                BigDecimal.TEN,
                Per.YEAR,
                null,
                null,
                null);
        var second = new PriceEntry(
                UUID.randomUUID(),
                "B",
                UUID.randomUUID(),
                "B",
                11,
                null,
                "seat",
                "EUR",
                BigDecimal.ONE,
                Per.YEAR,
                null,
                null,
                null);
        assertThat(PriceBook.banded(List.of(first, second), 10))
                .extracting(Units::quantity)
                .containsExactly(10);
        assertThat(PriceBook.banded(List.of(second, first), 25))
                .extracting(Units::quantity)
                .containsExactly(10, 15);
    }

    private static QuoteArithmetic with(DiscountOf discountOf, boolean onceAtList, Rounded rounded) {
        return new QuoteArithmetic(
                Tiers.ALL_UNITS, discountOf, onceAtList, 2, RoundingMode.HALF_UP, rounded, Map.of(), null);
    }

    private static PriceRequest request(int quantity, int term, BigDecimal discount) {
        return new PriceRequest(UUID.randomUUID(), quantity, "EUR", term, discount, null, DAY);
    }

    private static PriceEntry entry(Per per, long cents, Map<Integer, BigDecimal> reductions) {
        return new PriceEntry(
                UUID.randomUUID(),
                "Line",
                UUID.randomUUID(),
                "Tier",
                1,
                null,
                "site",
                "EUR",
                BigDecimal.valueOf(cents, 2),
                per,
                reductions,
                null,
                null);
    }
}
