package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the columns.
 *
 * @param columns the field of each column; null or absent leaves it out
 * @param choices by field, what a word of the file means: a choice, the id or name of a record; null leaves the field empty
 * @param matchKey the field (or {@code external_id}) by which a row is an existing record; null always makes new ones
 * @param policies by field, when it is written: always, create, update, fill_empty, never
 * @param personWins whether a value that a person has set waits for a decision; so it does unless said otherwise
 * @param dateOrders by column, where the file leaves open whether day or month comes first
 * @param reviews by line, which record it is: an id, "new" or "skip"
 * @param onlyExisting whether rows without a record are refused instead of making one
 * @param history of a file of changes, which field they are of, where no column says it
 */
public record Mapping(
        Map<String, @Nullable String> columns,
        Map<String, Map<String, @Nullable String>> choices,
        @Nullable String matchKey,
        @Nullable Map<String, String> policies,
        @Nullable Boolean personWins,
        @Nullable Map<String, String> dateOrders,
        @Nullable Map<String, String> reviews,
        @Nullable Boolean onlyExisting,
        @Nullable String history) {

    private static final String NEW = "new";
    private static final String SKIP = "skip";

    public Mapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        policies = policies == null ? Map.of() : Map.copyOf(policies);
        dateOrders = dateOrders == null ? Map.of() : Map.copyOf(dateOrders);
        reviews = reviews == null ? Map.of() : Map.copyOf(reviews);
    }

    public Mapping(
            Map<String, @Nullable String> columns,
            Map<String, Map<String, @Nullable String>> choices,
            @Nullable String matchKey) {
        this(columns, choices, matchKey, null, null, null, null, null, null);
    }

    /** The same with other columns. */
    Mapping mapping(Map<String, @Nullable String> others) {
        return new Mapping(others, choices, matchKey, policies, personWins, dateOrders, reviews, onlyExisting, history);
    }

    Map<String, String> policyOf() {
        return policies == null ? Map.of() : policies;
    }

    Map<String, String> orderOf() {
        return dateOrders == null ? Map.of() : dateOrders;
    }

    /** By line, which record a row is. */
    Map<Long, UUID> reviewedRecords() {
        var records = new LinkedHashMap<Long, UUID>();
        reviewOf().forEach((line, answer) -> {
            if (!answer.equals(NEW) && !answer.equals(SKIP)) {
                records.put(number(line), id(line, answer));
            }
        });
        return records;
    }

    /** Lines of rows that are new records although others match. */
    Set<Long> reviewedAsNew() {
        return reviewOf().entrySet().stream()
                .filter(one -> one.getValue().equals(NEW))
                .map(one -> number(one.getKey()))
                .collect(Collectors.toSet());
    }

    private static long number(String line) {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw new AppException(CommonError.BAD_VALUE, "\"%s\" is no line of the file.".formatted(line), "reviews");
        }
    }

    private static UUID id(String line, String answer) {
        try {
            return UUID.fromString(answer);
        } catch (IllegalArgumentException e) {
            throw new AppException(
                    CommonError.BAD_VALUE, "Answer with the id of a record, \"new\" or \"skip\".", "reviews." + line);
        }
    }

    private Map<String, String> reviewOf() {
        return reviews == null ? Map.of() : reviews;
    }
}
