package dev.windrose.intake.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what was decided about a sentence with what was expected. */
final class ScoreChange {

    private final Map<String, int[]> counts = new TreeMap<>();
    private int proposals;
    private int wrongProposals;
    private int entriesRight;

    record Outcome(boolean right, String told) {}

    Outcome of(JsonNode wanted, Map<String, @Nullable Object> decision, Map<String, UUID> entries) {
        var paths = new HashMap<String, String>();
        entries.forEach((path, id) -> paths.put(id.toString(), path));
        var operations = ((List<?>) Objects.requireNonNull(decision.get("operations")))
                .stream()
                        .map(operation -> (Map<?, ?>) operation)
                        .filter(operation -> "context_entry".equals(operation.get("entity")))
                        .toList();
        var expected = wanted.path("expect").asString();
        boolean right =
                switch (expected) {
                    case "none" -> operations.isEmpty() && !asks(decision);
                    case "ask" -> operations.isEmpty() && asks(decision);
                    case "update" -> update(wanted, operations, paths);
                    default -> create(wanted, operations);
                };
        if (!operations.isEmpty()) {
            proposals++;
            wrongProposals += right ? 0 : 1;
        }
        var count = counts.computeIfAbsent(expected, _ -> new int[2]);
        count[0]++;
        count[1] += right ? 1 : 0;
        return new Outcome(right, told(operations, decision, paths));
    }

    private static boolean asks(Map<String, @Nullable Object> decision) {
        return ((List<?>) Objects.requireNonNull(decision.get("questions")))
                .stream().anyMatch(question -> String.valueOf(question).contains("Which entry changes"));
    }

    private boolean update(JsonNode wanted, List<? extends Map<?, ?>> operations, Map<String, String> paths) {
        var change = operations.stream()
                .filter(operation -> "update".equals(operation.get("op")))
                .findFirst();
        if (change.isEmpty()) {
            return false;
        }
        var path = paths.get(String.valueOf(((Map<?, ?>) change.get().get("match")).get("id")));
        boolean entry = wanted.path("entry").valueStream().anyMatch(one -> one.asString()
                .equals(path));
        entriesRight += entry ? 1 : 0;
        return entry && edited(wanted, change.get()) && dated(wanted, operations);
    }

    /** The new words stand in a sentence that is changed, and the old ones do not stand there any more. */
    private static boolean edited(JsonNode wanted, Map<?, ?> operation) {
        var edits = (List<?>) ((Map<?, ?>) Objects.requireNonNull(operation.get("entry"))).get("edits");
        var old = wanted.path("old").asString();
        var fresh = wanted.path("new").asString();
        return edits.stream()
                .map(edit -> (Map<?, ?>) edit)
                .anyMatch(edit -> String.valueOf(edit.get("after")).contains(fresh)
                        && String.valueOf(edit.get("before")).contains(old)
                        && (old.isEmpty() || !String.valueOf(edit.get("after")).contains(old)));
    }

    private static boolean dated(JsonNode wanted, List<? extends Map<?, ?>> operations) {
        return wanted.path("from").isMissingNode()
                || operations.stream().anyMatch(operation -> String.valueOf(operation.get("fields"))
                        .contains("effective_from=" + wanted.path("from").asString()));
    }

    private static boolean create(JsonNode wanted, List<? extends Map<?, ?>> operations) {
        return operations.size() == 1
                && "create".equals(operations.getFirst().get("op"))
                && wanted.path("kinds").valueStream().anyMatch(kind -> String.valueOf(
                                operations.getFirst().get("fields"))
                        .contains("kind=" + kind.asString() + ","))
                && String.valueOf(operations.getFirst().get("fields"))
                        .contains(wanted.path("new").asString())
                && dated(wanted, operations);
    }

    private static String told(
            List<? extends Map<?, ?>> operations, Map<String, @Nullable Object> decision, Map<String, String> paths) {
        return operations.stream()
                        .map(operation -> operation.get("op") + " "
                                + paths.getOrDefault(
                                        String.valueOf(((Map<?, ?>) operation.get("match")).get("id")),
                                        String.valueOf(((Map<?, ?>) operation.get("fields")).get("kind")))
                                + " " + ((Map<?, ?>) operation.get("entry")).get("edits") + " from "
                                + ((Map<?, ?>) operation.get("entry")).get("from"))
                        .toList()
                + " questions " + decision.get("questions") + " others "
                + ((List<?>) Objects.requireNonNull(decision.get("operations"))).size();
    }

    String table() {
        var table = new StringBuilder("| expected | sentences | right |\n|---|---|---|\n");
        int all = 0;
        int right = 0;
        for (var count : counts.entrySet()) {
            table.append("| %s | %d | %d |\n".formatted(count.getKey(), count.getValue()[0], count.getValue()[1]));
            all += count.getValue()[0];
            right += count.getValue()[1];
        }
        return table.append(String.format(
                        Locale.ROOT,
                        "| all | %d | %d |%n%d proposals, %d of them wrong; the right entry in %d of the changes%n",
                        all,
                        right,
                        proposals,
                        wrongProposals,
                        entriesRight))
                .toString();
    }
}
