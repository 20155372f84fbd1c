package dev.windrose.context.policy;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.People;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who acts in which role that policies name. Owners and administrators may act in each. */
@Component
public class PolicyRoles {

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\d]+(?:_[\\p{L}\\d]+)*");

    private final PolicyRoleStore store;
    private final People people;

    PolicyRoles(PolicyRoleStore store, People people) {
        this.store = store;
        this.people = people;
    }

    @Transactional(readOnly = true)
    public Map<String, List<PersonId>> all() {
        return store.all();
    }

    /** @throws AppException for a role that is no key, and for somebody who is not there */
    @Transactional
    public void put(String role, List<PersonId> holders) {
        if (!KEY.matcher(role).matches() || role.length() > 100) {
            throw new AppException(CommonError.BAD_VALUE, "A role is written like sales_lead.", "role");
        }
        holders.forEach(people::get);
        store.put(role, holders.stream().distinct().toList());
    }

    /** Whether the actor in scope may decide for the role. Programs decide for none, whoever is behind them. */
    @Transactional(readOnly = true)
    public boolean held(String role) {
        var actor = ActorScope.current();
        var person = actor.person();
        return (actor.kind() == ActorKind.PERSON || actor.kind() == ActorKind.TOKEN)
                && (actor.role().atLeast(Role.ADMIN)
                        || role.equals(actor.role().wire())
                        || person != null
                                && store.all().getOrDefault(role, List.of()).contains(person));
    }
}
