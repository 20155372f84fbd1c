package dev.windrose.testing;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.access.ApiTokens;
import dev.windrose.platform.access.NewApiToken;
import dev.windrose.platform.access.NewOwner;
import dev.windrose.platform.access.WorkspaceCreation;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.platform.people.WorkspaceChange;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Makes workspaces for tests, so that none sees the data of another. */
public final class Workspaces {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable ApplicationContext context;

    private Workspaces() {}

    static void use(ApplicationContext started) {
        context = started;
    }

    public static TestWorkspace fresh() {
        return fresh(null);
    }

    /** With a password, for tests of signing in; slower by the time of one hash. */
    public static TestWorkspace fresh(@Nullable String password) {
        int number = COUNT.incrementAndGet();
        String email = "olive.owner" + number + "@windrose.example";
        Actor owner = bean(WorkspaceCreation.class)
                .create(WorkspaceChange.named("Workspace " + number), new NewOwner("Olive Owner", email, password));
        var request = new NewApiToken("test", Actor.ALL_SCOPES, null, owner.person());
        String token = ActorScope.call(owner, () -> bean(ApiTokens.class).issue(request))
                .secret();
        return new TestWorkspace(owner.tenant(), owner, email, token, baseUrl());
    }

    static String tokenOfNewPerson(TestWorkspace workspace, Role role) {
        String email = role.wire() + COUNT.incrementAndGet() + "@windrose.example";
        var request = new NewPerson("Robin " + role.wire(), email, role, null);
        return ActorScope.call(workspace.owner(), () -> {
            var person = bean(People.class).add(request, PersonStatus.ACTIVE);
            return bean(ApiTokens.class)
                    .issue(new NewApiToken("test", Actor.ALL_SCOPES, null, person.id()))
                    .secret();
        });
    }

    static Actor newPerson(TestWorkspace workspace, String name, Role role) {
        String email = role.wire() + COUNT.incrementAndGet() + "@windrose.example";
        var person = ActorScope.call(workspace.owner(), () -> bean(People.class)
                .add(new NewPerson(name, email, role, null), PersonStatus.ACTIVE));
        return new Actor(workspace.tenant(), person.id(), name, ActorKind.PERSON, role, Actor.ALL_SCOPES);
    }

    static String tokenOf(TestWorkspace workspace, PersonId person) {
        var request = new NewApiToken("test", Actor.ALL_SCOPES, null, person);
        return ActorScope.call(workspace.owner(), () -> bean(ApiTokens.class).issue(request))
                .secret();
    }

    public static String baseUrl() {
        return "http://127.0.0.1:" + started().getEnvironment().getProperty("local.server.port");
    }

    public static <T> T bean(Class<T> type) {
        return started().getBean(type);
    }

    private static ApplicationContext started() {
        return Objects.requireNonNull(context, "annotate the test class with @WindroseTest");
    }
}
