package dev.windrose.integrations;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every hour for messages that are kept long enough. */
@Component
class RemoveOldWords implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RemoveOldWords.class);

    private final MessageRetention retention;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("old-messages").factory());

    RemoveOldWords(MessageRetention retention) {
        this.retention = retention;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        timer.scheduleWithFixedDelay(this::lookRound, 5, 60, TimeUnit.MINUTES);
    }

    private void lookRound() {
        try {
            retention.remove();
        } catch (RuntimeException e) {
            LOG.warn("Old messages could not be removed; it is tried again within the hour", e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
