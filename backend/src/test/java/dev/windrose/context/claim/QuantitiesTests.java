package dev.windrose.context.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.claim.CompareQuantities.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            four times a day        | every six hours            | SAME
            4 readings an hour      | every 15 minutes           | SAME
            three times a day       | every six hours            | OTHER
            in three months         | in ninety days             | SAME
            in 61 days              | in two months              | OTHER
            within two working weeks | within ten working days   | SAME
            up to a decade          | up to ten years            | SAME
            two in a hundred meters | 2 % of the meters          | SAME
            three and a half hours  | 3.5 hours                  | SAME
            up to 150 °C            | up to 120 °C               | OTHER
            a pipe of DN 300        | pipes from DN 15 to DN 600 | SAME
            a pipe of DN 700        | pipes from DN 15 to DN 600 | OTHER
            """)
    void comparesNumbersInOtherUnits(String said, String known, Outcome outcome) {
        var claim = Quantities.in(said).getLast();
        var entry = Quantities.in(known).getLast();

        assertThat(CompareQuantities.of(claim, entry)).isEqualTo(outcome);
    }
}
