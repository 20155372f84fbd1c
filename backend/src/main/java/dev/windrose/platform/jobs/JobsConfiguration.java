package dev.windrose.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    private static final int AT_ONCE = 6;
    private static final Duration STOPPING = Duration.ofSeconds(2);

    /** Its own bean, not the starter's: tests and commands run it without the web application. */
    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource dataSource, RunJobs runJobs, RunningJobs running, JobSettings settings) {
        Duration heartbeat = settings.heartbeat();
        var task = Tasks.custom(WakeJobs.TASK, Void.class)
                .onFailureReschedule(FixedDelay.of(heartbeat.multipliedBy(2)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> running.during(() -> runJobs.execute(instance, context)));
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), List.of(task))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .threads(AT_ONCE)
                .enablePriority()
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(STOPPING)
                .build();
    }

    @Bean
    SmartLifecycle jobsLifecycle(Scheduler scheduler) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                scheduler.start();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                scheduler.stop();
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
