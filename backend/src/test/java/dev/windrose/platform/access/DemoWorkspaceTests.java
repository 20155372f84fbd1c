package dev.windrose.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.testing.Browser;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@WindroseTest
class DemoWorkspaceTests {

    @Autowired
    DemoWorkspace demo;

    @Autowired
    OneTimeLinks links;

    @Test
    void hasAnOwnerWhoComesInByALink() {
        var owner = demo.create();
        String link = ActorScope.call(owner, () -> links.signIn(owner));

        var browser = new Browser(Workspaces.baseUrl());
        String path = "/api/v1/links/" + link.substring(link.lastIndexOf('/') + 1);

        assertThat(browser.send(HttpMethod.POST, path, Map.of()).getStatus().value())
                .isEqualTo(200);
        assertThat(demo.find())
                .hasValueSatisfying(found -> assertThat(found.role()).isEqualTo(Role.OWNER));
        assertThat(demo.owner()).as("this process was not asked for a demo").isEmpty();
    }
}
