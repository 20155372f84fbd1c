package dev.windrose.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What the database server itself says of the statements that reach it: the limit under which no answer can be. */
final class ServerLog {

    private static final Pattern TIMED = Pattern.compile(
            "duration: ([0-9.]+) ms {2}(parse|bind|execute|statement|plan)[^:]*:\\s?(.*)", Pattern.DOTALL);
    private static final String STATEMENTS = "log_min_duration_statement";
    private static final String PLANS = "auto_explain.log_min_duration";

    private final Path file;
    private final Connection owner;

    private ServerLog(Path dataFolder, Connection owner) {
        this.file = dataFolder.resolve("postgres").resolve("postgres.log");
        this.owner = owner;
    }

    /** Lets the server tell plans too, which connections of before cannot: they are closed, and the process opens others. */
    static ServerLog of(Path dataFolder, Connection owner) throws SQLException, InterruptedException {
        var log = new ServerLog(dataFolder, owner);
        log.execute("load 'auto_explain'");
        log.execute("alter system set session_preload_libraries = 'auto_explain'");
        log.execute("alter system set auto_explain.log_analyze = on");
        log.execute("alter system set auto_explain.log_buffers = on");
        log.set(PLANS, "-1");
        log.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()");
        Thread.sleep(1_000);
        return log;
    }

    /** A statement with the time the server took to plan and run it. */
    record Statement(String kind, String text, double millis) {

        boolean runs() {
            return kind.equals("execute");
        }
    }

    /** The statements of some work, those of the background with them. */
    List<Statement> during(Samples.Work work) throws Exception {
        return during(STATEMENTS, "0", work);
    }

    /** How the longest statement of some work was answered, if it takes as long again. */
    List<String> plan(double millis, Samples.Work work) throws Exception {
        return during(PLANS, String.valueOf(Math.max(1, (int) (millis / 2))), work).stream()
                .filter(statement -> statement.kind().equals("plan"))
                .max(Comparator.comparingDouble(Statement::millis))
                .map(statement -> statement.text().lines().toList())
                .orElse(List.of());
    }

    private List<Statement> during(String setting, String millis, Samples.Work work) throws Exception {
        set(setting, millis);
        long from = file.toFile().length();
        try {
            work.run(0);
        } finally {
            set(setting, "-1");
        }
        return read(from);
    }

    private void set(String setting, String millis) throws SQLException, InterruptedException {
        execute("alter system set %s = %s".formatted(setting, millis));
        execute("select pg_reload_conf()");
        // Servers of connections notice the change at their next statement.
        Thread.sleep(300);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Statement> read(long from) throws IOException {
        var statements = new ArrayList<Statement>();
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(from);
            byte[] bytes = new byte[Math.toIntExact(Math.min(log.length() - from, 200_000_000))];
            log.readFully(bytes);
            // Lines that belong to the one before begin with a tab.
            for (String entry : new String(bytes, StandardCharsets.UTF_8).split("\n(?!\t)")) {
                var timed = TIMED.matcher(entry);
                if (timed.find() && !timed.group(3).contains("alter system")) {
                    statements.add(new Statement(timed.group(2), timed.group(3), Double.parseDouble(timed.group(1))));
                }
            }
        }
        return statements;
    }
}
