package dev.windrose.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port for the server: the preferred one, or any free one when that is taken. */
final class FreePort {

    private FreePort() {}

    static int near(int preferred) throws IOException {
        try {
            return bind(preferred);
        } catch (IOException e) {
            return bind(0);
        }
    }

    private static int bind(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
