package dev.windrose.platform.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The server that takes our mail, and under which name we write. */
public record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String userName,
        @Nullable UUID credential,
        String fromAddress,
        @Nullable String fromName,
        @Nullable String replyTo) {}
