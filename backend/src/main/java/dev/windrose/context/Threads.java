package dev.windrose.context;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.MessageId;
import dev.windrose.platform.id.ThreadId;
import dev.windrose.records.access.QuotedRecords;
import dev.windrose.records.access.QuotedRecords.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of the workspace. */
@Component
public class Threads {

    /** Under this name a message says which files are read with it. */
    public static final String FILES = "files";

    private static final int LONGEST = 100_000;

    private final ThreadStore store;
    private final RunStore runs;
    private final EventLog events;
    private final QuotedRecords quoted;
    private final Clock clock;

    Threads(ThreadStore store, RunStore runs, EventLog events, QuotedRecords quoted, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.events = events;
        this.quoted = quoted;
        this.clock = clock;
    }

    @Transactional
    public ConversationThread create(@Nullable String title, @Nullable String recordType, @Nullable UUID record) {
        var thread = new ConversationThread(ThreadId.next(), title, recordType, record, now(), now());
        store.insert(thread);
        if (recordType != null && record != null) {
            quoted.note(Place.THREAD, thread.id().value(), Map.of("type", recordType, "id", record));
        }
        return thread;
    }

    @Transactional(readOnly = true)
    public List<ConversationThread> list(@Nullable String recordType, @Nullable UUID record) {
        return store.list(recordType, record);
    }

    /** @throws AppException NOT_FOUND also for a thread of another workspace */
    @Transactional(readOnly = true)
    public ConversationThread get(ThreadId id) {
        return store.find(id).orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such thread."));
    }

    @Transactional(readOnly = true)
    public List<ThreadMessage> messages(ThreadId id) {
        return store.messages(get(id).id());
    }

    @Transactional(readOnly = true)
    public Optional<UUID> running(ThreadId id) {
        return runs.running(id);
    }

    /** Message, run and event in one transaction. The same key again gives the same run. */
    @Transactional
    public StartedRun post(ThreadId thread, String text, @Nullable Map<String, Object> ui, @Nullable String key) {
        get(thread);
        boolean files = ui != null && ui.containsKey(FILES);
        if (text.isBlank() && !files) {
            throw new AppException(CommonError.REQUIRED, "Write something first.", "text");
        }
        if (text.length() > LONGEST) {
            throw new AppException(CommonError.TOO_LONG, "A message has at most 100,000 characters.", "text");
        }
        var given = key == null ? Optional.<MessageId>empty() : store.byKey(thread, key);
        if (given.isPresent()) {
            return started(thread, given.get());
        }
        var message = new ThreadMessage(MessageId.next(), thread, "user", text, List.of(), ui, now());
        store.insert(message, key);
        quoted.note(Place.THREAD, thread.value(), ui);
        store.touch(
                thread,
                now(),
                text.strip()
                        .lines()
                        .findFirst()
                        .orElse(files ? "Files" : "")
                        .strip()
                        .transform(line -> line.length() > 80 ? line.substring(0, 79) + "…" : line));
        var run = Ids.next();
        runs.insert(run, thread, message.id(), now());
        runs.append(
                run,
                "message_accepted",
                Map.of("run_id", run.toString(), "message_id", message.id().toString(), "thread_id", thread.toString()),
                now());
        var payload = new java.util.LinkedHashMap<String, @Nullable Object>();
        payload.put("channel", "chat");
        payload.put("thread_id", thread.toString());
        payload.put("message_id", message.id().toString());
        events.append(Event.of(ContextEvents.INPUT_RECEIVED, payload));
        return new StartedRun(run, thread, message);
    }

    /** A run that was started before, to follow it. */
    @Transactional(readOnly = true)
    public StartedRun run(ThreadId thread, UUID run) {
        get(thread);
        var message = runs.messageOf(thread, run).flatMap(store::message);
        return new StartedRun(
                run,
                thread,
                message.orElseThrow(
                        () -> new AppException(CommonError.NOT_FOUND, "There is no such run in this thread.")));
    }

    private StartedRun started(ThreadId thread, MessageId message) {
        return new StartedRun(
                runs.ofMessage(message).orElseThrow(),
                thread,
                store.message(message).orElseThrow());
    }

    @Transactional(readOnly = true)
    public List<RunEvent> events(UUID run, int after) {
        return runs.after(run, after);
    }

    @Transactional
    void tell(StartedRun run, String name, Map<String, Object> data) {
        runs.lock(run.id());
        quoted.note(Place.THREAD, run.thread().value(), data);
        runs.append(run.id(), name, data, now());
    }

    /** The answer as a message of the thread, and the end of the run. */
    @Transactional
    void finish(StartedRun run, String status, String text, List<Map<String, Object>> parts, Map<String, Object> last) {
        if (!runs.end(run.id(), status, now())) {
            return;
        }
        if (!parts.isEmpty() || !text.isEmpty()) {
            var answer = new ThreadMessage(MessageId.next(), run.thread(), "assistant", text, parts, null, now());
            store.insert(answer, null);
        }
        runs.append(run.id(), status.equals("done") ? "done" : "failed", last, now());
        store.touch(run.thread(), now(), "Conversation");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
