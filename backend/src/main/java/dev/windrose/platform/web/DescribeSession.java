package dev.windrose.platform.web;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.FeatureFlags;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.RecordTypeNames;
import dev.windrose.platform.access.Authentication;
import dev.windrose.platform.access.OpenedSession;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Workspaces;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Collects what the web application needs to know first. */
@Component
class DescribeSession {

    private final People people;
    private final Workspaces workspaces;
    private final FeatureFlags flags;
    private final Authentication authentication;
    private final ObjectProvider<RecordTypeNames> types;

    DescribeSession(
            People people,
            Workspaces workspaces,
            FeatureFlags flags,
            Authentication authentication,
            ObjectProvider<RecordTypeNames> types) {
        this.people = people;
        this.workspaces = workspaces;
        this.flags = flags;
        this.authentication = authentication;
        this.types = types;
    }

    SessionView current() {
        Actor actor = ActorScope.current();
        var names = new TreeSet<String>();
        types.forEach(source -> names.addAll(source.names()));
        return new SessionView(
                Optional.ofNullable(actor.person())
                        .flatMap(people::find)
                        .map(PersonView::of)
                        .orElse(null),
                WorkspaceView.of(workspaces.current()),
                Permissions.of(actor, names),
                actor.scopes().stream().sorted().toList(),
                flags.all());
    }

    /** The request that signs in has no actor of its own yet. */
    SessionView of(OpenedSession session) {
        return ActorScope.call(authentication.bySession(session.secret()).orElseThrow(), this::current);
    }
}
