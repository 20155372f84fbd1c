package dev.windrose.platform.process;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Looks before the start whether the port can be had, because a database started in vain costs seconds. */
final class ListeningPort {

    private ListeningPort() {}

    static void check(String host, int port) {
        if (port < 0 || port > 65_535) {
            throw new AppException(StartError.BAD_SETTING, "The port %d is not between 0 and 65535.".formatted(port));
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new AppException(
                    StartError.BAD_SETTING, "The host %s is not an address of this machine.".formatted(host));
        } catch (IOException e) {
            throw new AppException(
                    StartError.PORT_BUSY,
                    "Port %d of %s cannot be used (%s); choose another one with --port."
                            .formatted(port, host, e.getMessage()));
        }
    }
}
