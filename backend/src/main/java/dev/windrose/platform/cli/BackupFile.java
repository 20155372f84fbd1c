package dev.windrose.platform.cli;

import dev.windrose.platform.backup.WriteBackup;
import java.nio.file.Path;
import java.time.Clock;

/** Writes the whole workspace into one file, also while it runs. */
final class BackupFile {

    private BackupFile() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, environment) -> {
            var outcome = WriteBackup.to(Path.of(environment.getRequiredProperty("file")), settings, Clock.systemUTC());
            System.out.printf(
                    "%s holds the workspace: %,d MB, %,d MB unpacked. It contains secrets; keep it where only you can read it.%n",
                    outcome.file(), outcome.size() >> 20, outcome.bytes() >> 20);
        });
    }
}
