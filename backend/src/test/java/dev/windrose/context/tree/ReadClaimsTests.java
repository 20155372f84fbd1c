package dev.windrose.context.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReadClaimsTests {

    @Test
    void readsFourOfFiveAsAShare() {
        var claims = ReadClaims.json("It paid for itself in four plants of five.");

        assertThat(claims).hasSize(1);
        assertThat(claims.getFirst()).containsEntry("unit", "%");
        assertThat(new BigDecimal(claims.getFirst().get("value").toString())).isEqualByComparingTo("80");
    }

    @Test
    void countsTheFirstOfGreaterNumbers() {
        assertThat(ReadClaims.json("A leak was found in 141 of 212 plants.")
                        .getFirst()
                        .get("unit"))
                .isNotEqualTo("%");
    }
}
