package dev.windrose.records.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mara.quill@northwind.example",
                "m+sales@sub.northwind.example",
                "o'neil@northwind.example",
                "jürgen@müller.example",
                "x@northwind.co.uk"
            })
    void takesAddressesThatMayBeRight(String email) {
        assertThat(JudgeAddress.wrongEmail(email)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none@northwind.example",
                "noemail@x.example",
                "mara..quill@northwind.example",
                ".mara@northwind.example",
                "mara.@northwind.example",
                "mara@northwind",
                "mara@northwind.1",
                "mara@-northwind.example",
                "mara at northwind.example"
            })
    void findsAddressesThatCannotBeRight(String email) {
        assertThat(JudgeAddress.wrongEmail(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 30 901820",
                "030 / 90 18 20",
                "(415) 555-0132 ext. 12",
                "+1 415 555 0132;ext=7",
                "0041 44 668 18 00"
            })
    void takesNumbersThatMayBeRight(String phone) {
        assertThat(JudgeAddress.wrongPhone(phone)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "0000000000", "+49 1", "1234567890123456", "see website 030"})
    void findsNumbersThatCannotBeRight(String phone) {
        assertThat(JudgeAddress.wrongPhone(phone)).isTrue();
    }
}
