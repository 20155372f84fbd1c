package dev.windrose.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the database server itself says of the statements that reach it: the limit under which no answer can be. */
final class ServerLog {

    private static final Pattern TIMED =
            Pattern.compile("duration: ([0-9.]+) ms {2}(parse|bind|execute|statement)[^:]*: ?(.*)");

    private final Path file;
    private final Connection owner;

    ServerLog(Path dataFolder, Connection owner) {
        this.file = dataFolder.resolve("postgres").resolve("postgres.log");
        this.owner = owner;
    }

    /** A statement with the time the server took to plan and run it. */
    record Statement(String text, double millis) {}

    /** The statements of some work, those of the background with them. */
    List<Statement> during(Samples.Work work) throws Exception {
        set("0");
        long from = file.toFile().length();
        try {
            work.run(0);
        } finally {
            set("-1");
        }
        return read(from);
    }

    private void set(String millis) throws SQLException, InterruptedException {
        try (var statement = owner.createStatement()) {
            statement.execute("alter system set log_min_duration_statement = " + millis);
            statement.execute("select pg_reload_conf()");
        }
        // Servers of connections notice the change at their next statement.
        Thread.sleep(300);
    }

    private List<Statement> read(long from) throws IOException {
        var statements = new ArrayList<Statement>();
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            byte[] bytes = new byte[Math.toIntExact(Math.min(log.length() - from, 200_000_000))];
            log.readFully(bytes);
            for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
                var timed = TIMED.matcher(line);
                if (timed.find() && !timed.group(3).contains("alter system")) {
                    statements.add(
                            new Statement(timed.group(2) + " " + timed.group(3), Double.parseDouble(timed.group(1))));
                }
            }
        }
        return statements;
    }
}
