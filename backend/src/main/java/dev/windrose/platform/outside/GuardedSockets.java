package dev.windrose.platform.outside;

import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes sockets that connect only where the guard allows. */
final class GuardedSockets extends SocketFactory {

    private final OutsideHosts hosts;

    GuardedSockets(OutsideHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public Socket createSocket() {
        return new Guarded(hosts);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        socket.connect(address, 0);
        return socket;
    }

    private static final class Guarded extends Socket {

        private final OutsideHosts hosts;

        Guarded(OutsideHosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            var asked = (InetSocketAddress) endpoint;
            try {
                super.connect(new InetSocketAddress(hosts.reachable(asked.getHostString()), asked.getPort()), timeout);
            } catch (AppException refused) {
                throw new IOException(refused.getMessage(), refused);
            }
        }
    }
}
