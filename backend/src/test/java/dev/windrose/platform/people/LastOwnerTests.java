package dev.windrose.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.PersonId;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class LastOwnerTests {

    @Autowired
    People people;

    @RepeatedTest(5)
    void twoOwnersCannotDemoteEachOtherAtTheSameTime() throws InterruptedException, ExecutionException {
        var first = Workspaces.fresh().owner();
        PersonId firstId = Objects.requireNonNull(first.person());
        PersonId secondId = ActorScope.call(
                        first,
                        () -> people.add(
                                new NewPerson("Otto Owner", "otto@windrose.example", Role.OWNER, null),
                                PersonStatus.ACTIVE))
                .id();
        var second = new Actor(first.tenant(), secondId, "Otto Owner", first.kind(), Role.OWNER, Actor.ALL_SCOPES);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(List.of(demotion(first, secondId), demotion(second, firstId)))) {
                result.get();
            }
        }

        var owners = ActorScope.call(first, people::all).stream().filter(person -> person.role() == Role.OWNER);
        assertThat(owners).hasSize(1);
    }

    private Callable<Boolean> demotion(Actor by, PersonId of) {
        return () -> {
            try {
                ActorScope.call(by, () -> people.change(of, new PersonChange(Role.ADMIN, null, null, null)));
                return true;
            } catch (AppException lastOwner) {
                return false;
            }
        };
    }
}
