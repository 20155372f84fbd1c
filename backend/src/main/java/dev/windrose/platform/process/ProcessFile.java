package dev.windrose.platform.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** {@code process} in the data folder: which process runs on it and where it listens. Written once it is up; the script reads it. */
public record ProcessFile(long pid, String address) {

    static final String NAME = "process";

    public static void write(Path folder, String address, String local) {
        PrivateFiles.write(
                folder.resolve(NAME),
                "pid=%d\naddress=%s\nlocal=%s\n"
                        .formatted(ProcessHandle.current().pid(), address, local));
    }

    public static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when no process has written the file or the one that did is gone. */
    public static Optional<ProcessFile> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            var found =
                    new ProcessFile(Long.parseLong(properties.getProperty("pid")), properties.getProperty("address"));
            return ProcessHandle.of(found.pid()).filter(ProcessHandle::isAlive).map(_ -> found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
