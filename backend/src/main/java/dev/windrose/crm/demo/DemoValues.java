package dev.windrose.crm.demo;

import dev.windrose.records.change.DraftOperation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Turns steps into operations: keys into ids, days relative to today into dates. */
final class DemoValues {

    private static final Pattern DAY = Pattern.compile("today([+-]\\d+)?");

    private final LocalDate today;
    private final Map<String, String> ids = new HashMap<>();

    DemoValues(LocalDate today) {
        this.today = today;
    }

    void put(String key, String id) {
        ids.put(key, id);
    }

    LocalDate day(int relative) {
        return today.plusDays(relative);
    }

    List<DraftOperation> operations(List<DemoStep> steps) {
        var operations = new ArrayList<DraftOperation>();
        for (var step : steps) {
            var values = new LinkedHashMap<String, Object>();
            step.fields().forEach((field, value) -> values.put(field, value(value)));
            if (step.first()) {
                var created = DraftOperation.create(step.type(), values);
                put(step.key(), created.recordId().toString());
                operations.add(created);
            } else {
                operations.add(DraftOperation.update(step.type(), UUID.fromString(ids.get(step.key())), values));
            }
            if (step.type().equals("interaction")) {
                operations.addAll(contacted(values));
            }
        }
        return operations;
    }

    /** What would follow from the event log later, with the date of today. */
    private static List<DraftOperation> contacted(Map<String, Object> interaction) {
        var operations = new ArrayList<DraftOperation>();
        if (!"note".equals(interaction.get("interaction_type"))) {
            var day = Map.of("last_contact_date", interaction.get("date"));
            operations.add(DraftOperation.update(
                    "company", UUID.fromString(interaction.get("company_id").toString()), day));
            ((List<?>) interaction.get("contacts"))
                    .forEach(contact ->
                            operations.add(DraftOperation.update("contact", UUID.fromString(contact.toString()), day)));
        }
        return operations;
    }

    private Object value(Object given) {
        return switch (given) {
            case List<?> list -> list.stream().map(this::value).toList();
            case String text when text.startsWith("@") -> ids.getOrDefault(text.substring(1), text);
            case String text -> {
                var day = DAY.matcher(text);
                yield day.matches()
                        ? day(day.group(1) == null ? 0 : Integer.parseInt(day.group(1)))
                                .toString()
                        : text;
            }
            default -> given;
        };
    }
}
