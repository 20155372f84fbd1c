package dev.windrose.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.PersonStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindMentionsTests {

    private final Person ada = person("Ada Lund", "ada@tern.example");
    private final Person adaBerg = person("Ada Lund-Berg", "ada.berg@tern.example");
    private final Person omar = person("Omar Said", "omar@tern.example");

    @Test
    void findsFullNamesAddressesAndBrackets() {
        assertThat(found("@Ada Lund-Berg, please look")).containsExactly(adaBerg);
        assertThat(found("@[Omar Said] and @ada@tern.example")).containsExactlyInAnyOrder(omar, ada);
    }

    @Test
    void takesAFirstNameOnlyIfOnePersonHasIt() {
        assertThat(found("@omar can you?")).containsExactly(omar);
        assertThat(found("@Ada can you?")).isEmpty();
    }

    @Test
    void leavesMailAddressesInTheTextAlone() {
        assertThat(found("write to office@omar.example")).isEmpty();
    }

    private List<Person> found(String text) {
        return FindMentions.in(text, List.of(ada, adaBerg, omar));
    }

    private static Person person(String name, String email) {
        return new Person(
                PersonId.next(), name, email, Role.MEMBER, PersonStatus.ACTIVE, null, null, null, Instant.EPOCH);
    }
}
