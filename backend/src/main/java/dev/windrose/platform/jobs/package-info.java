/**
 * Durable jobs in steps, over db-scheduler, which only wakes them up and notices dead processes.
 *
 * <p>Offer a {@link dev.windrose.platform.jobs.JobHandler} bean and call {@link dev.windrose.platform.jobs.Jobs#enqueue} in the transaction that
 * wants the work done. A job runs as the actor who enqueued it. Work inside {@code step} commits together with the note that it is done, so
 * it happens once; work outside steps happens again after a crash.
 */
@NamedInterface("jobs")
@NullMarked
package dev.windrose.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
