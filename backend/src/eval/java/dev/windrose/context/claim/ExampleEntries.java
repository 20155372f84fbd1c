package dev.windrose.context.claim;

import dev.windrose.context.claim.Source.Standing;
import dev.windrose.context.entry.Sensitivity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Reads a folder of entries, one Markdown file an entry, as the check of claims sees them. */
final class ExampleEntries {

    private final List<Source> sources = new ArrayList<>();
    private final List<BrandRule> brand = new ArrayList<>();
    private final TreeSet<String> products = new TreeSet<>();
    private final TreeSet<String> companies = new TreeSet<>();

    ExampleEntries(Path folder, LocalDate today) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                read(folder.relativize(file).toString(), Files.readString(file), today);
            }
        }
    }

    List<Source> sources() {
        return sources;
    }

    List<BrandRule> brand() {
        return brand;
    }

    List<String> products() {
        return List.copyOf(products);
    }

    /** Customers of the entries, and those of further files with a name a line. */
    List<String> companies(List<Path> files) throws IOException {
        for (var file : files) {
            for (var line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    companies.add(
                            JsonMapper.shared().readTree(line).path("name").asString(""));
                }
            }
        }
        return List.copyOf(companies);
    }

    @SuppressWarnings("unchecked")
    private void read(String path, String text, LocalDate today) {
        int end = text.indexOf("\n---", 3);
        if (!text.startsWith("---") || end < 0) {
            return;
        }
        Map<String, Object> head = new Yaml().load(text.substring(4, end));
        var body = text.substring(end + 4).strip();
        var details = (Map<String, Object>) head.getOrDefault("details", Map.of());
        var named = (List<String>) head.getOrDefault("product_ids", List.of());
        products.addAll(named);
        var customer = (String) details.get("customer_id");
        if (customer != null) {
            companies.add(customer);
        }
        var kind = (String) head.get("kind");
        var standing = standing(head, today);
        if ("brand".equals(head.get("category")) && standing == Standing.LIVE) {
            brand.add(BrandRule.of(
                    path,
                    1,
                    kind,
                    (String) head.get("title"),
                    (String) head.getOrDefault("language", "en"),
                    body,
                    details));
        }
        if (!SourceKinds.claims(kind)) {
            return;
        }
        sources.add(new Source(
                path,
                1,
                kind,
                (String) head.get("title"),
                body,
                Facts.of(details),
                (String) head.get("source"),
                (String) head.getOrDefault("language", "en"),
                Sensitivity.valueOf(((String) head.getOrDefault("sensitivity", "internal")).toUpperCase(Locale.ROOT)),
                named,
                customer,
                (String) details.get("citation"),
                standing));
    }

    private static Standing standing(Map<String, Object> head, LocalDate today) {
        return SourceKinds.standing(
                (String) head.getOrDefault("status", "draft"),
                day(head.get("effective_from")),
                day(head.get("effective_to")),
                today);
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }
}
