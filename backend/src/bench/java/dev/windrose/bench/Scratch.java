package dev.windrose.bench;

import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.platform.settings.ReadSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a bench needs to start the product beside itself. */
final class Scratch {

    private Scratch() {}

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As the product reads them on that data folder. */
    static ProcessSettings settings(Path folder) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", Map.of("windrose.data", folder.toString())));
        return ReadSettings.from(environment);
    }
}
