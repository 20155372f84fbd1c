package dev.windrose.platform.settings;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** {@code windrose.yml} in the data folder. The environment and the command line win over it. */
final class SettingsFile {

    static final String NAME = "windrose.yml";

    private SettingsFile() {}

    static List<PropertySource<?>> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return new YamlPropertySourceLoader().load(NAME, new FileSystemResource(file));
        } catch (IOException | RuntimeException e) {
            throw new AppException(
                    StartError.BAD_SETTING, "The settings file %s is not readable YAML.".formatted(file));
        }
    }
}
