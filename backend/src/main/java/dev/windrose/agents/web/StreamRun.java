package dev.windrose.agents.web;

import dev.windrose.agents.run.Runs;
import dev.windrose.platform.ActorScope;
import java.io.IOException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends the events of a run to one reader. Any process may work on the run, so the rows are asked; whoever stops reading loses nothing. */
final class StreamRun {

    private static final long LONGEST_MILLIS = 30 * 60 * 1_000L;
    private static final long FIRST_PAUSE = 30;
    private static final long LONGEST_PAUSE = 1_000;

    private final Runs runs;
    private final UUID run;
    private final BooleanSupplier recognised;
    private final SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
    private int last;
    private volatile boolean open = true;

    StreamRun(Runs runs, UUID run, int after, BooleanSupplier recognised) {
        this.runs = runs;
        this.run = run;
        this.last = after;
        this.recognised = recognised;
    }

    SseEmitter start() {
        emitter.onCompletion(() -> open = false);
        emitter.onTimeout(() -> open = false);
        emitter.onError(failure -> open = false);
        var actor = ActorScope.current();
        Thread.ofVirtual().name("agent-run-stream").start(() -> ActorScope.run(actor, this::follow));
        return emitter;
    }

    private void follow() {
        long pause = FIRST_PAUSE;
        try {
            while (open) {
                var events = runs.events(run, last);
                if (!recognised.getAsBoolean()) {
                    emitter.complete();
                    return;
                }
                for (var event : events) {
                    emitter.send(SseEmitter.event()
                            .id(String.valueOf(event.number()))
                            .name(event.name())
                            .data(event.data()));
                    last = event.number();
                    if (event.last()) {
                        emitter.complete();
                        return;
                    }
                }
                pause = events.isEmpty() ? Math.min(LONGEST_PAUSE, pause * 3 / 2) : FIRST_PAUSE;
                Thread.sleep(pause);
            }
        } catch (IOException | IllegalStateException gone) {
            open = false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException cause) {
            emitter.completeWithError(cause);
        }
    }
}
