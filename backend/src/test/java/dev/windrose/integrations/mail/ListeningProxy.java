package dev.windrose.integrations.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a mail server, hears the commands of IMAP, and can keep to itself that the server tells of news by IDLE. */
final class ListeningProxy implements AutoCloseable {

    private final int behind;
    private final ServerSocket door;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean idle = true;

    ListeningProxy(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 20, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::take);
    }

    int port() {
        return door.getLocalPort();
    }

    void withoutIdle() {
        idle = false;
    }

    long count(String command) {
        return commands.stream().filter(command::equals).count();
    }

    void await(String command, int times) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (count(command) < times) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never heard " + command + " in " + commands);
            }
            Thread.sleep(20);
        }
    }

    private void take() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket("127.0.0.1", behind);
                open.addAll(List.of(client, server));
                Thread.ofVirtual().start(() -> pass(client, server, true));
                Thread.ofVirtual().start(() -> pass(server, client, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** One byte is one letter, so that every mail passes as it is. */
    private void pass(Socket from, Socket to, boolean said) {
        try (from;
                to;
                var lines =
                        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = to.getOutputStream();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ");
                if (said && words.length > 1) {
                    commands.add(words[1]);
                }
                boolean hidden = !said && !idle && line.contains("CAPABILITY");
                out.write(((hidden ? line.replace(" IDLE", "") : line) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException closed) {
            // The other end has gone.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
