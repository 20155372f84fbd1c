package dev.windrose.records.importing.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTests {

    @Test
    void turnsTheNameAroundThatHasTheSurnameInFront() {
        assertThat(PersonName.spoken("Abel, Ada")).isEqualTo("Ada Abel");
        assertThat(PersonName.spoken("Brandt, Bruno K.")).isEqualTo("Bruno K. Brandt");
    }

    @Test
    void leavesOtherNamesAsTheyAre() {
        assertThat(PersonName.spoken("Ada Abel")).isEqualTo("Ada Abel");
        assertThat(PersonName.spoken("Clara Costa, PhD")).isEqualTo("Clara Costa, PhD");
        assertThat(PersonName.spoken("Dora Dale, Jr.")).isEqualTo("Dora Dale, Jr.");
        assertThat(PersonName.spoken("Erik,")).isEqualTo("Erik,");
    }
}
