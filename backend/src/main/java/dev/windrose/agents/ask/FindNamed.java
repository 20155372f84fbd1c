package dev.windrose.agents.ask;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.windrose.agents.ask.Named.Candidate;
import dev.windrose.intake.AllNames;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.intake.names.NameHit;
import dev.windrose.intake.names.NameHit.Strength;
import dev.windrose.intake.names.NameIndex;
import dev.windrose.platform.people.People;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the records that a question names, of those that whoever asks may see. */
@Component
public class FindNamed {

    private static final Set<String> IN_MEMORY = Set.of("company", "contact", "deal", "product");
    private static final Set<String> NEVER =
            Set.of("person", "context_entry", "message_tree", "note", "comment", "tag");
    private static final int FEW = 300;
    private static final Set<String> COMMON = Set.of(
            "i", "a", "the", "an", "and", "or", "of", "in", "on", "at", "to", "for", "with", "by", "is", "are", "was",
            "how", "what", "which", "who", "when", "where", "why", "many", "much", "do", "does", "did", "has", "have",
            "we", "our", "my", "me", "us", "all", "any", "no", "not", "it", "its", "this", "that", "these", "those",
            "last", "next", "first", "new", "more", "most", "than", "over", "out", "up", "so", "far", "group", "list");

    private final AllNames names;
    private final Records records;
    private final Descriptors descriptors;
    private final People people;

    FindNamed(AllNames names, Records records, Descriptors descriptors, People people) {
        this.names = names;
        this.records = records;
        this.descriptors = descriptors;
        this.people = people;
    }

    /** @param used words that mean something else already */
    public List<Named> in(List<Word> words, boolean[] used, Vocabulary types) {
        var others = others();
        var found = new ArrayList<Named>();
        var folds = words.stream().map(Word::fold).toList();
        for (int i = 0; i < words.size(); i++) {
            if (used[i]) {
                continue;
            }
            var number = byNumber(words.get(i), i);
            if (number != null) {
                found.add(number);
                continue;
            }
            var hits = hits(folds, i, others).stream()
                    .filter(hit -> counts(hit, words, used, types))
                    .toList();
            var named = best(hits, i);
            if (named != null) {
                found.add(named);
                i = named.to() - 1;
            }
        }
        return visible(found);
    }

    private List<NameHit> hits(List<String> folds, int at, NameIndex others) {
        var all = new ArrayList<NameHit>();
        for (var index : List.of(names.index(), others)) {
            all.addAll(index.at(folds, at));
            var word = folds.get(at);
            if (all.isEmpty() && word.length() > 4 && word.endsWith("s")) {
                var without = new ArrayList<>(folds);
                without.set(at, word.substring(0, word.length() - 1));
                all.addAll(index.at(without, at));
            }
        }
        return all;
    }

    /** A part of a longer name counts where it is more than words that the question uses otherwise, such as "of the". */
    private static boolean counts(NameHit hit, List<Word> words, boolean[] used, Vocabulary types) {
        for (int i = hit.from(); i < hit.from() + hit.count() && i < words.size(); i++) {
            if (used[i]) {
                return false;
            }
        }
        var word = words.get(hit.from());
        if (hit.count() == 1 && (COMMON.contains(word.fold()) || word.fold().length() < 3)) {
            return false;
        }
        if (hit.strength() == Strength.FULL) {
            return hit.count() > 1 || word.capital() || !types.knows(word.stem());
        }
        if (hit.count() > 1) {
            return words.subList(hit.from(), Math.min(words.size(), hit.from() + hit.count())).stream()
                    .anyMatch(each -> !COMMON.contains(each.fold()));
        }
        boolean plain = types.knows(word.stem());
        return switch (hit.strength()) {
            case FULL -> true;
            case LEADING -> !plain && (word.capital() || word.fold().length() > 4);
            case FIRST, LAST -> !plain && (word.capital() || word.fold().length() > 3);
            case INNER -> !plain && word.capital() && hit.from() > 0;
        };
    }

    private static @org.jspecify.annotations.Nullable Named best(List<NameHit> hits, int at) {
        if (hits.isEmpty()) {
            return null;
        }
        int longest = hits.stream().mapToInt(NameHit::count).max().getAsInt();
        var kept = hits.stream().filter(hit -> hit.count() == longest).toList();
        var strongest = kept.stream()
                .map(NameHit::strength)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var best = kept.stream()
                .filter(hit -> strongest != Strength.FULL || hit.strength() == Strength.FULL)
                .filter(hit -> strongest == Strength.INNER || hit.strength() != Strength.INNER)
                .map(hit -> new Candidate(
                        hit.entry().type(),
                        UUID.fromString(hit.entry().id().replace("/", "")),
                        hit.entry().name(),
                        hit.strength() == Strength.FULL))
                .distinct()
                .limit(60)
                .toList();
        return new Named(at, at + longest, best);
    }

    /** "TW-1041": the number that a field of a type keeps. */
    private @org.jspecify.annotations.Nullable Named byNumber(Word word, int at) {
        if (!word.fold().matches("\\p{L}{1,4}-\\d+")) {
            return null;
        }
        var found = new ArrayList<Candidate>();
        for (var type : descriptors.all()) {
            type.fields().values().stream()
                    .filter(field -> field.kind() == FieldKind.TEXT
                            && field.stored()
                            && field.filter()
                            && field.name().equals(type.name() + "_id"))
                    .forEach(field -> records.query(RecordQuery.of(type.name())
                                    .where(Filter.is(field.name(), word.text()))
                                    .limit(3))
                            .forEach(row -> found.add(new Candidate(type.name(), row.id(), row.title(), true))));
        }
        return found.isEmpty() ? null : new Named(at, at + 1, found);
    }

    /** Of types with few records that others refer to, and of people. */
    private NameIndex others() {
        var index = new NameIndex();
        people.all().forEach(person -> {
            index.put(NameEntry.of("person", person.id().toString(), person.name()));
            var first = person.name().split(" ")[0];
            index.put(new NameEntry(
                    "person",
                    person.id() + "/",
                    person.name(),
                    List.of(NameEntry.words(first).getFirst())));
        });
        for (var type : referredTo()) {
            records.query(RecordQuery.of(type.name()).limit(FEW))
                    .forEach(row -> index.put(NameEntry.of(type.name(), row.id().toString(), row.title())));
        }
        return index;
    }

    private List<Descriptor> referredTo() {
        var referred = descriptors.all().stream()
                .flatMap(type -> type.fields().values().stream())
                .flatMap(field -> Stream.ofNullable(field.ref()))
                .collect(Collectors.toSet());
        return descriptors.all().stream()
                .filter(type -> !IN_MEMORY.contains(type.name()) && !NEVER.contains(type.name()))
                .filter(type -> referred.contains(type.name()) || type.entity() != null)
                .filter(type -> type.field(type.titleField())
                        .filter(field -> field.kind() == FieldKind.TEXT)
                        .isPresent())
                .toList();
    }

    /** What must not be seen is not there. */
    private List<Named> visible(List<Named> found) {
        Map<String, Set<UUID>> wanted = found.stream()
                .flatMap(named -> named.candidates().stream())
                .collect(groupingBy(Candidate::type, mapping(Candidate::id, toSet())));
        var seen = new HashSet<UUID>();
        wanted.forEach((type, ids) -> {
            if (type.equals("person")) {
                seen.addAll(ids);
            } else {
                seen.addAll(records.byIds(type, ids).keySet());
            }
        });
        return found.stream()
                .map(named -> new Named(
                        named.from(),
                        named.to(),
                        named.candidates().stream()
                                .filter(each -> seen.contains(each.id()))
                                .toList()))
                .filter(named -> !named.candidates().isEmpty())
                .toList();
    }
}
