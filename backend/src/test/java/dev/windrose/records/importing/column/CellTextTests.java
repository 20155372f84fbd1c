package dev.windrose.records.importing.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.importing.column.NumberText.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234|1234",
                "1,234.56|1234.56",
                "1.234,56|1234.56",
                "1 234,5|1234.5",
                "$18k|18000",
                "18.5 k|18500",
                "(500)|-500",
                "-500|-500",
                "€ 1.234.567|1234567",
                "4.2m USD|4200000",
                "0.5|0.5",
                ".5|0.5",
                "1,5|1.5",
                "CHF 1'250.50|1250.50",
                "1,234|1234",
                "0,234|0.234",
                "2 bn|2000000000"
            })
    void readsNumbers(String text, BigDecimal expected) {
        assertThat(NumberText.parse(text, false)).map(Amount::number).hasValueSatisfying(number -> assertThat(number)
                .isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"51-200", "many", "1.2.3", "12 apples", "", "1,23,4", "--5", "5%"})
    void refusesWhatIsNoNumber(String text) {
        assertThat(NumberText.parse(text, false)).isEmpty();
    }

    @Test
    void aLonePointGroupsWhereTheColumnHasDecimalCommas() {
        assertThat(NumberText.parse("1.234", true)).map(Amount::number).hasValueSatisfying(number -> assertThat(number)
                .isEqualByComparingTo("1234"));
        assertThat(NumberText.parse("1.234", false)).map(Amount::number).hasValueSatisfying(number -> assertThat(number)
                .isEqualByComparingTo("1.234"));
    }

    @Test
    void readsTheCurrency() {
        assertThat(NumberText.parse("$5", false)).map(Amount::currency).hasValue("USD");
        assertThat(NumberText.parse("5 EUR", false)).map(Amount::currency).hasValue("EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31",
        "31.12.2025",
        "31/12/2025",
        "31-12-25",
        "2025-12-31T10:00:00Z",
        "31 Dec 2025",
        "'December 31, 2025'",
        "20251231",
        "31.12.2025 10:15"
    })
    void readsDatesWithTheDayFirst(String text) {
        assertThat(DateText.parse(text, DateOrder.DAY_FIRST)).hasValue(LocalDate.of(2025, 12, 31));
    }

    @Test
    void readsMonthFirstWhereAnyDateOfTheColumnTellsSo() {
        var column = new ProfileColumn("closed");
        List.of("01/02/2026", "03/25/2026").forEach(column::add);
        assertThat(column.form().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(DateText.parse("01/02/2026", column.form().dateOrder())).hasValue(LocalDate.of(2026, 1, 2));
        assertThat(DateText.parse("31/12/2025", DateOrder.MONTH_FIRST)).isEmpty();
    }

    @Test
    void proposesTheNearestNameAndNoneBetweenTwo() {
        assertThat(Spelling.nearest("Philipines", List.of("Philippines", "Finland"), Function.identity()))
                .hasValue("Philippines");
        assertThat(Spelling.nearest("Norberg", List.of("Norburg", "Norborg"), Function.identity()))
                .isEmpty();
        assertThat(Spelling.core("Harbour Light GmbH")).isEqualTo(Spelling.core("harbourlight"));
    }
}
