package dev.windrose.context;

import dev.windrose.platform.id.MessageId;
import dev.windrose.platform.id.ThreadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of a thread.
 *
 * @param role user or assistant
 * @param parts what an answer is made of, as the stream told it
 * @param ui what the writer had open
 */
public record ThreadMessage(
        MessageId id,
        ThreadId thread,
        String role,
        String text,
        List<Map<String, Object>> parts,
        @Nullable Map<String, Object> ui,
        Instant createdAt) {}
