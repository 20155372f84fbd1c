package dev.windrose.workspace.demo;

import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code settings.json}. In it {@code @person:<address>} and {@code @company:<name>} (of deals the number) stand for ids, {@code today+3} for a date. */
@Component
class DemoText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAMED = Pattern.compile("@([a-z_]+):(.+)");
    private static final Pattern DAY = Pattern.compile("today([+-]\\d+)");

    private final People people;
    private final Records records;
    private final Workspaces workspaces;

    DemoText(People people, Records records, Workspaces workspaces) {
        this.people = people;
        this.records = records;
        this.workspaces = workspaces;
    }

    @SuppressWarnings("unchecked")
    Map<String, List<Map<String, Object>>> read() {
        try {
            var text = new ClassPathResource("demo/settings.json").getContentAsString(StandardCharsets.UTF_8);
            return JSON.readValue(text, Map.class);
        } catch (IOException missing) {
            throw new UncheckedIOException("The settings of the demo world are not packed.", missing);
        }
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> values(Object given) {
        return (Map<String, Object>) value(given);
    }

    Object value(Object given) {
        return switch (given) {
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> values.put(name.toString(), value(value)));
                yield values;
            }
            case List<?> list -> list.stream().map(this::value).toList();
            case String text -> named(text);
            default -> given;
        };
    }

    private String named(String text) {
        var day = DAY.matcher(text);
        if (day.matches()) {
            return workspaces.today().plusDays(Integer.parseInt(day.group(1))).toString();
        }
        var name = NAMED.matcher(text);
        if (!name.matches()) {
            return text;
        }
        return name.group(1).equals("person")
                ? people.findByEmail(name.group(2)).orElseThrow().id().toString()
                : record(name.group(1), name.group(2));
    }

    private String record(String type, String name) {
        var found = RecordQuery.of(type).where(Filter.is(type.equals("deal") ? "deal_id" : "name", name));
        return records.query(found.limit(1)).getFirst().id().toString();
    }
}
