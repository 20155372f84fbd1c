package dev.windrose.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code postmaster.pid}: written by the server while it runs, left behind when it was killed. */
record PostmasterFile(long pid, int port) {

    private static final int PORT_LINE = 3;

    /** Empty when there is none or it is cut short, as it is while the server has just begun to start. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(path(data));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return lines.size() <= PORT_LINE
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(
                            Long.parseLong(lines.getFirst().strip()),
                            Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The running server this file speaks of; a number that now belongs to another program does not count. */
    Optional<ProcessHandle> server(Path programs) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").startsWith(programs.toString()));
    }

    static void delete(Path data) throws IOException {
        Files.deleteIfExists(path(data));
    }

    private static Path path(Path data) {
        return data.resolve("postmaster.pid");
    }
}
