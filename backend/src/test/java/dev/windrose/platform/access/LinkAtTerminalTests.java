package dev.windrose.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.Browser;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@WindroseTest
class LinkAtTerminalTests {

    private static final URI ADDRESS = URI.create("https://crm.windrose.example/");

    @Autowired
    DataSource dataSource;

    @Test
    void letsAPersonInWithoutAPassword() throws SQLException {
        var workspace = Workspaces.fresh();
        String link;
        try (var connection = dataSource.getConnection()) {
            link = LinkAtTerminal.signIn(connection, workspace.email(), ADDRESS, Clock.systemUTC());
        }
        var browser = new Browser(workspace.baseUrl());

        assertThat(link).startsWith("https://crm.windrose.example/link/");
        String path = "/api/v1/links/" + link.substring(link.lastIndexOf('/') + 1);
        assertThat(browser.send(HttpMethod.POST, path, Map.of()).getStatus().value())
                .isEqualTo(200);
        assertThat(browser.get("/api/v1/session").getStatus().value()).isEqualTo(200);
        assertThat(browser.send(HttpMethod.POST, path, Map.of()).getStatus().value())
                .isEqualTo(404);
    }

    @Test
    void setsUpAnEmptyDataFolderOnly() throws SQLException {
        Workspaces.fresh();
        try (var connection = dataSource.getConnection()) {
            assertThatThrownBy(() -> LinkAtTerminal.setup(connection, ADDRESS, Clock.systemUTC()))
                    .isInstanceOfSatisfying(AppException.class, error -> assertThat(error.code())
                            .isEqualTo(AccessError.SETUP_CLOSED));
        }
    }

    @Test
    void knowsNobodyOfAnUnknownAddress() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThatThrownBy(() ->
                            LinkAtTerminal.signIn(connection, "nobody@windrose.example", ADDRESS, Clock.systemUTC()))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("Nobody active");
        }
    }
}
