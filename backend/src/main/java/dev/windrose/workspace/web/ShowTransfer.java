package dev.windrose.workspace.web;

import dev.windrose.platform.jobs.Job;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A job that writes or reads a file of the workspace, as the API shows it. */
@Component
class ShowTransfer {

    private final People people;

    ShowTransfer(People people) {
        this.people = people;
    }

    record Progress(
            long done, @Nullable Long total, @Nullable String message) {}

    Map<String, @Nullable Object> of(Job job) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", job.id().value().toString());
        json.put("status", status(job));
        var progress = job.progress();
        json.put("progress", new Progress(progress.done(), progress.total(), progress.message()));
        json.put("file_name", text(job.result(), "file_name"));
        json.put("size", number(job.result(), "size"));
        json.put("sha256", text(job.result(), "sha256"));
        json.put("summary", job.result() == null ? null : job.result().get("summary"));
        json.put("error", job.error());
        json.put(
                "created_by",
                job.person() == null
                        ? null
                        : people.find(job.person()).map(Person::name).orElse(null));
        json.put("created_at", job.createdAt().toString());
        Instant finished = job.finishedAt();
        json.put("finished_at", finished == null ? null : finished.toString());
        return json;
    }

    private static String status(Job job) {
        return switch (job.status()) {
            case QUEUED -> "queued";
            case RUNNING, WAITING -> "running";
            case DONE -> "done";
            case DEAD, SKIPPED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static @Nullable String text(@Nullable JsonNode result, String name) {
        return result == null ? null : result.path(name).asString(null);
    }

    private static @Nullable Long number(@Nullable JsonNode result, String name) {
        return result == null || !result.path(name).isNumber()
                ? null
                : result.path(name).asLong();
    }
}
