package dev.windrose.platform.postgres;

import dev.windrose.platform.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The data of the server. Made in a folder beside it and renamed, so that a half-made cluster is never taken for one. */
final class PostgresCluster {

    /** One collation on every machine, independent of its libraries. */
    private static final String[] LOCALE = {
        "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"
    };

    private PostgresCluster() {}

    static Path folder(Path home) {
        return home.resolve("data-18");
    }

    static Path createOnce(ServerPrograms server, String password) throws IOException, InterruptedException {
        Path data = folder(server.home());
        if (Files.exists(data.resolve("PG_VERSION")) || !server.user().reaches(server.home())) {
            return data;
        }
        Path fresh = server.home().resolve("data-18.creating");
        FileSystemUtils.deleteRecursively(fresh);
        PrivateFiles.createFolder(fresh);
        Path secret = server.home().resolve("initdb.password");
        PrivateFiles.write(secret, password);
        try {
            server.user().own(fresh);
            server.user().own(secret);
            create(server, fresh, secret);
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        return data;
    }

    private static void create(ServerPrograms server, Path folder, Path secret)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(
                "-D", folder.toString(), "-U", EmbeddedPostgres.OWNER, "-A", "scram-sha-256", "--pwfile=" + secret));
        arguments.addAll(List.of(LOCALE));
        if (server.run("initdb", arguments.toArray(String[]::new)) != 0) {
            throw new IOException("initdb failed; see " + server.home().resolve("tools.log"));
        }
    }
}
