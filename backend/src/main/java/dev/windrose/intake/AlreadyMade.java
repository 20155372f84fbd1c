package dev.windrose.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that an earlier reading of the same text has made from the same words are not made again. */
final class AlreadyMade {

    private AlreadyMade() {}

    static List<PlannedWrite> without(List<PlannedWrite> plan, List<Map<String, @Nullable Object>> earlier) {
        return earlier.isEmpty()
                ? plan
                : plan.stream()
                        .filter(write -> !write.operation().isCreate() || !made(write, earlier))
                        .toList();
    }

    private static boolean made(PlannedWrite write, List<Map<String, @Nullable Object>> earlier) {
        return earlier.stream()
                .flatMap(decision -> decision.get("operations") instanceof List<?> operations
                        ? operations.stream()
                        : List.of().stream())
                .anyMatch(operation -> operation instanceof Map<?, ?> done
                        && "create".equals(done.get("op"))
                        && "applied".equals(done.get("status"))
                        && write.operation().entity().equals(done.get("entity"))
                        && done.get("evidence") instanceof Map<?, ?> evidence
                        && isAt(
                                evidence.get("start"),
                                write.operation().evidence().start())
                        && isAt(
                                evidence.get("end"),
                                write.operation().evidence().end()));
    }

    private static boolean isAt(@Nullable Object told, int place) {
        return told instanceof Number number && number.intValue() == place;
    }
}
