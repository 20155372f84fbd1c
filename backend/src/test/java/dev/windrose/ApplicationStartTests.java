package dev.windrose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WindroseTest
class ApplicationStartTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void worksAsARoleThatPoliciesBind() {
        var bypass = jdbc.sql("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
        assertThat(bypass).isFalse();
    }
}
