package dev.windrose.intake.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The messages of our own with what a careful colleague would make of them. */
record OwnCases(List<One> all) {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    /** The first were written with the reader; of these, those with an even number are only run. */
    private static final int FIRST = 201;

    /** Who may look at a case. */
    enum Group {
        FIRST_ONLY_RUN("first 201, only run"),
        ONLY_RUN("kept.txt, only run"),
        READ("read while the reader is built");

        final String label;

        Group(String label) {
            this.label = label;
        }
    }

    record One(Cases known, Map<String, @Nullable Object> expected, Group group) {

        /** @param read the message and its records to a prediction */
        CaseScore score(Function<Cases, Map<String, Object>> read) {
            // By way of JSON, since that is what a prediction is: numbers, texts, lists.
            var predicted = Cases.JSON.readValue(Cases.JSON.writeValueAsString(read.apply(known)), OBJECT);
            return ScoreCase.of(known, expected, predicted);
        }
    }

    /** @param folder with {@code cases.jsonl}, {@code worlds.txt} and {@code kept.txt} */
    static OwnCases in(Path folder) throws IOException {
        var worlds = Worlds.in(folder);
        var kept = new HashSet<>(Files.readAllLines(folder.resolve("kept.txt")));
        var all = new ArrayList<One>();
        for (var line : Files.readAllLines(folder.resolve("cases.jsonl"))) {
            if (!line.isBlank()) {
                var node = Cases.JSON.readTree(line);
                var known = worlds.known(node);
                all.add(new One(known, Cases.JSON.convertValue(node.get("expected"), OBJECT), group(known.id(), kept)));
            }
        }
        return new OwnCases(all);
    }

    private static Group group(String id, HashSet<String> kept) {
        if (kept.contains(id)) {
            return Group.ONLY_RUN;
        }
        int number = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        return number <= FIRST && number % 2 == 0 ? Group.FIRST_ONLY_RUN : Group.READ;
    }

    /** Each so-manieth case. */
    OwnCases each(int step) {
        var some = new ArrayList<One>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return new OwnCases(some);
    }

    IntakeScore score(Function<Cases, Map<String, Object>> read) {
        return new IntakeScore(all.stream().map(one -> one.score(read)).toList());
    }

    OwnCases of(Group group) {
        return new OwnCases(all.stream().filter(one -> one.group == group).toList());
    }
}
