package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends looks with other eyes whose time is over, also where nobody sends a request any more, so that the audit log tells of each end. */
@Component
class EndViews implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EndViews.class);
    private static final int SECONDS = 30;

    private final Sessions sessions;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("end-views").factory());

    EndViews(Sessions sessions, PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        timer.scheduleWithFixedDelay(this::lookRound, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void lookRound() {
        try {
            end();
        } catch (RuntimeException e) {
            LOG.warn("Looks with other eyes could not be ended; it is tried again soon", e);
        }
    }

    void end() {
        for (var ended : sessions.ended()) {
            var session = ended.session();
            var viewed = session.viewing();
            var until = session.viewingUntil();
            if (viewed != null && until != null) {
                ActorScope.run(
                        Actor.system(session.tenant()),
                        () -> transaction.executeWithoutResult(
                                _ -> sessions.endView(ended.hash(), viewed, session.person(), until)));
            }
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
