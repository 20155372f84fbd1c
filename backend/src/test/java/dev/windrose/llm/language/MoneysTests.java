package dev.windrose.llm.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneysTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$18k | 18000 | USD",
                "around $1.2m | 1200000 | USD",
                "€ 7.200 im Jahr | 7200 | EUR",
                "7.200 € im Jahr | 7200 | EUR",
                "3,5 Mio € | 3500000 | EUR",
                "£4,250.50 | 4250.50 | GBP",
                "CHF 58'000 | 58000 | CHF",
                "245 000 kr | 245000 | ",
                "18 lakh | 1800000 | ",
                "7.5L | 750000 | ",
                "₹12,50,000 | 1250000 | INR",
                "2 crore rupees | 20000000 | INR",
                "S$ 80k | 80000 | SGD",
                "HKD 780k | 780000 | HKD",
                "¥120 million | 120000000 | JPY",
                "R$ 2,3 mi | 2300000 | BRL",
                "39.500 euro | 39500 | EUR",
                "66k | 66000 | ",
                "1.35M | 1350000 | ",
                "USD 42,500 | 42500 | USD",
                "forty thousand dollars | 40000 | USD",
                "KRW 85,000,000 | 85000000 | KRW",
                "12.000,50 EUR | 12000.50 | EUR",
                "1,35 Mio SEK | 1350000 | SEK",
                "380 mil pesos | 380000 | ",
                "1,45 mil millones de euros | 1450000000 | EUR",
                "31 k€ | 31000 | EUR",
                "17'500 Franken | 17500 | CHF",
                "cinq millions d'euros | 5000000 | EUR",
                "fünfundvierzig Euro | 45 | EUR",
                "half a million dollars | 500000 | USD",
                "US$4.7 billion | 4700000000 | USD",
                "12 dollars and 50 cents | 12.50 | USD",
                "120 mEUR | 120000000 | EUR",
                "dólares canadienses 3 | 3 | CAD"
            })
    void readsAmountAndCurrency(String text, BigDecimal amount, String currency) {
        assertThat(Moneys.in(text)).singleElement().satisfies(found -> {
            assertThat(found.amount()).isEqualByComparingTo(amount);
            assertThat(found.currency()).isEqualTo(currency);
            assertThat(found.range()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"20-25k", "$20k to $25k", "between 30k and 40k", "€20–30k", "20k-ish to 30k"})
    void marksRanges(String text) {
        assertThat(Moneys.in(text)).isNotEmpty().allMatch(Money::range);
    }

    @Test
    void leavesTheCurrencyOpenWhereSeveralCountriesHaveIt() {
        assertThat(Moneys.in("750 kroner"))
                .singleElement()
                .extracting(Money::currency)
                .isNull();
    }

    @Test
    void leavesAloneWhatIsNoMoney() {
        assertThat(Moneys.in("40 seats, 3 meetings, 12% off, 50k rows, 2026, call 0171 5550183, 4k monitors"))
                .isEmpty();
    }
}
