package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.Teams;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is meant by {@code my_team}. */
@Component
class Colleagues {

    static final String MY_TEAM = "my_team";

    private final Teams teams;

    Colleagues(Teams teams) {
        this.teams = teams;
    }

    /** The people of the actor's teams, the actor among them; nobody for an actor who is no person. */
    Set<UUID> mine() {
        var person = ActorScope.current().rightsOf();
        return person == null
                ? Set.of()
                : teams.colleagues(person).stream().map(PersonId::value).collect(Collectors.toSet());
    }
}
