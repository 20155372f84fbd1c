package dev.windrose.records.importing.column;

import dev.windrose.records.TextKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the values of one field may be, and what the words of a file mean by them. */
public final class Lookup {

    /** Above this many, only what is written nearly alike is proposed, not what is misspelt. */
    private static final int COMPARED = 5_000;

    /** @param value what is written into the record */
    public record Option(String value, String label) {}

    /** What a word means: a value, nothing at all, or a question with at best a proposal. */
    public sealed interface Meaning {}

    public record Known(String value) implements Meaning {}

    public record LeftEmpty() implements Meaning {}

    public record Asked(@Nullable Option proposal, boolean several) implements Meaning {}

    /** Where there are more values than can be held: looks words up many at a time. */
    public interface Finder {

        /** What the words mean, by the key of the word or of the id in it. Several values where it is the name of several. */
        Map<String, List<String>> find(Collection<String> words);

        /** Values whose names begin alike. */
        List<Option> alike(String word);
    }

    private static final int MOST_LEARNED = 200_000;
    private static final int MOST_ASKED = 500;

    private final List<Option> options;
    private final boolean choice;
    private final @Nullable Finder finder;
    private final Map<String, List<String>> learned = new HashMap<>();
    private int asked;
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, Option> nearly = new HashMap<>();
    private final Set<String> several = new HashSet<>();
    private final Set<String> later = new HashSet<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, Optional<String>> answers = new HashMap<>();
    private final Map<String, Meaning> known = new HashMap<>();
    private final Map<String, Said> said = new HashMap<>();

    /** What else is known of a word, as the name behind the number of a colleague elsewhere. */
    private record Said(String name, String label) {}

    /** @param choice whether others have their own words for the values, as for stages */
    public Lookup(List<Option> options, boolean choice) {
        this(options, choice, null);
    }

    /** Of values that are looked up when words of them are met. */
    public Lookup(Finder finder) {
        this(List.of(), false, finder);
    }

    private Lookup(List<Option> options, boolean choice, @Nullable Finder finder) {
        this.options = List.copyOf(options);
        this.choice = choice;
        this.finder = finder;
        for (var option : options) {
            name(option.label(), option);
            if (choice) {
                name(option.value(), option);
            }
        }
    }

    private void name(String name, Option option) {
        String before = exact.putIfAbsent(TextKey.of(name), option.value());
        if (before != null && !before.equals(option.value())) {
            several.add(TextKey.of(name));
        }
        nearly.putIfAbsent(Spelling.core(name), option);
    }

    /** Another name of a value, such as the code of a country or the mail address of a colleague. */
    public void alias(String name, String value) {
        aliases.putIfAbsent(name, value);
        exact.putIfAbsent(TextKey.of(name), value);
    }

    /** Values that will be called otherwise, by value. Where values are looked up when they are met, they keep their names. */
    public void rename(Map<String, String> labels) {
        if (finder != null || labels.isEmpty()) {
            return;
        }
        exact.clear();
        nearly.clear();
        several.clear();
        options.forEach(option -> name(labels.getOrDefault(option.value(), option.label()), option));
        aliases.forEach((name, value) -> exact.putIfAbsent(TextKey.of(name), value));
    }

    /** A name that something will have which is not there yet. With a name that is there already it is the name of several. */
    public void later(String name, String value) {
        if (name.isBlank()) {
            return;
        }
        later.add(TextKey.of(name));
        String before = exact.putIfAbsent(TextKey.of(name), value);
        if (before != null && !before.equals(value)) {
            several.add(TextKey.of(name));
        }
    }

    /** What a word tells that is no name itself; the proposal goes by it. */
    public void describe(String word, String name, String label) {
        said.put(TextKey.of(word), new Said(name, label));
    }

    /** What is to be shown beside a word. */
    public Optional<String> described(String word) {
        return Optional.ofNullable(said.get(TextKey.of(word))).map(Said::label);
    }

    /** @param value null leaves the field empty */
    public void answer(String word, @Nullable String value) {
        answers.put(TextKey.of(word), Optional.ofNullable(value));
    }

    public List<Option> options() {
        return options;
    }

    /** Finds out about words that will be asked for, all at once. */
    public void learn(Collection<String> words) {
        if (finder == null) {
            return;
        }
        if (learned.size() > MOST_LEARNED) {
            learned.clear();
            known.clear();
        }
        find(finder, words);
    }

    private void find(Finder by, Collection<String> words) {
        var fresh = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty() && learned.putIfAbsent(TextKey.of(word), List.of()) == null)
                .toList();
        if (!fresh.isEmpty()) {
            learned.putAll(by.find(fresh));
        }
    }

    public Meaning of(String word) {
        return known.computeIfAbsent(TextKey.of(word), key -> meaning(key, word));
    }

    private Meaning meaning(String key, String word) {
        var answer = answers.get(key);
        if (answer != null) {
            return answer.isEmpty() ? new LeftEmpty() : new Known(answer.get());
        }
        if (several.contains(key)) {
            return new Asked(null, true);
        }
        var found = found(key, word);
        if (found.size() > 1 || found.size() == 1 && later.contains(key)) {
            return new Asked(null, true);
        }
        String value = found.isEmpty() ? exact.get(key) : found.getFirst();
        if (value == null) {
            value = exact.get(TextKey.of(CrmId.of(word.strip())));
        }
        if (value == null && choice) {
            value = options.stream()
                    .filter(option -> Spelling.squash(option.value()).equals(Spelling.squash(word))
                            || Spelling.squash(option.label()).equals(Spelling.squash(word)))
                    .map(Option::value)
                    .findFirst()
                    .orElse(null);
        }
        var told = said.get(key);
        return value == null ? new Asked(proposal(told == null ? word : told.name()), false) : new Known(value);
    }

    private List<String> found(String key, String word) {
        if (finder == null) {
            return List.of();
        }
        if (!learned.containsKey(key)) {
            find(finder, List.of(word));
        }
        var values = learned.getOrDefault(key, List.of());
        return values.isEmpty() ? learned.getOrDefault(TextKey.of(CrmId.of(word.strip())), List.of()) : values;
    }

    private @Nullable Option proposal(String word) {
        if (finder != null) {
            return asked++ < MOST_ASKED
                    ? Spelling.nearest(word, finder.alike(word), Option::label).orElse(null)
                    : null;
        }
        if (choice) {
            for (var option : options) {
                if (Synonyms.means(option.value(), Spelling.squash(word))) {
                    return option;
                }
            }
        }
        var alike = nearly.get(Spelling.core(word));
        if (alike != null || options.size() > COMPARED) {
            return alike;
        }
        return Spelling.nearest(word, options, Option::label).orElse(null);
    }
}
