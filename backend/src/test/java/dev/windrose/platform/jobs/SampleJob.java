package dev.windrose.platform.jobs;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A job that does what its input says, and remembers what it did by the input's name. */
@Component
class SampleJob implements JobHandler {

    static final Map<String, List<String>> DONE = new ConcurrentHashMap<>();
    static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    /** @param failAfterFirst how many attempts fail between the two steps */
    record Order(String name, int failAfterFirst, boolean waitsAtGate, boolean badInput) {

        static Order plain(String name) {
            return new Order(name, 0, false, false);
        }
    }

    static List<String> done(String name) {
        return DONE.computeIfAbsent(name, n -> new CopyOnWriteArrayList<>());
    }

    @Override
    public String type() {
        return "sample";
    }

    @Override
    public Duration pauseAfter(int attempt) {
        return Duration.ofMillis(10);
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        var order = job.input(Order.class);
        if (order.badInput()) {
            throw new AppException(CommonError.BAD_VALUE, "The order makes no sense.");
        }
        int first = job.step("first", Integer.class, () -> {
            done(order.name()).add("first");
            return 40;
        });
        job.progress(1, 2L, "halfway");
        if (order.waitsAtGate()) {
            awaitGate(order.name());
        }
        if (job.attempt() <= order.failAfterFirst()) {
            throw new IllegalStateException("Not this time");
        }
        int second = job.outside("second", Integer.class, () -> {
            done(order.name()).add("second");
            return first + 2;
        });
        return Map.of("sum", second);
    }

    private static void awaitGate(String name) {
        try {
            GATES.computeIfAbsent(name, n -> new CountDownLatch(1)).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
