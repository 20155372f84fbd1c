package dev.windrose.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A real PostgreSQL 18 in a folder of ours. First version: replaced slice by slice. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String VERSION = "18.6";

    private final Path home;
    private final Path bin;
    private final Path data;
    private final List<String> wrap;
    private final String password;
    @SuppressWarnings("unused")
    private final FileLock lock;
    private int port;

    private EmbeddedPostgres(Path folder) throws Exception {
        home = folder.toAbsolutePath();
        bin = home.resolve("pg-" + VERSION);
        data = home.resolve("data-18");
        Files.createDirectories(home);
        wrap = "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
        var taken = FileChannel.open(home.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
        if (taken == null) {
            throw new IllegalStateException("Another Windrose uses " + home);
        }
        lock = taken;
        Path secret = home.resolve("pg.password");
        if (!Files.exists(secret)) {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(secret, HexFormat.of().formatHex(bytes));
        }
        password = Files.readString(secret).strip();
    }

    public static EmbeddedPostgres start(Path home, int preferredPort) throws Exception {
        var postgres = new EmbeddedPostgres(home);
        postgres.unpack();
        postgres.initdb();
        if (!postgres.adopt()) {
            postgres.launch(preferredPort);
        }
        return postgres;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            run(command("bin/pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "20"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(String program, String... arguments) {
        var line = new ArrayList<>(wrap);
        line.add(bin.resolve(program).toString());
        line.addAll(List.of(arguments));
        return line;
    }

    private int run(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("postgres-tools.log").toFile()));
        builder.environment().put("LC_ALL", "C");
        return builder.start().waitFor();
    }

    private void unpack() throws IOException {
        if (Files.exists(bin.resolve(".ok"))) {
            return;
        }
        try (InputStream in = EmbeddedPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz");
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = bin.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.deleteIfExists(target);
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    if ((entry.getMode() & 0111) != 0) {
                        target.toFile().setExecutable(true, false);
                    }
                }
            }
        }
        Files.createFile(bin.resolve(".ok"));
    }

    private void initdb() throws Exception {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = home.resolve("data-18.init");
        run(List.of("rm", "-rf", fresh.toString()));
        Path secret = Files.createTempFile(home, "pw", "");
        Files.writeString(secret, password);
        int code = run(command("bin/initdb", "-D", fresh.toString(), "-U", "postgres", "-A", "scram-sha-256", "--pwfile=" + secret, "-E", "UTF8",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        Files.delete(secret);
        if (code != 0) {
            throw new IOException("initdb failed, see " + home.resolve("postgres-tools.log"));
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean adopt() throws Exception {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        var lines = Files.readAllLines(pidFile);
        var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (process.isEmpty() || !process.get().info().command().orElse("").startsWith(bin.toString())) {
            Files.delete(pidFile);
            return false;
        }
        int candidate = Integer.parseInt(lines.get(3).strip());
        try (Connection ignored = connect(candidate)) {
            port = candidate;
            return true;
        } catch (SQLException e) {
            process.get().destroy();
            process.get().onExit().get(30, TimeUnit.SECONDS);
            return false;
        }
    }

    private void launch(int preferredPort) throws Exception {
        port = free(preferredPort);
        var builder = new ProcessBuilder(command("bin/postgres", "-D", data.toString(), "-p", "" + port, "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=", "-c", "shared_buffers=64MB", "-c", "max_connections=60", "-c", "timezone=UTC"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("postgres.log").toFile()));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try (Connection ignored = connect(port)) {
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(25);
            }
        }
    }

    private Connection connect(int candidate) throws SQLException {
        var properties = new Properties();
        properties.put("user", "postgres");
        properties.put("password", password);
        properties.put("connectTimeout", "2");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + candidate + "/postgres", properties);
    }

    private static int free(int preferred) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", preferred));
            return socket.getLocalPort();
        } catch (IOException e) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
