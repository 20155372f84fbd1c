package dev.windrose.records.importing;

import dev.windrose.records.FieldKind;
import dev.windrose.records.importing.Question.Word;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.importing.column.Lookup.Option;
import dev.windrose.records.importing.column.PastColumns;
import dev.windrose.records.importing.file.FileRow;
import dev.windrose.records.importing.file.RowTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects the words of a file that nobody has explained yet, each once. */
@Component
class FindQuestions {

    private static final int MOST_WORDS = 200;
    private static final int TOGETHER = 2_000;
    /** Longer lists are searched in, not chosen from. */
    private static final int MOST_OPTIONS = 60;

    private final OpenMapping openMapping;
    private final BuildLookups lookups;

    private final ImportStore store;

    FindQuestions(OpenMapping openMapping, BuildLookups lookups, ImportStore store) {
        this.store = store;
        this.openMapping = openMapping;
        this.lookups = lookups;
    }

    /** @param only rows that the column is about; null for all */
    private record Asking(
            Target.Column column,
            Lookup lookup,
            boolean several,
            Map<String, Long> words,
            @Nullable Predicate<FileRow> only) {

        Stream<String> words(String cell) {
            return Stream.of(several ? cell.split("[;,|]") : new String[] {cell})
                    .map(String::strip);
        }
    }

    List<Question> of(Import file, Mapping mapping, Path path) {
        var target = openMapping.of(file, mapping);
        FileNames.learn(target, path, file);
        // What a file that came with it will bring is not known yet.
        var later = file.setId() == null ? Set.<String>of() : store.typesOfSet(file.setId());
        var asking = new ArrayList<Asking>();
        for (var column : target.columns()) {
            var field = column.field();
            if (field == null) {
                continue;
            }
            var lookup = column.own() != null
                    ? column.own()
                    : lookups.of(
                            target.type(),
                            field,
                            mapping.choices().getOrDefault(column.target(), Map.of()),
                            file.setId());
            if (lookup != null && !later.contains(String.valueOf(field.ref()))) {
                boolean several = field.kind() == FieldKind.MULTI_CHOICE || field.kind() == FieldKind.REFERENCES;
                asking.add(new Asking(column, lookup, several, new LinkedHashMap<>(), null));
            }
        }
        changes(target, asking);
        if (!asking.isEmpty()) {
            read(file, path, asking);
        }
        return asking.stream()
                .filter(one -> !one.words().isEmpty())
                .map(FindQuestions::question)
                .toList();
    }

    /** The values of a file of changes, history by history. */
    private static void changes(Target target, List<Asking> asking) {
        var past = target.past();
        var values = past.roles().get(PastColumns.VALUE);
        var names = past.roles().get(PastColumns.FIELD);
        if (values == null) {
            return;
        }
        past.lookups().forEach((history, lookup) -> {
            var field = past.histories().get(history);
            var column = new Target.Column(values.index(), values.column(), field.name(), field, null, lookup, null);
            asking.add(new Asking(
                    column,
                    lookup,
                    false,
                    new LinkedHashMap<>(),
                    row -> history.equals(
                            names == null || row.cell(names.index()).isEmpty()
                                    ? past.history()
                                    : PastColumns.history(target.type(), past.histories(), row.cell(names.index()))
                                            .orElse(null))));
        });
    }

    private static void read(Import file, Path path, List<Asking> asking) {
        try (var table = RowTable.open(path, file.format())) {
            for (var rows = table.next(TOGETHER); !rows.isEmpty(); rows = table.next(TOGETHER)) {
                for (var one : asking) {
                    var words = rows.stream()
                            .filter(row -> one.only() == null || one.only().test(row))
                            .flatMap(row -> one.words(row.cell(one.column().index())))
                            .toList();
                    one.lookup().learn(words);
                    words.forEach(word -> count(one, word));
                }
            }
        }
    }

    private static void count(Asking asking, String word) {
        boolean room = asking.words().size() < MOST_WORDS || asking.words().containsKey(word);
        if (!word.isEmpty() && room && asking.lookup().of(word) instanceof Lookup.Asked) {
            asking.words().merge(word, 1L, Long::sum);
        }
    }

    private static Question question(Asking asking) {
        List<Option> options = asking.lookup().options().size() <= MOST_OPTIONS
                        || asking.words().size() <= 5 && !isReference(asking)
                ? asking.lookup().options()
                : List.of();
        var words = asking.words().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(word -> word(asking.lookup(), word.getKey(), word.getValue(), options))
                .toList();
        return new Question(asking.column().name(), asking.column().target(), words);
    }

    private static boolean isReference(Asking asking) {
        return asking.column().field() != null && asking.column().field().ref() != null;
    }

    /** Where there is a list to choose from, the proposal is one of its values; else it is a name to search for. */
    private static Word word(Lookup lookup, String word, long count, List<Option> options) {
        String label = lookup.described(word).orElse(null);
        var proposal = lookup.of(word) instanceof Lookup.Asked asked ? asked.proposal() : null;
        if (proposal == null) {
            return new Word(word, null, null, count, options, label);
        }
        return new Word(
                word, options.isEmpty() ? proposal.label() : proposal.value(), proposal.label(), count, options, label);
    }
}
