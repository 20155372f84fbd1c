package dev.windrose.records.query;

import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordRef;
import dev.windrose.records.query.AggregateSql.Group;
import dev.windrose.records.query.Grouping.Bucket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names groups for people. */
@Component
class LabelGroups {

    static final String NOTHING = "None";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final OpenScope open;
    private final PastLinks pastLinks;

    LabelGroups(OpenScope open, PastLinks pastLinks) {
        this.pastLinks = pastLinks;
        this.open = open;
    }

    /** The labels of each key, in the order of the groupings. */
    List<List<String>> of(List<Group> groups, List<List<@Nullable Object>> keys, @Nullable Instant asOf) {
        var wanted = new LinkedHashMap<String, Set<UUID>>();
        for (int i = 0; i < groups.size(); i++) {
            var field = groups.get(i).path().field();
            if (field.ref() != null) {
                for (var key : keys) {
                    if (key.get(i) instanceof String id) {
                        wanted.computeIfAbsent(field.ref(), _ -> new LinkedHashSet<>())
                                .add(UUID.fromString(id));
                    }
                }
            }
        }
        var found = pastLinks.titles(wanted, asOf);
        int fiscalShift = groups.stream().anyMatch(group -> group.asked().bucket() != null)
                ? open.of().calendar.fiscalShift()
                : 0;
        return keys.stream()
                .map(key -> {
                    var labels = new ArrayList<String>();
                    for (int i = 0; i < groups.size(); i++) {
                        labels.add(label(groups.get(i), key.get(i), found, fiscalShift));
                    }
                    return (List<String>) labels;
                })
                .toList();
    }

    private static String label(
            Group group, @Nullable Object value, Map<String, Map<UUID, RecordRef>> found, int fiscalShift) {
        if (value == null) {
            return NOTHING;
        }
        String text = value.toString();
        var bucket = group.asked().bucket();
        if (bucket != null) {
            return period(LocalDate.parse(text), bucket, fiscalShift);
        }
        var field = group.path().field();
        if (field.ref() != null) {
            var ref = found.getOrDefault(field.ref(), Map.of()).get(UUID.fromString(text));
            return ref == null ? "Unknown" : ref.title();
        }
        if (field.kind() == FieldKind.BOOLEAN) {
            return text.equals("true") ? "Yes" : "No";
        }
        return field.choice(text).map(choice -> choice.label()).orElse(text);
    }

    /** A financial year is called by the calendar year in which it ends. */
    private static String period(LocalDate first, Bucket bucket, int fiscalShift) {
        var shifted = first.minusMonths(fiscalShift);
        int year = shifted.getYear() + (fiscalShift == 0 ? 0 : 1);
        return switch (bucket) {
            case DAY, WEEK -> first.toString();
            case MONTH -> MONTH.format(first);
            case QUARTER -> "Q%d %d".formatted((shifted.getMonthValue() + 2) / 3, year);
            case YEAR -> String.valueOf(year);
        };
    }

    /** True where groups have an order of their own. */
    boolean ordered(Group group) {
        return group.asked().bucket() != null || !group.path().field().choices().isEmpty();
    }

    /** Sorts as the groups are ordered; records without a value last. */
    String place(Group group, @Nullable Object value) {
        if (value == null) {
            return "~";
        }
        if (group.asked().bucket() != null) {
            return value.toString();
        }
        var choices = group.path().field().choices();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).value().equals(value)) {
                return "%04d".formatted(i);
            }
        }
        return "9999" + value;
    }
}
