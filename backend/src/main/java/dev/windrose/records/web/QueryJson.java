package dev.windrose.records.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of a query. */
final class QueryJson {

    private static final Set<String> MEMBERS =
            Set.of("filter", "sort", "limit", "cursor", "offset", "count", "fields", "bin", "as_of");

    private QueryJson() {}

    static RecordQuery of(String type, Map<String, @Nullable Object> json, boolean bin) {
        json.keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .findFirst()
                .ifPresent(member -> {
                    throw new AppException(
                            CommonError.UNKNOWN_FIELD, "A query has no \"%s\".".formatted(member), member);
                });
        var standard = RecordQuery.of(type);
        var sort = texts(json.get("sort"), "sort").stream().map(Sort::of).toList();
        return new RecordQuery(
                type,
                filter(json.get("filter")),
                sort.isEmpty() ? standard.sort() : sort,
                number(json.get("limit"), "limit", standard.limit()),
                cursor(json.get("cursor")),
                number(json.get("offset"), "offset", 0),
                bool(json.get("count"), "count"),
                bin || bool(json.get("bin"), "bin"),
                new LinkedHashSet<>(texts(json.get("fields"), "fields")),
                moment(json.get("as_of")));
    }

    /** A point in time; a day without a time means its end. */
    static @Nullable Instant moment(@Nullable Object given) {
        if (given == null) {
            return null;
        }
        try {
            String text = given.toString().strip();
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw wrong("as_of", "a point in time, for example 2026-03-31T09:30:00Z");
        }
    }

    @SuppressWarnings("unchecked")
    static Filter filter(@Nullable Object given) {
        return switch (given) {
            case null -> Filter.ALL;
            case Map<?, ?> tree -> Filter.of((Map<String, ?>) tree);
            default -> throw wrong("filter", "a filter tree");
        };
    }

    static List<String> texts(@Nullable Object given, String member) {
        return switch (given) {
            case null -> List.of();
            case String text -> List.of(text.split(","));
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String.class::cast).toList();
            default -> throw wrong(member, "a list of names");
        };
    }

    private static int number(@Nullable Object given, String member, int otherwise) {
        return switch (given) {
            case null -> otherwise;
            case Integer number -> number;
            case String text when text.matches("\\d{1,8}") -> Integer.parseInt(text);
            default -> throw wrong(member, "a whole number");
        };
    }

    private static boolean bool(@Nullable Object given, String member) {
        return switch (given) {
            case null -> false;
            case Boolean value -> value;
            case String text when text.equals("true") || text.equals("false") -> text.equals("true");
            default -> throw wrong(member, "true or false");
        };
    }

    private static @Nullable String cursor(@Nullable Object given) {
        if (given == null || given instanceof String) {
            return (String) given;
        }
        throw wrong("cursor", "text");
    }

    private static AppException wrong(String member, String expected) {
        return new AppException(CommonError.WRONG_TYPE, "\"%s\" takes %s.".formatted(member, expected), member);
    }
}
