package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is meant by {@code my_team}. */
@Component
class Colleagues {

    static final String MY_TEAM = "my_team";

    /** The people of the actor's teams, the actor among them; nobody for an actor who is no person. */
    Set<UUID> mine() {
        var person = ActorScope.current().person();
        return person == null ? Set.of() : Set.of(person.value());
    }
}
