package dev.windrose.llm.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTests {

    @Test
    void beginsAtTheClosingWords() {
        var lines = List.of(
                "Thursday works for us.",
                "",
                "Kind regards",
                "",
                "Joan Pardew",
                "Procurement Lead",
                "+44 20 7946 0991",
                "");
        assertThat(Signatures.in(lines, "Joan Pardew <joan@quarrow.example>")).isEqualTo(new Span(2, 7));
    }

    @Test
    void beginsAtTheNameWhereNothingCloses() {
        var lines = List.of("Please call me about the renewal.", "", "Reto Hollenstein - 044 555 01 23");
        assertThat(Signatures.in(lines, "Hollenstein, Reto")).isEqualTo(new Span(2, 3));
    }

    @Test
    void endsAboveTheHistory() {
        var lines = List.of(
                "Yes.", "", "Ivo", "", "On Mon, 4 May 2026 at 09:10 Nadia Feld wrote:", "> Shall we?", "> Nadia");
        assertThat(Signatures.in(lines, "Ivo Brandt")).isEqualTo(new Span(2, 3));
    }

    @Test
    void leavesAMailWithoutSignatureAlone() {
        var lines = List.of("The report is ready and can be read on the page that you know from last year.");
        var found = Signatures.in(lines, "Reports");
        assertThat(found.start()).isEqualTo(found.end());
    }
}
