package dev.windrose.platform.outside;

import dev.windrose.platform.error.AppException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import org.springframework.stereotype.Component;

/** Keeps addresses that people enter from leading into the network of this machine. */
@Component
public class OutsideHosts {

    private final Set<String> allowed;

    OutsideHosts(OutsideSettings settings) {
        allowed = settings.allowedHosts().stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The address to connect to.
     *
     * @throws AppException HOST_NOT_ALLOWED where any address of the name lies inside, HOST_UNKNOWN where it has none
     */
    public InetAddress reachable(String host) {
        try {
            var all = InetAddress.getAllByName(host);
            for (var address : all) {
                if (InnerAddress.is(address) && !known(host) && !known(address.getHostAddress())) {
                    throw new AppException(
                            OutsideError.HOST_NOT_ALLOWED,
                            "The host %s lies in the network of this server. An operator can allow it by WINDROSE_OUTSIDE_ALLOWED_HOSTS."
                                    .formatted(host),
                            "host");
                }
            }
            return all[0];
        } catch (UnknownHostException e) {
            throw new AppException(OutsideError.HOST_UNKNOWN, "The host %s is not known.".formatted(host), "host");
        }
    }

    /** Named by the operator, so trusted also without encryption. */
    public boolean trusted(String host) {
        return known(host);
    }

    /** Sockets that ask at the moment they connect, so that a name cannot lead elsewhere after it was checked. */
    public SocketFactory sockets() {
        return new GuardedSockets(this);
    }

    private boolean known(String host) {
        return allowed.contains(host);
    }
}
