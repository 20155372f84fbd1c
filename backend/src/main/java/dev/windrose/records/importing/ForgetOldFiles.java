package dev.windrose.records.importing;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Files that nobody has imported for long go from the disk: those of single files and of sets, and those of which nobody said what they hold. */
@Component
class ForgetOldFiles {

    private static final Duration KEPT = Duration.ofDays(30);

    private final ImportFiles files;
    private final ImportStore imports;
    private final Clock clock;

    ForgetOldFiles(ImportFiles files, ImportStore imports, Clock clock) {
        this.files = files;
        this.imports = imports;
        this.clock = clock;
    }

    /** Needs a transaction. */
    void now() {
        var old = files.olderThan(clock.instant().minus(KEPT));
        if (!old.isEmpty()) {
            var needed = imports.atWork();
            old.stream().filter(file -> !needed.contains(file)).forEach(files::drop);
        }
    }
}
