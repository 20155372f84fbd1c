package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the parts of a kept query that no longer work, because a field is gone or hidden, and leaves them out. */
@Component
public class CheckQuery {

    private final OpenScope open;

    CheckQuery(OpenScope open) {
        this.open = open;
    }

    /** @param query the parts that work; {@code problems} say in words what was left out */
    public record Checked(Map<String, @Nullable Object> query, List<String> problems) {}

    @Transactional(readOnly = true)
    public Checked of(String type, Map<String, ? extends @Nullable Object> query) {
        var check = new Check(open.of(), type);
        var kept = new LinkedHashMap<String, @Nullable Object>();
        query.forEach((part, value) -> {
            Object works = check.part(part, value);
            if (works != null) {
                kept.put(part, works);
            }
        });
        return new Checked(kept, check.problems);
    }

    /** One check of one query. */
    private static final class Check {

        private final StatementScope scope;
        private final Descriptor type;
        private final List<String> problems = new ArrayList<>();

        Check(StatementScope scope, String type) {
            this.scope = scope;
            this.type = scope.descriptors.get(type);
        }

        @Nullable
        Object part(String name, @Nullable Object value) {
            return switch (name) {
                case "filter" -> value instanceof Map<?, ?> tree && !tree.isEmpty() ? filter(tree) : null;
                case "sort" -> list(value, text -> new OrderSql(scope, type, List.of(Sort.of(text))));
                case "fields", "date_fields" -> list(value, this::field);
                case "group_by" -> list(value, text -> field(Grouping.of(text).field()));
                case "column_field" ->
                    value instanceof String text && works("The columns", () -> field(text)) ? text : null;
                default -> value;
            };
        }

        private List<?> list(@Nullable Object value, Consumer<String> check) {
            return value instanceof List<?> list
                    ? list.stream()
                            .filter(element -> element instanceof String text && works("", () -> check.accept(text)))
                            .toList()
                    : List.of();
        }

        private void field(String path) {
            if (!path.equals("id") && !path.equals("title")) {
                FieldPath.of(scope.descriptors, type, path).seen(scope.access, type);
            }
        }

        /** The tree without the conditions that no longer work; null if nothing is left. */
        private @Nullable Map<String, Object> filter(Map<?, ?> tree) {
            for (String word : List.of("and", "or")) {
                if (tree.get(word) instanceof List<?> parts) {
                    var kept = parts.stream()
                            .map(part -> part instanceof Map<?, ?> map ? filter(map) : null)
                            .filter(part -> part != null)
                            .toList();
                    return kept.isEmpty() ? null : Map.of(word, kept);
                }
            }
            if (tree.get("not") instanceof Map<?, ?> denied) {
                var kept = filter(denied);
                return kept == null ? null : Map.of("not", kept);
            }
            return works("A condition", () -> new FilterSql(scope, type, "t").of(Filter.of(texts(tree))))
                    ? texts(tree)
                    : null;
        }

        private boolean works(String what, Runnable part) {
            try {
                part.run();
                return true;
            } catch (AppException gone) {
                problems.add((what.isEmpty() ? "" : what + " was left out: ") + gone.getMessage());
                return false;
            }
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> texts(Map<?, ?> tree) {
            return (Map<String, Object>) tree;
        }
    }
}
