package dev.windrose.context;

import dev.windrose.platform.id.ThreadId;
import java.util.UUID;

/** What reads a message and answers it. */
public record StartedRun(UUID id, ThreadId thread, ThreadMessage message) {}
