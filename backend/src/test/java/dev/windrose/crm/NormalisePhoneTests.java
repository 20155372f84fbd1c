package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalisePhoneTests {

    @Test
    void readsANumberInItsCountry() {
        assertThat(NormalisePhone.of("(206) 555-0123", "US")).isEqualTo("+12065550123");
        assertThat(NormalisePhone.of("030 1234567", "DE")).isEqualTo("+49301234567");
    }

    @Test
    void keepsTheCountryThatIsWritten() {
        assertThat(NormalisePhone.of("+44 (0)20 7946 0123", "DE")).isEqualTo("+442079460123");
    }

    @Test
    void keepsTheDigitsWhereNoCountryIsKnown() {
        assertThat(NormalisePhone.of("030 / 123 45 67", null)).isEqualTo("0301234567");
        assertThat(NormalisePhone.of("ask reception", null)).isEqualTo("ask reception");
    }
}
