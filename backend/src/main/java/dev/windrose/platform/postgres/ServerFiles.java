package dev.windrose.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** The files of the embedded server, for what copies or puts them back while no server runs on them. */
public final class ServerFiles {

    /** Major version of the server that this program brings. */
    public static final int MAJOR =
            Integer.parseInt(PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.')));

    private ServerFiles() {}

    /** Lets the user that the server runs as work on a folder that somebody else filled. */
    public static void handOver(Path home) throws IOException, InterruptedException {
        ServerUser.choose().own(PostgresCluster.folder(home));
    }
}
