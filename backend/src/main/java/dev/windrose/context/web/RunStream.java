package dev.windrose.context.web;

import dev.windrose.context.FollowRuns;
import dev.windrose.context.RunEvent;
import dev.windrose.platform.ActorScope;
import java.io.IOException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends the events of a run to one reader, from a given number on. Whoever stops reading loses nothing: the rows stay. */
final class RunStream {

    private static final long LONGEST_MILLIS = 10 * 60 * 1_000L;

    private final FollowRuns runs;
    private final UUID run;
    private final BooleanSupplier recognised;
    private final SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
    private int last;
    private volatile boolean open = true;

    /** @param recognised whether the reader is still who began to read */
    RunStream(FollowRuns runs, UUID run, int after, BooleanSupplier recognised) {
        this.recognised = recognised;
        this.runs = runs;
        this.run = run;
        this.last = after;
    }

    SseEmitter start() {
        emitter.onCompletion(() -> open = false);
        emitter.onTimeout(() -> open = false);
        emitter.onError(_ -> open = false);
        var actor = ActorScope.current();
        Thread.ofVirtual().name("run-stream").start(() -> ActorScope.run(actor, this::follow));
        return emitter;
    }

    private void follow() {
        try {
            while (open) {
                var events = runs.next(run, last);
                if (!recognised.getAsBoolean()) {
                    emitter.complete();
                    return;
                }
                for (var event : events) {
                    send(event);
                    if (event.last()) {
                        emitter.complete();
                        return;
                    }
                }
            }
        } catch (IOException | IllegalStateException gone) {
            open = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException cause) {
            emitter.completeWithError(cause);
        }
    }

    private void send(RunEvent event) throws IOException {
        emitter.send(SseEmitter.event()
                .id(String.valueOf(event.number()))
                .name(event.name())
                .data(event.data()));
        last = event.number();
    }
}
