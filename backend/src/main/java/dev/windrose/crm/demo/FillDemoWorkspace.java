package dev.windrose.crm.demo;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.access.DemoWorkspace;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills the demo workspace once it has been made. */
@Component
@Order(DemoWorkspace.ORDER + 10)
class FillDemoWorkspace implements ApplicationRunner {

    private final DemoWorkspace workspace;
    private final DemoWorld world;

    FillDemoWorkspace(DemoWorkspace workspace, DemoWorld world) {
        this.workspace = workspace;
        this.world = world;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        workspace.owner().ifPresent(owner -> ActorScope.run(owner, world::fill));
    }
}
