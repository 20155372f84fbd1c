package dev.windrose.workspace.demo;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.access.DemoWorkspace;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sets up the demo workspace once its records are there. */
@Component
@Order(DemoWorkspace.ORDER + 20)
class FillDemoSettings implements ApplicationRunner {

    private final DemoWorkspace workspace;
    private final DemoSettings settings;

    FillDemoSettings(DemoWorkspace workspace, DemoSettings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        workspace.owner().ifPresent(owner -> ActorScope.run(owner, settings::fill));
    }
}
