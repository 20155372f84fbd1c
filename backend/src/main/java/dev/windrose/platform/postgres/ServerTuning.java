package dev.windrose.platform.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Settings of the embedded server: durable, reachable from this machine only, small enough to share a laptop. */
final class ServerTuning {

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "fsync=on",
            "full_page_writes=on",
            "huge_pages=off",
            "max_connections=40",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "random_page_cost=1.1",
            "max_wal_size=512MB",
            "checkpoint_timeout=15min",
            // The server is built without quick compression; the slow one takes three quarters of the time of a write
            // in a big workspace.
            "wal_compression=off",
            "max_parallel_workers_per_gather=1",
            // Compiling a plan costs more than the short queries of this product.
            "jit=off",
            // Values of people must not reach the log.
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0");

    private ServerTuning() {}

    static List<String> arguments() {
        var arguments = new ArrayList<String>();
        var settings = new ArrayList<>(SETTINGS);
        // Pages are counted as used only once data fills them, so a big machine with little data stays small.
        long memory = memoryMegabytes();
        settings.add("shared_buffers=%dMB".formatted(Math.clamp(memory / 128, 96, 512)));
        settings.add("effective_cache_size=%dMB".formatted(Math.clamp(memory / 4, 512, 8192)));
        for (String setting : settings) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }

    private static long memoryMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 0;
    }
}
