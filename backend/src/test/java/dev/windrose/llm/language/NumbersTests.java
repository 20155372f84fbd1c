package dev.windrose.llm.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(
            strings = {
                "Once the contract is signed we begin.",
                "The price is paid once.",
                "An elf is not for us.",
                "The field is null for now.",
                "C'est très bien pour nous.",
                "Er kommt um die Mittagszeit.",
                "We meet in Sept on the site.",
                "The mill is on the river."
            })
    void takesNoWordOfAnotherLanguageForANumber(String text) {
        assertThat(Numbers.in(text).stream()
                        .filter(number -> !number.span().of(text).equals("ein")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tenemos once sedes en el norte | 11",
                "Wir sind elf Leute | 11",
                "tres semanas | 3",
                "son tres millones | 3000000",
                "hay dos contratos | 2",
                "um contrato novo para a empresa | 1",
                "treinta y dos mil | 32000"
            })
    void readsTheSameWordsInTheirOwnLanguage(String text, BigDecimal expected) {
        assertThat(Numbers.in(text)).singleElement().satisfies(found -> assertThat(found.value())
                .isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a pipe of 0.3 m | 0.3",
                "tanks of 5 l each | 5",
                "10 g of salt | 10",
                "0.5m deep | 0.5",
                "a 5g modem | 5",
                "revenue of 3m | 3000000",
                "we sold for $0.3 m | 300000",
                "EUR 2.5 m | 2500000",
                "45k | 45000"
            })
    void tellsUnitsFromMagnitudes(String text, BigDecimal expected) {
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
