package dev.windrose.records.web;

import dev.windrose.records.store.Json;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open stream. Writers never wait for it: one that reads too slowly is closed and starts again. */
final class LiveStream {

    private static final int WAITING = 1_000;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long LONGEST_MILLIS = 30 * 60 * 1_000L;

    private final SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>(WAITING);
    private volatile boolean open = true;

    private record Message(String event, String data) {}

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

    void offer(String event, Map<String, ?> data) {
        if (!waiting.offer(new Message(event, Json.write(data)))) {
            close();
        }
    }

    void close() {
        open = false;
        waiting.offer(new Message("end", "{}"));
    }

    private void run() {
        try {
            send(new Message("ping", "{}"));
            while (open) {
                var message = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (open) {
                    send(message == null ? new Message("ping", "{}") : message);
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            open = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Message message) throws IOException {
        emitter.send(SseEmitter.event().name(message.event()).data(message.data()));
    }
}
