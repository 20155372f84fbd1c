package dev.windrose.platform.access;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.process.GreetingLine;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal how to come in the first time. */
@Component
class GreetWithLink implements GreetingLine {

    private final SetUp setUp;
    private final DemoWorkspace demo;
    private final OneTimeLinks links;

    GreetWithLink(SetUp setUp, DemoWorkspace demo, OneTimeLinks links) {
        this.setUp = setUp;
        this.demo = demo;
        this.links = links;
    }

    @Override
    public Optional<String> line(URI address) {
        if (setUp.open()) {
            return Optional.of("Set up the workspace (this link works once): "
                    + PublicAddress.at(address, PublicAddress.path(LinkKind.SETUP, setUp.link())));
        }
        return demo.owner()
                .map(owner -> "Sign in to the demo as " + DemoWorkspace.OWNER + " (this link works once): "
                        + ActorScope.call(owner, () -> links.signIn(owner)));
    }
}
