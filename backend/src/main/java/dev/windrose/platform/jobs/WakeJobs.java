package dev.windrose.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks db-scheduler to run a job, in the caller's transaction. Each call is a wake-up of its own; one too many finds nothing to do. */
@Component
class WakeJobs {

    static final String TASK = "job";

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    WakeJobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** The workspace and the job of a wake-up. */
    record Call(TenantId tenant, JobId job) {

        static Call parse(String instance) {
            String[] parts = instance.split(":");
            return new Call(new TenantId(UUID.fromString(parts[0])), new JobId(UUID.fromString(parts[1])));
        }
    }

    void after(TenantId tenant, JobId job, int priority) {
        String instance = tenant + ":" + job + ":" + Ids.next();
        scheduler
                .getObject()
                .schedule(
                        new TaskInstance.Builder<Void>(TASK, instance)
                                .priority(priority)
                                .build(),
                        clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}
