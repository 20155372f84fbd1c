package dev.windrose.crm.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormaliseWebsiteTests {

    @Test
    void writesSchemeAndHostInOneForm() {
        assertThat(NormaliseWebsite.of("WWW.Calder.example/")).isEqualTo("https://www.calder.example");
        assertThat(NormaliseWebsite.of("HTTP://calder.example/About")).isEqualTo("http://calder.example/About");
    }
}
