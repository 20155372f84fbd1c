package dev.windrose.platform.backup;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The steps of the database that this program knows, by their version. */
public final class KnownMigrations {

    private KnownMigrations() {}

    public static List<String> versions() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/V*__*.sql");
        return Stream.of(files)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .map(name -> name.substring(1, name.indexOf("__")))
                .sorted()
                .toList();
    }
}
