package dev.windrose.llm.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "three hundred and thirty one | 331",
                "two hundred and two thousand | 202000",
                "one million two thousand | 1002000",
                "1 234 567.89 | 1234567.89",
                "4 thousand 3 hundred and 21 | 4321",
                "13 lakh | 1300000",
                "quatre-vingt douze | 92",
                "treinta y cinco | 35",
                "zweihundertfünfzig | 250",
                "minus 5 | -5",
                "two point five | 2.5"
            })
    void readsNumbersInDigitsAndWords(String text, BigDecimal expected) {
        assertThat(Numbers.in(text)).singleElement().satisfies(found -> assertThat(found.value())
                .isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"up by 12,5 % | 12.5", "twenty percent off | 20", "8 Prozent | 8", "15 por ciento | 15"})
    void readsPercentages(String text, BigDecimal expected) {
        assertThat(Numbers.percents(text)).singleElement().satisfies(found -> assertThat(found.value())
                .isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 months | P12M",
                "zwei Jahre | P2Y",
                "2 years and 3 months | P2Y3M",
                "30 days | P30D",
                "one and a half years | P1Y6M"
            })
    void readsTerms(String text, Period expected) {
        assertThat(Terms.in(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1.298,00 € | - | € | 1298.00",
                "$119. 95 | - | $ | 119.95",
                "23,40 | DKK | DKK | 23.40",
                "40% OFF | - | - | -",
                "45€99 | - | € | 45.99",
                "Was $120.00 Now $60.00 | - | $ | 60.00",
                "CHF 1'049,95 | - | CHF | 1049.95"
            })
    void readsWhatAFieldForAPriceSays(String written, String hint, String currency, BigDecimal amount) {
        var price = PriceField.of(written, hint);
        assertThat(price.currency()).isEqualTo(currency);
        if (amount == null) {
            assertThat(price.amount()).isNull();
        } else {
            assertThat(price.amount()).isEqualByComparingTo(amount);
        }
    }
}
