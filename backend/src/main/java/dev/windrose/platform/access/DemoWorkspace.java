package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.platform.settings.ProcessSettings;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The workspace of the demo world, made at the first start with {@code --demo}. A module fills it in a runner of a later order. */
@Component
@Order(DemoWorkspace.ORDER)
public class DemoWorkspace implements ApplicationRunner {

    public static final int ORDER = 100;
    public static final String OWNER = "demo@windrose.example";

    private final WorkspaceCreation creation;
    private final IdentityStore identities;
    private final People people;
    private final boolean wanted;

    DemoWorkspace(WorkspaceCreation creation, IdentityStore identities, People people, ProcessSettings settings) {
        this.creation = creation;
        this.identities = identities;
        this.people = people;
        this.wanted = settings.demo();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted && find().isEmpty()) {
            create();
        }
    }

    Actor create() {
        var settings = new WorkspaceChange("Tidewater Instruments", "USD", "Europe/Berlin", "monday", 1);
        return creation.create(settings, new NewOwner("Marta Ellingsen", OWNER, null));
    }

    /** The owner of the demo workspace, where this process was asked for one. */
    public Optional<Actor> owner() {
        return wanted ? find() : Optional.empty();
    }

    Optional<Actor> find() {
        return identities.findByEmail(OWNER).stream().findFirst().flatMap(identity -> ActorScope.call(
                        Actor.system(identity.tenant()), () -> people.find(identity.person()))
                .filter(Person::active)
                .map(person -> new Actor(
                        identity.tenant(),
                        person.id(),
                        person.name(),
                        ActorKind.PERSON,
                        Role.OWNER,
                        Actor.ALL_SCOPES)));
    }
}
