package dev.windrose.platform.cli;

import dev.windrose.platform.backup.RestoreBackup;
import java.nio.file.Path;

/** Puts a backup into an empty data folder. */
final class RestoreFile {

    private RestoreFile() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, environment) -> {
            var manifest = RestoreBackup.from(Path.of(environment.getRequiredProperty("file")), settings);
            System.out.printf(
                    "The workspace of %s is in %s; start it with ./windrose up --data %s%n",
                    manifest.createdAt(), settings.folder(), settings.folder());
        });
    }
}
