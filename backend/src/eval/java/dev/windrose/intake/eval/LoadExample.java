package dev.windrose.intake.eval;

import dev.windrose.context.retrieval.Question;
import dev.windrose.context.retrieval.Retrieve;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Brings the entries of a folder of Markdown files into a workspace, with some customers and a competitor. */
final class LoadExample {

    private static final List<String> CUSTOMERS = List.of("Bellrose Dairy", "Calloway Water", "Foxglove Pharma");
    private static final Set<String> LINKS = Set.of("owner_id", "tree_id", "parent_id", "variant_of_id", "position");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Changes changes;
    private final Retrieve retrieve;
    private final Map<String, UUID> products = new LinkedHashMap<>();
    /** By their path in the folder. */
    final Map<String, UUID> entries = new LinkedHashMap<>();

    LoadExample(ApplicationContext context) {
        changes = context.getBean(Changes.class);
        retrieve = context.getBean(Retrieve.class);
    }

    void load(Path folder) throws IOException, InterruptedException {
        CUSTOMERS.forEach(name -> create("company", Map.of("name", name)));
        create("competitor", Map.of("name", "Northgate"));
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> entry(folder.relativize(file).toString(), read(file)));
        }
        awaitMeaning();
    }

    private void entry(String path, Map<String, Object> values) {
        values.keySet().removeAll(LINKS);
        if (values.get("product_ids") instanceof List<?> names) {
            values.put("product_ids", names.stream().map(this::product).toList());
        }
        if (values.get("details") instanceof Map<?, ?> details) {
            var kept = new LinkedHashMap<String, Object>();
            details.forEach((name, value) -> {
                if (!String.valueOf(name).endsWith("_id")) {
                    kept.put(String.valueOf(name), Objects.requireNonNull(value));
                }
            });
            values.put("details", kept);
        }
        entries.put(path, create("context_entry", values));
    }

    private UUID product(Object name) {
        return products.computeIfAbsent(String.valueOf(name), wanted -> create("product", Map.of("name", wanted)));
    }

    private UUID create(String type, Map<String, Object> values) {
        var operation = DraftOperation.create(type, values);
        changes.apply(ChangeDraft.of(Cause.person(), "Example", operation));
        return operation.recordId();
    }

    static Map<String, Object> read(Path file) {
        try {
            var text = Files.readString(file);
            int end = text.indexOf("\n---", 4);
            Map<String, Object> front = new Yaml(new SafeConstructor(new LoaderOptions())).load(text.substring(4, end));
            var values = new LinkedHashMap<>(front);
            values.replaceAll((_, value) -> value instanceof Date date
                    ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString()
                    : value);
            values.put("body", text.substring(text.indexOf('\n', end + 1) + 1).strip());
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words are found at once, meaning a moment later: the last entries are read last. */
    private void awaitMeaning() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var asked =
                List.of("working hours of the offices", "webinar", "quarter review", "refunds and returns", "nordics");
        while (!asked.stream().allMatch(this::read) && System.nanoTime() < end) {
            Thread.sleep(500);
        }
    }

    private boolean read(String question) {
        var found = retrieve.find(Question.of(question, 10));
        return found.size() >= 10
                && found.stream().allMatch(passage -> passage.score().meaning() != null);
    }
}
