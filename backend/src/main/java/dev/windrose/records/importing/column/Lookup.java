package dev.windrose.records.importing.column;

import dev.windrose.records.TextKey;
import java.util.HashMap;
import java.util.HashSet;
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

    private final List<Option> options;
    private final boolean choice;
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, Option> nearly = new HashMap<>();
    private final Set<String> several = new HashSet<>();
    private final Map<String, Optional<String>> answers = new HashMap<>();
    private final Map<String, Meaning> known = new HashMap<>();

    /** @param choice whether others have their own words for the values, as for stages */
    public Lookup(List<Option> options, boolean choice) {
        this.options = List.copyOf(options);
        this.choice = choice;
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
        exact.putIfAbsent(TextKey.of(name), value);
    }

    /** @param value null leaves the field empty */
    public void answer(String word, @Nullable String value) {
        answers.put(TextKey.of(word), Optional.ofNullable(value));
    }

    public List<Option> options() {
        return options;
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
        String value = exact.get(key);
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
        return value == null ? new Asked(proposal(word), false) : new Known(value);
    }

    private @Nullable Option proposal(String word) {
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
