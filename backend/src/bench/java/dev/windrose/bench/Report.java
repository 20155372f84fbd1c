package dev.windrose.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** Prints what was measured, with what the machine is. No figure is a promise: they are read beside their reference. */
public final class Report {

    public void machine(Clock clock) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        print("Machine: %d cores, %d GB memory, load %.1f, %s, Java %s, %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() >> 30,
                        system.getSystemLoadAverage(),
                        operatingSystem(),
                        System.getProperty("java.version"),
                        LocalDate.now(clock)));
        print("");
    }

    public void head() {
        print("| Measure | p50 | p95 | Reference | p50 | p95 | Wanted p95 |");
        print("|---|---|---|---|---|---|---|");
    }

    public void row(String measure, Samples ours, String reference, Samples theirs, String wanted) {
        print("| %s | %.1f ms | %.1f ms | %s | %.1f ms | %.1f ms | %s |"
                .formatted(
                        measure,
                        ours.millisAt(50),
                        ours.millisAt(95),
                        reference,
                        theirs.millisAt(50),
                        theirs.millisAt(95),
                        wanted));
    }

    public void single(String measure, String value, String reference, String theirs, String wanted) {
        print("| %s | %s | | %s | %s | | %s |".formatted(measure, value, reference, theirs, wanted));
    }

    private static void print(String text) {
        System.out.println(String.format(Locale.ROOT, "%s", text));
    }

    private static String operatingSystem() throws IOException {
        Path release = Path.of("/etc/os-release");
        if (!Files.exists(release)) {
            return System.getProperty("os.name") + " " + System.getProperty("os.version");
        }
        try (var lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("PRETTY_NAME="))
                    .map(line -> line.replaceAll("PRETTY_NAME=|\"", ""))
                    .findFirst()
                    .orElse("Linux");
        }
    }
}
