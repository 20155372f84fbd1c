package dev.windrose.platform;

import dev.windrose.platform.id.TenantId;
import dev.windrose.testing.GeneratedDoc;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionReferenceTests {

    private static final List<String> TYPES = List.of("comment", "product", "user_prompt_log", "any other record type");

    @Test
    void isWhatTheDocumentationSays() {
        var text = new StringBuilder("""
                # Permissions

                A role may do what its column says. A token may do no more than the person behind it, and only what its scopes cover: `read` covers
                read; `write` covers everything but manage; `intake` covers submit; `admin` covers everything.

                """);
        text.append(row(
                Stream.concat(Stream.of("subject"), Arrays.stream(Role.values()).map(Role::wire))));
        text.append(row(Stream.generate(() -> "---").limit(Role.values().length + 1L)));
        Stream.concat(TYPES.stream(), Permissions.PARTS.stream().sorted())
                .forEach(subject -> text.append(row(Stream.concat(
                        Stream.of(subject), Arrays.stream(Role.values()).map(role -> operations(role, subject))))));
        GeneratedDoc.check("permissions.md", text.toString());
    }

    @Test
    void listsTheTablesWithoutATenant() {
        var text = new StringBuilder("""
                # Tables without a tenant

                Every other table has `tenant_id`, forced row-level security and the one policy; a test reads this from the catalogue.

                | table | reason |
                |---|---|
                """);
        TenantFreeTables.REASONS.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> text.append(row(Stream.of("`" + entry.getKey() + "`", entry.getValue()))));
        GeneratedDoc.check("tenant-free-tables.md", text.toString());
    }

    private static String operations(Role role, String subject) {
        var actor = new Actor(TenantId.next(), null, "Somebody", ActorKind.PERSON, role, Set.of("admin"));
        return Arrays.stream(Operation.values())
                .filter(operation -> Permissions.allows(actor, operation, subject))
                .map(Operation::wire)
                .collect(Collectors.joining(", "));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
