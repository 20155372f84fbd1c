package dev.windrose.revenue.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.revenue.price.QuoteArithmetic.DiscountOf;
import dev.windrose.revenue.price.QuoteArithmetic.Rounded;
import dev.windrose.revenue.price.QuoteArithmetic.Tiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class ReadArithmeticTests {

    @Test
    void readsWhatAPolicySays() {
        var read = ReadArithmetic.of(
                "The tier of the whole quantity is for every unit. Two years (24 months) take 4 % off and 48 months 12 %. The discount is taken from what"
                        + " is left. Set-up is charged once, without reduction. Sums are rounded to the cent.");
        assertThat(read.tiers()).isEqualTo(Tiers.ALL_UNITS);
        assertThat(read.discountOf()).isEqualTo(DiscountOf.REMAINDER);
        assertThat(read.onceAtList()).isTrue();
        assertThat(read.scale()).isEqualTo(2);
        assertThat(read.termSteps()).containsOnlyKeys(24, 48).containsEntry(48, new BigDecimal("12"));
    }

    @Test
    void readsOtherWays() {
        var read = ReadArithmetic.of(
                "Prices are graduated: each unit has the price of its own tier. Discount and term reduction are added and taken off the list price."
                        + " The unit price is rounded down to whole euros.");
        assertThat(read.tiers()).isEqualTo(Tiers.OWN_BAND);
        assertThat(read.discountOf()).isEqualTo(DiscountOf.LIST);
        assertThat(read.onceAtList()).isFalse();
        assertThat(read.scale()).isZero();
        assertThat(read.rounding()).isEqualTo(RoundingMode.DOWN);
        assertThat(read.rounded()).isEqualTo(Rounded.EACH_UNIT);
    }

    @Test
    void readsGerman() {
        var read = ReadArithmetic.of(
                "Der Preis der Staffel gilt für alle Einheiten. Rabatt wird vom Rest genommen. Geräte werden einmalig berechnet, ohne Rabatt. Beträge werden"
                        + " am Ende auf Cent gerundet.");
        assertThat(read.discountOf()).isEqualTo(DiscountOf.REMAINDER);
        assertThat(read.onceAtList()).isTrue();
        assertThat(read.rounded()).isEqualTo(Rounded.AT_THE_END);
    }

    @Test
    void isAsUsualWhereAPolicyIsAboutSomethingElse() {
        assertThat(ReadArithmetic.of("A discount above 10 % needs the approval of the sales lead."))
                .isEqualTo(QuoteArithmetic.USUAL);
        assertThat(ReadArithmetic.of("Refunds are paid once.")).isEqualTo(QuoteArithmetic.USUAL);
    }
}
