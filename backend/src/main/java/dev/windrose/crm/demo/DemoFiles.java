package dev.windrose.crm.demo;

import dev.windrose.platform.Role;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.records.currency.ExchangeRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Reads the files of the demo world. A line of a record file is a record with the steps of its past. */
final class DemoFiles {

    /** File to record type, in the order in which records of one day are written. */
    private static final List<String> TYPES = List.of(
            "tag",
            "lost_reason",
            "competitor",
            "territory",
            "product",
            "message_tree",
            "company",
            "contact",
            "price_book_entry",
            "deal",
            "quote",
            "interaction",
            "objection",
            "feedback",
            "project",
            "issue",
            "task",
            "comment",
            "note");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoFiles() {}

    /** The people by key. */
    static Map<String, NewPerson> people() {
        var people = new LinkedHashMap<String, NewPerson>();
        for (var line : lines("people")) {
            people.put(
                    text(line, "key"),
                    new NewPerson(
                            text(line, "name"),
                            text(line, "email"),
                            Role.valueOf(text(line, "role").toUpperCase(Locale.ROOT)),
                            text(line, "title")));
        }
        return people;
    }

    /** All steps of all records, the oldest first. */
    static List<DemoStep> steps() {
        var steps = new ArrayList<DemoStep>();
        for (String type : TYPES) {
            for (var line : lines(file(type))) {
                steps.add(step(type, text(line, "key"), true, line));
                if (line.get("changes") instanceof List<?> changes) {
                    changes.forEach(change -> steps.add(step(type, text(line, "key"), false, (Map<?, ?>) change)));
                }
            }
        }
        steps.sort(Comparator.comparingInt(DemoStep::day));
        return steps;
    }

    /** What the currencies of the world are worth in its own. */
    static List<ExchangeRate> rates(LocalDate today) {
        return lines("rates").stream()
                .map(line -> new ExchangeRate(
                        text(line, "currency"),
                        today.plusDays(((Number) Objects.requireNonNull(line.get("day"))).longValue()),
                        new BigDecimal(text(line, "rate")),
                        "Demo",
                        null))
                .toList();
    }

    private static DemoStep step(String type, String key, boolean first, Map<?, ?> json) {
        var fields = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(json.get("fields")))
                .forEach((name, value) -> fields.put(String.valueOf(name), value));
        return new DemoStep(
                type,
                key,
                first,
                ((Number) Objects.requireNonNull(json.get("day"))).intValue(),
                text(json, "by"),
                fields);
    }

    private static String file(String type) {
        return switch (type) {
            case "company" -> "companies";
            case "territory" -> "territories";
            case "price_book_entry" -> "price_book";
            case "feedback" -> "feedback";
            default -> type + "s";
        };
    }

    private static List<Map<?, ?>> lines(String file) {
        try {
            var text = new ClassPathResource("demo/" + file + ".jsonl").getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .<Map<?, ?>>map(line -> JSON.readValue(line, Map.class))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("The demo world is not packed: " + file, missing);
        }
    }

    private static String text(Map<?, ?> json, String name) {
        return String.valueOf(json.get(name));
    }
}
