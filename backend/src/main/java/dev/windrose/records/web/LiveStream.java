package dev.windrose.records.web;

import dev.windrose.records.store.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream. Writers never wait for it: one that reads too slowly is closed and starts again. */
final class LiveStream {

    private static final int WAITING = 1_000;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long LONGEST_MILLIS = 30 * 60 * 1_000L;

    private final SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
    private final BlockingQueue<LiveMessage> waiting = new LinkedBlockingQueue<>(WAITING);
    private volatile boolean open = true;

    private final Function<LiveMessage, Optional<LiveMessage>> told;
    private final BooleanSupplier recognised;

    /**
     * Both are asked on the thread of the stream.
     *
     * @param told what the reader may be told of a message
     * @param recognised whether the reader is still who opened the stream, with the same rights; the page opens another one otherwise
     */
    LiveStream(Function<LiveMessage, Optional<LiveMessage>> told, BooleanSupplier recognised) {
        this.told = told;
        this.recognised = recognised;
    }

    /** @param ended called once, when nobody reads any more */
    SseEmitter start(Runnable ended) {
        emitter.onCompletion(this::close);
        emitter.onTimeout(this::close);
        emitter.onError(_ -> close());
        Thread.ofVirtual().name("live-stream").start(() -> {
            try {
                run();
            } finally {
                ended.run();
            }
        });
        return emitter;
    }

    void offer(LiveMessage message) {
        if (!waiting.offer(message)) {
            close();
        }
    }

    void close() {
        open = false;
        waiting.offer(LiveMessage.plain("end"));
    }

    private void run() {
        try {
            while (open) {
                var message = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (open && !recognised.getAsBoolean()) {
                    open = false;
                } else if (open) {
                    var shown = message == null ? Optional.of(LiveMessage.plain("ping")) : told.apply(message);
                    if (shown.isPresent()) {
                        send(shown.get());
                    }
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            open = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            open = false;
            emitter.completeWithError(failed);
        }
    }

    private void send(LiveMessage message) throws IOException {
        emitter.send(SseEmitter.event().name(message.event()).data(Json.write(message.data())));
    }
}
