package dev.windrose.agents.plan;

import dev.windrose.llm.language.Fold;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What goals ask of the record, as whoever speaks may see it. */
@Component
class LookUp {

    private static final int MOST = 500;
    private static final Set<String> CLOSED = Set.of("won", "lost");
    private static final Set<String> SMALL = Set.of(
            "the", "and", "for", "with", "that", "this", "from", "issue", "issues", "deal", "task", "project", "our",
            "ours", "one", "all", "new", "you", "make", "set", "put", "move", "push", "lead");

    private final Records records;
    private final People people;
    private final Workspaces workspaces;
    private final Descriptors descriptors;

    LookUp(Records records, People people, Workspaces workspaces, Descriptors descriptors) {
        this.records = records;
        this.people = people;
        this.workspaces = workspaces;
        this.descriptors = descriptors;
    }

    RecordData get(String type, UUID id) {
        return records.get(type, id);
    }

    List<RecordData> all(String type, Filter filter) {
        return records.query(RecordQuery.of(type).where(filter).limit(MOST));
    }

    List<RecordData> openDeals(UUID company) {
        return all("deal", Filter.is("company_id", company)).stream()
                .filter(LookUp::open)
                .toList();
    }

    static boolean open(RecordData deal) {
        return !deal.binned() && !CLOSED.contains(String.valueOf(deal.text("stage")));
    }

    List<Person> people() {
        return people.all().stream().filter(Person::active).toList();
    }

    LocalDate today() {
        return workspaces.today();
    }

    boolean has(String type, String field) {
        return descriptors.find(type).flatMap(found -> found.field(field)).isPresent();
    }

    Descriptors descriptors() {
        return descriptors;
    }

    /** Words that tell things apart. */
    static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        for (var word : Fold.words(text).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 2 && !SMALL.contains(word)) {
                words.add(word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }

    static long shared(String one, String other) {
        var words = words(other);
        return words(one).stream().filter(words::contains).count();
    }
}
