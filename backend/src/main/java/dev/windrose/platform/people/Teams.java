package dev.windrose.platform.people;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TeamId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The teams of the workspace. */
@Component
public class Teams {

    private final TeamStore store;
    private final People people;
    private final Clock clock;

    Teams(TeamStore store, People people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Team> all() {
        return store.all(ActorScope.current().tenant());
    }

    /** For callers outside of the process, whose token must be allowed to read. */
    @Transactional(readOnly = true)
    public List<Team> visible() {
        Permissions.require(Operation.READ, "people");
        return all();
    }

    /** The people of the teams this person belongs to, the person among them. */
    @Transactional(readOnly = true)
    public Set<PersonId> colleagues(PersonId person) {
        var found = new HashSet<>(store.colleagues(ActorScope.current().tenant(), person));
        found.add(person);
        return found;
    }

    @Transactional
    public Team create(TeamChange change) {
        Permissions.require(Operation.MANAGE, "people");
        var team = change.created(TeamId.next(), known());
        save(() -> store.insert(ActorScope.current().tenant(), team, clock.instant()));
        return team;
    }

    @Transactional
    public Team change(TeamId id, TeamChange change) {
        Permissions.require(Operation.MANAGE, "people");
        var team = change.on(get(id), known());
        save(() -> store.update(ActorScope.current().tenant(), team, clock.instant()));
        return team;
    }

    @Transactional
    public void delete(TeamId id) {
        Permissions.require(Operation.MANAGE, "people");
        store.delete(ActorScope.current().tenant(), get(id).id());
    }

    private Team get(TeamId id) {
        return all().stream()
                .filter(team -> team.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such team in this workspace."));
    }

    private Set<PersonId> known() {
        return people.all().stream().map(Person::id).collect(Collectors.toSet());
    }

    private static void save(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new AppException(CommonError.ALREADY_EXISTS, "Another team has this name.", "name");
        }
    }
}
