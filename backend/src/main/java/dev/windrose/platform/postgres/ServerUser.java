package dev.windrose.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL refuses to run as root, so as root its programs are started through a wrapper. */
enum ServerUser {
    /** This process is no root: nothing to do. */
    SAME(List.of()),
    /** A user namespace of its own: files stay with root, every folder works. Forbidden in some containers. */
    NAMESPACE(List.of("unshare", "-U")),
    /** The user nobody: the data then belongs to nobody, and every folder above must let it through. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    ServerUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static ServerUser choose() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SAME;
        }
        return succeeds(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
    }

    List<String> prefix() {
        return prefix;
    }

    /** Hands a file or folder to the user the server runs as. */
    void own(Path path) throws IOException, InterruptedException {
        if (this == NOBODY && !succeeds(List.of("chown", "-R", "65534:65534", path.toString()))) {
            throw new IOException("Cannot hand %s to the database's user".formatted(path));
        }
    }

    /** Lets the server's user through the two folders that are ours, not into them. */
    void openWay(Path home) throws IOException, InterruptedException {
        if (this == NOBODY) {
            for (Path folder : List.of(home, home.getParent())) {
                succeeds(List.of("chmod", "a+x", folder.toString()));
            }
        }
    }

    /** Whether the server's user can get at the folder at all. */
    boolean reaches(Path folder) throws IOException, InterruptedException {
        return this != NOBODY
                || Files.isDirectory(folder) && succeeds(concat(prefix, List.of("test", "-x", folder.toString())));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // The program is not installed.
            return false;
        }
    }
}
