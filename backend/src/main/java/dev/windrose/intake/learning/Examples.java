package dev.windrose.intake.learning;

import dev.windrose.llm.language.Fold;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people taught. Administrators see and forget all of it, others what they taught themselves. */
@Component
public class Examples {

    public static final int MOST = 200;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final int USES = 20;
    /** A use is noted before the decision that made it is kept. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private static final int TAUGHT = 500;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 400;
    private static final Set<String> NAMED = Set.of("company", "contact");

    private final ExampleStore store;
    private final Records records;
    private final Clock clock;

    Examples(ExampleStore store, Records records, Clock clock) {
        this.store = store;
        this.records = records;
        this.clock = clock;
    }

    /** What messages are read with, the newest first. */
    @Transactional(readOnly = true)
    public List<Example> taught() {
        return store.taught(TAUGHT);
    }

    /** To read one message with. */
    public static Learned learned(List<Example> taught) {
        return new Learned(taught, own());
    }

    @Transactional
    public void used(Learned learned) {
        if (!learned.used().isEmpty()) {
            store.used(learned.used().stream().map(use -> use.example().id()).toList(), now());
        }
    }

    void add(NewExample found) {
        var person = ActorScope.current().rightsOf();
        var words = found.words().length() > LONGEST ? found.words().substring(0, LONGEST) : found.words();
        store.insert(new Example(
                Ids.next(),
                now(),
                found.kind(),
                found.op(),
                found.entity(),
                found.field(),
                words,
                Fold.words(words),
                found.read(),
                found.right(),
                found.recordType(),
                found.record(),
                person == null ? null : person.value(),
                found.engine(),
                found.promptLog(),
                found.readAt(),
                found.changeSet(),
                0,
                null,
                true));
    }

    /**
     * From now on these words mean that record.
     *
     * @throws AppException for words that are no name, and for records that the actor does not see
     */
    @Transactional
    public Example alias(String words, String type, UUID record) {
        Permissions.require(Operation.SUBMIT, "intake");
        var key = Fold.words(words);
        if (key.length() < 2 || words.strip().length() > LONGEST_NAME) {
            throw new AppException(CommonError.BAD_VALUE, "A name has 2 to 60 characters.", "text");
        }
        if (!NAMED.contains(type) || records.find(type, record).isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, "There is no such company or contact.", "record");
        }
        return alias(words, type, record, null);
    }

    private Example alias(String words, String type, UUID record, @Nullable String how) {
        add(new NewExample(
                ExampleKind.ALIAS,
                how,
                type,
                null,
                words.strip(),
                null,
                null,
                type,
                record,
                "embedded",
                null,
                null,
                null));
        return store.taught(1).getFirst();
    }

    /** What somebody chose where two records fitted the words of a question. */
    @Transactional
    public void chosen(String question, String type, UUID record) {
        var words = QUOTED.matcher(question);
        if (words.find()
                && NAMED.contains(type)
                && words.group(1).strip().length() <= LONGEST_NAME
                && Fold.words(words.group(1)).length() > 1) {
            alias(words.group(1), type, record, Learned.CHOSEN);
        }
    }

    public record Page(List<Example> examples, boolean next, long total) {}

    @Transactional(readOnly = true)
    public Page page(
            @Nullable String kind,
            @Nullable String entity,
            @Nullable String field,
            @Nullable String words,
            @Nullable UUID before,
            int limit) {
        Permissions.require(Operation.READ, "intake");
        if (limit < 1 || limit > MOST) {
            throw new AppException(CommonError.BAD_VALUE, "The limit lies between 1 and %d.".formatted(MOST), "limit");
        }
        if (kind != null && ExampleKind.of(kind).isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, "There is no such kind of example.", "kind");
        }
        var wanted = new ExampleStore.Wanted(
                all() ? null : own(), kind, entity, field, words == null ? null : Fold.words(words));
        var found = store.list(wanted, before, limit + 1);
        return new Page(found.stream().limit(limit).toList(), found.size() > limit, store.count(wanted));
    }

    /** Where it changed a reading: the last messages, by their ids alone. */
    @Transactional(readOnly = true)
    public List<ExampleUse> uses(UUID id) {
        var example = mine(id);
        return example.lastUsed() == null
                ? List.of()
                : store.uses(id, example.at(), example.lastUsed().plus(A_MOMENT), USES);
    }

    @Transactional
    public void forget(UUID id) {
        store.forget(mine(id).id(), now());
    }

    @Transactional
    public Example restore(UUID id) {
        store.forget(mine(id).id(), null);
        return mine(id);
    }

    /** What was taken back only to be read again says nothing against it. */
    @Transactional
    public void unlearn(List<UUID> changeSets) {
        changeSets.forEach(set -> store.forgetMadeBy(set, now()));
    }

    void wantedAgain(UUID id) {
        store.forget(id, now());
    }

    private Example mine(UUID id) {
        Permissions.require(Operation.SUBMIT, "intake");
        return store.find(id)
                .filter(example -> all() || Objects.equals(example.person(), own()))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such example."));
    }

    private static boolean all() {
        return Permissions.allows(ActorScope.current(), Operation.MANAGE, "llm");
    }

    private static UUID own() {
        var person = ActorScope.current().rightsOf();
        return person == null ? new UUID(0, 0) : person.value();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
