package dev.windrose.platform.backup;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The steps of the database that this program knows, by their version. */
public final class KnownMigrations {

    private static final String FILES = "classpath*:db/migration/**/V*__*.sql";
    /** Rows of an earlier release would need the same. */
    private static final Pattern REWRITES = Pattern.compile(
            "\\b(update\\s+\\w+\\s+(\\w+\\s+)?set|insert\\s+into|delete\\s+from|merge\\s+into|rename)\\b",
            CASE_INSENSITIVE);

    private KnownMigrations() {}

    public static List<String> versions() throws IOException {
        return files().map(KnownMigrations::version).sorted().toList();
    }

    /** Those of these steps that do more than add tables and columns. */
    public static List<String> rewriting(Collection<String> versions) throws IOException {
        var rewriting = new ArrayList<String>();
        for (var file : files().toList()) {
            String sql = file.getContentAsString(StandardCharsets.UTF_8);
            if (versions.contains(version(file)) && REWRITES.matcher(sql).find()) {
                rewriting.add(version(file));
            }
        }
        return List.copyOf(rewriting);
    }

    /** Writes these steps into a folder, each below the name of its module. */
    static void copy(Collection<String> versions, Path folder) throws IOException {
        for (var file : files().toList()) {
            if (versions.contains(version(file))) {
                String path = file.getURL().getPath();
                Path target =
                        folder.resolve(path.substring(path.lastIndexOf("db/migration/") + "db/migration/".length()));
                Files.createDirectories(target.getParent());
                Files.write(target, file.getContentAsByteArray());
            }
        }
    }

    private static Stream<Resource> files() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES));
    }

    private static String version(Resource file) {
        String name = Objects.requireNonNull(file.getFilename());
        return name.substring(1, name.indexOf("__"));
    }
}
