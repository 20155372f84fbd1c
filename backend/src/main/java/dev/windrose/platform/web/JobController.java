package dev.windrose.platform.web;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.jobs.Job;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.platform.jobs.JobProgress;
import dev.windrose.platform.jobs.JobStatus;
import dev.windrose.platform.jobs.Jobs;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Background work, for those who look after the workspace. */
@RestController
@RequestMapping("/api/v1/jobs")
class JobController {

    private static final int MOST = 500;

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    record View(
            UUID id,
            String type,
            String key,
            String status,
            int priority,
            JsonNode input,
            @Nullable JsonNode result,
            int failures,
            @Nullable String error,
            JobProgress progress,
            long done,
            @Nullable Long total,
            @Nullable UUID changeSetId,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant nextAt) {

        static View of(Job job) {
            return new View(
                    job.id().value(),
                    job.type(),
                    job.key(),
                    job.status().name().toLowerCase(Locale.ROOT),
                    job.priority(),
                    job.input(),
                    job.result(),
                    job.failures(),
                    job.error(),
                    job.progress(),
                    job.progress().done(),
                    job.progress().total(),
                    job.changeSet(),
                    job.createdAt(),
                    job.startedAt(),
                    job.finishedAt(),
                    job.nextAt());
        }
    }

    record Views(List<View> data) {}

    /** @param input replaces the input of the job, where given */
    record Replay(@Nullable JsonNode input) {}

    @GetMapping
    Views list(@RequestParam(required = false) @Nullable String status, @RequestParam(defaultValue = "50") int limit) {
        Permissions.require(Operation.MANAGE, "workspace");
        return new Views(jobs.list(status == null ? null : status(status), Math.clamp(limit, 1, MOST)).stream()
                .map(View::of)
                .toList());
    }

    @GetMapping("/{id}")
    View get(@PathVariable UUID id) {
        return View.of(own(id));
    }

    /** Whoever had a job done may watch and cancel it. */
    private Job own(UUID id) {
        var job = jobs.find(new JobId(id));
        var person = ActorScope.current().person();
        if (person == null || job.isEmpty() || !person.equals(job.get().person())) {
            Permissions.require(Operation.MANAGE, "workspace");
        }
        return job.orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such job."));
    }

    @PostMapping("/{id}/replay")
    View replay(@PathVariable UUID id, @RequestBody(required = false) @Nullable Replay body) {
        Permissions.require(Operation.MANAGE, "workspace");
        jobs.replay(new JobId(id), body == null ? null : body.input());
        return get(id);
    }

    @PostMapping("/{id}/cancel")
    View cancel(@PathVariable UUID id) {
        own(id);
        jobs.cancel(new JobId(id));
        return get(id);
    }

    @PostMapping("/{id}/skip")
    View skip(@PathVariable UUID id) {
        Permissions.require(Operation.MANAGE, "workspace");
        jobs.skip(new JobId(id));
        return get(id);
    }

    private static JobStatus status(String name) {
        return Arrays.stream(JobStatus.values())
                .filter(status -> status.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FILTER, "There is no status \"%s\".".formatted(name), "status"));
    }
}
