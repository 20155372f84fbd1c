package dev.windrose.platform.web;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.FeatureFlags;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.RecordTypeNames;
import dev.windrose.platform.access.Authentication;
import dev.windrose.platform.access.OpenedSession;
import dev.windrose.platform.access.ViewAs;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.platform.web.SessionView.ViewingAs;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
    private final ViewAs viewAs;

    DescribeSession(
            People people,
            Workspaces workspaces,
            FeatureFlags flags,
            Authentication authentication,
            ObjectProvider<RecordTypeNames> types,
            ViewAs viewAs) {
        this.viewAs = viewAs;
        this.people = people;
        this.workspaces = workspaces;
        this.flags = flags;
        this.authentication = authentication;
        this.types = types;
    }

    SessionView current() {
        return current(Optional.empty());
    }

    /** @param secret of the session that asks, if one does */
    SessionView current(Optional<String> secret) {
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
                flags.all(),
                viewing(actor, secret));
    }

    private @Nullable ViewingAs viewing(Actor actor, Optional<String> secret) {
        var person = actor.person();
        return !actor.viewedBySomebodyElse() || person == null || actor.behind() == null
                ? null
                : new ViewingAs(
                        person.value(),
                        actor.name(),
                        actor.behind().value(),
                        secret.flatMap(viewAs::until).orElse(null));
    }

    /** The request that signs in has no actor of its own yet. */
    SessionView of(OpenedSession session) {
        return ActorScope.call(authentication.bySession(session.secret()).orElseThrow(), this::current);
    }
}
