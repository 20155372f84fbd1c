package dev.windrose.workspace.archive;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Files of whole workspaces hold everything, so they do not lie about for long. */
@Component
class DropOldFiles implements DisposableBean {

    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(DropOldFiles.class);

    private final ArchiveFolder folder;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drop-old-exports").factory());

    DropOldFiles(ArchiveFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        timer.scheduleWithFixedDelay(this::lookRound, 1, 60, TimeUnit.MINUTES);
    }

    private void lookRound() {
        try {
            drop();
        } catch (UncheckedIOException e) {
            LOG.warn("Old exports could not be removed; it is tried again within the hour", e);
        }
    }

    void drop() {
        int dropped = folder.dropBefore(clock.instant().minus(KEPT));
        if (dropped > 0) {
            LOG.info("{} files of whole workspaces are older than {} days and were removed", dropped, KEPT.toDays());
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
