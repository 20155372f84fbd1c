package dev.windrose.intake;

import dev.windrose.intake.Speaker.Standing;
import dev.windrose.intake.reading.Message.Author;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.PersonStatus;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds out whose word a text is. What arrives by mail, form or webhook without an author is from outside, whoever hands it in. */
@Component
class IdentifySpeaker {

    private static final Set<String> OWN_CHANNELS = Set.of("chat", "slack", "call_note");

    private final People people;

    IdentifySpeaker(People people) {
        this.people = people;
    }

    Speaker of(Incoming incoming) {
        var actor = ActorScope.current();
        var written = incoming.author();
        if (incoming.source() != null && incoming.source().waits() && written == null && actor.person() != null) {
            return find(actor.person())
                    .map(person -> speaker(Standing.CLAIMED, person))
                    .orElseGet(IdentifySpeaker::outsider);
        }
        if (written != null) {
            return claimed(written);
        }
        boolean own =
                actor.kind() == ActorKind.PERSON && actor.person() != null && OWN_CHANNELS.contains(incoming.channel());
        return own
                ? find(actor.person())
                        .map(person -> speaker(Standing.EMPLOYEE, person))
                        .orElseGet(IdentifySpeaker::outsider)
                : outsider();
    }

    private Optional<Person> find(PersonId id) {
        return SameForAll.once(new SameForAll.Key<>("person " + id), () -> people.find(id));
    }

    private Speaker claimed(String written) {
        var person = person(written);
        boolean self = person.isPresent()
                && person.get().id().equals(ActorScope.current().person());
        return person.map(found -> speaker(self ? Standing.EMPLOYEE : Standing.CLAIMED, found))
                .orElseGet(() -> new Speaker(Standing.CLAIMED, new Author(written, ""), null));
    }

    private Optional<Person> person(String written) {
        return people.all().stream()
                .filter(person -> person.status() != PersonStatus.DEACTIVATED)
                .filter(person -> person.id().toString().equalsIgnoreCase(written)
                        || person.name().equalsIgnoreCase(written)
                        || person.email().equalsIgnoreCase(written))
                .findFirst();
    }

    private static Speaker speaker(Standing standing, Person person) {
        return new Speaker(standing, new Author(person.name(), String.valueOf(person.title())), person.id());
    }

    private static Speaker outsider() {
        return new Speaker(Standing.OUTSIDER, null, null);
    }
}
