package dev.windrose.platform.process;

import dev.windrose.platform.settings.ProcessSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where the process listens, and leaves the same text in the data folder for a start in the background. */
@Component
class Greet {

    static final String FILE = "greeting";

    private final ProcessSettings settings;
    private final List<GreetingLine> lines;

    Greet(ProcessSettings settings, List<GreetingLine> lines) {
        this.settings = settings;
        this.lines = List.copyOf(lines);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ApplicationReadyEvent event) {
        var context = event.getApplicationContext();
        var folder = context.getBeanProvider(DataFolder.class).getIfAvailable();
        if (folder == null || !(context instanceof WebServerApplicationContext web)) {
            return;
        }
        var server = web.getWebServer();
        var actual = settings.withPort(server == null ? settings.port() : server.getPort());
        URI address = actual.address();
        String greeting = text(address, folder.path());
        System.out.println(greeting);
        PrivateFiles.write(folder.path().resolve(FILE), greeting + "\n");
        ProcessFile.write(
                folder.path(), address.toString(), actual.localAddress().toString());
    }

    @EventListener
    void on(ContextClosedEvent event) {
        var folder =
                event.getApplicationContext().getBeanProvider(DataFolder.class).getIfAvailable();
        if (folder != null) {
            ProcessFile.remove(folder.path());
        }
    }

    private String text(URI address, Path folder) {
        var first = Stream.of("Windrose is ready: " + address, "Data folder: " + folder);
        return Stream.concat(first, lines.stream().flatMap(line -> line.line(address).stream()))
                .collect(Collectors.joining("\n"));
    }
}
