package dev.windrose.agents.kit;

import dev.windrose.agents.run.RunLimits;
import dev.windrose.agents.run.RunStep;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the two files of an agent: YAML between two lines of dashes, then what it does, and its cases. */
final class ReadAgentFile {

    private static final Pattern PARTS = Pattern.compile("\\A---\\R(.*?)\\R---\\R(.*)\\z", Pattern.DOTALL);
    private static final Set<String> KNOWN = Set.of(
            "name",
            "version",
            "purpose",
            "when",
            "tools",
            "scopes",
            "limits",
            "shape",
            "playbook",
            "inputs",
            "steps",
            "fields");
    private static final Set<String> LIMITS = Set.of("steps", "tokens", "cost", "seconds");

    private final String folder;
    private final List<String> wrong = new ArrayList<>();

    private ReadAgentFile(String folder) {
        this.folder = folder;
    }

    /** @throws BadAgent that names everything that is wrong */
    static AgentFile of(String folder, String text, String evals) {
        return new ReadAgentFile(folder).read(text, evals);
    }

    private AgentFile read(String text, String evals) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new BadAgent(
                    "The agent %s: AGENT.md begins with YAML between two lines of three dashes.".formatted(folder));
        }
        var given = yaml(parts.group(1));
        given.keySet().stream()
                .filter(key -> !KNOWN.contains(key))
                .forEach(key -> problem("\"%s\" is not known; known are %s"
                        .formatted(key, KNOWN.stream().sorted().toList())));
        var file = new AgentFile(
                text(given, "name"),
                given.get("version") instanceof Integer version && version > 0 ? version : wrongNumber(),
                text(given, "purpose"),
                texts(given, "when"),
                texts(given, "tools"),
                texts(given, "scopes"),
                limits(given.get("limits")),
                text(given, "shape"),
                given.get("playbook") == null ? null : text(given, "playbook"),
                named(given, "inputs"),
                steps(given.get("steps")),
                named(given, "fields"),
                parts.group(2).strip(),
                print(text + "\n" + evals));
        if (!file.name().equals(folder)) {
            problem("its name is \"%s\", which is not that of its folder".formatted(file.name()));
        }
        if (file.says().isBlank()) {
            problem("it does not say what it does");
        }
        if (!wrong.isEmpty()) {
            throw new BadAgent("The agent %s: %s.".formatted(folder, String.join("; ", wrong)));
        }
        return file;
    }

    private int wrongNumber() {
        problem("\"version\" is a whole number from 1");
        return 0;
    }

    private Map<String, @Nullable Object> yaml(String text) {
        try {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            var all = new LinkedHashMap<String, @Nullable Object>();
            if (read instanceof Map<?, ?> map) {
                map.forEach((key, value) -> all.put(String.valueOf(key), value));
            }
            return all;
        } catch (YAMLException malformed) {
            throw new BadAgent("The agent %s: %s".formatted(folder, malformed.getMessage()));
        }
    }

    private String text(Map<String, @Nullable Object> given, String key) {
        if (given.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        problem("\"%s\" is missing".formatted(key));
        return "";
    }

    private List<String> texts(Map<String, @Nullable Object> given, String key) {
        if (given.get(key) instanceof List<?> list && !list.isEmpty()) {
            return list.stream().map(String::valueOf).toList();
        }
        problem("\"%s\" is a list with something in it".formatted(key));
        return List.of();
    }

    private Map<String, String> named(Map<String, @Nullable Object> given, String key) {
        var all = new LinkedHashMap<String, String>();
        switch (given.get(key)) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((name, says) -> all.put(String.valueOf(name), String.valueOf(says)));
            default -> problem("\"%s\" says of each name what it is".formatted(key));
        }
        return all;
    }

    private RunLimits limits(@Nullable Object given) {
        if (!(given instanceof Map<?, ?> map)) {
            problem("\"limits\" are missing: steps, and seconds, tokens or cost");
            return RunLimits.NONE;
        }
        map.forEach((name, value) -> {
            if (!LIMITS.contains(String.valueOf(name)) || !(value instanceof Number number) || number.longValue() < 1) {
                problem("the limit \"%s\" is one of %s, a whole number from 1"
                        .formatted(name, LIMITS.stream().sorted().toList()));
            }
        });
        if (map.get("steps") == null) {
            problem("it has no limit of steps");
        }
        return new RunLimits(
                map.get("steps") instanceof Number steps ? steps.intValue() : null,
                number(map.get("tokens")),
                number(map.get("cost")),
                number(map.get("seconds")));
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : null;
    }

    private List<RunStep> steps(@Nullable Object given) {
        if (given == null) {
            return List.of();
        }
        try {
            var json = JsonMapper.builder()
                    .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
                    .build();
            return List.of(json.convertValue(given, RunStep[].class));
        } catch (JacksonException | IllegalArgumentException malformed) {
            problem("its steps cannot be read (%s)".formatted(malformed.getMessage()));
            return List.of();
        }
    }

    private static String print(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void problem(String text) {
        wrong.add(text);
    }
}
