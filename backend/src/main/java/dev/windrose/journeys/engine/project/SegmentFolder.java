package dev.windrose.journeys.engine.project;

import dev.windrose.platform.settings.ProcessSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The folder of this process for columns of journeys. Its name in the database is kept in it, so a folder that is lost takes its manifests along. */
@Component
class SegmentFolder {

    private final Path folder;

    SegmentFolder(ProcessSettings settings) {
        this.folder = settings.folder().resolve("journeys");
    }

    synchronized String node() {
        var file = folder.resolve("node");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                var fresh = folder.resolve("node.part");
                Files.writeString(fresh, UUID.randomUUID().toString());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path of(UUID tenant) {
        return folder.resolve(tenant.toString());
    }
}
