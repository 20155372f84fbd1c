package dev.windrose.intake.inbox;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads several messages again, one after the other. One that cannot be read again holds up no other. */
@Component
public class ReplayMessages implements JobHandler {

    static final String TYPE = "replay_messages";

    private static final int MOST = 500;
    private static final int MOST_TOLD = 50;

    private final RedoMessage redo;
    private final Jobs jobs;

    ReplayMessages(RedoMessage redo, Jobs jobs) {
        this.redo = redo;
        this.jobs = jobs;
    }

    record Order(List<UUID> messages) {}

    /** @param left what could not be taken back, or why it was not read */
    record One(boolean read, List<String> left) {}

    /**
     * @param read how many were read again
     * @param left what could not be taken back or read, one sentence each, the first ones
     */
    public record Result(int read, int of, List<String> left) {}

    /** In the name of whoever asks for it. */
    public JobId begin(List<UUID> messages) {
        Permissions.require(Operation.SUBMIT, "intake");
        Permissions.require(Operation.DECIDE, "changeset");
        var wanted = List.copyOf(new LinkedHashSet<>(messages));
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new AppException(CommonError.BAD_VALUE, "Name 1 to %d messages.".formatted(MOST), "ids");
        }
        return jobs.enqueue(JobRequest.of(TYPE, new Order(wanted)));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        var wanted = job.input(Order.class).messages();
        int read = 0;
        var left = new ArrayList<String>();
        for (var message : wanted) {
            job.progress(read, (long) wanted.size(), null);
            // A model may be asked in it, so it is no step of one transaction. What was taken back before a crash
            // stands no more the second time.
            var one = job.outside("read-" + message, One.class, () -> again(message));
            read += one.read() ? 1 : 0;
            left.addAll(one.left());
        }
        job.progress(wanted.size(), (long) wanted.size(), null);
        return new Result(read, wanted.size(), left.stream().limit(MOST_TOLD).toList());
    }

    private One again(UUID message) {
        try {
            return new One(true, redo.replay(message, null, false));
        } catch (AppException refused) {
            return new One(false, List.of(String.valueOf(refused.getMessage())));
        }
    }
}
