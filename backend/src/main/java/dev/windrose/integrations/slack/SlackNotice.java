package dev.windrose.integrations.slack;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which of the many messages of Slack somebody wrote, and what the others are. */
final class SlackNotice {

    /** With a file, told to the channel as well, and in the form of "/me": a person wrote all of these. */
    private static final Set<String> WRITTEN = Set.of("", "file_share", "thread_broadcast", "me_message");

    private SlackNotice() {}

    /** Why a message is left out; null for one that a person wrote. */
    static @Nullable String of(JsonNode event) {
        String subtype = event.path("subtype").asString("");
        boolean program = !event.path("bot_id").isMissingNode() || subtype.equals("bot_message");
        if (program) {
            return "A program wrote it in Slack, not a person.";
        }
        return WRITTEN.contains(subtype)
                ? null
                : switch (subtype.equals("message_changed") && !changed(event) ? "" : subtype) {
                    case "message_changed" ->
                        "Somebody changed a message in Slack. What was written of it before stays; handle this one to have it read as it is now.";
                    case "message_deleted" ->
                        "Somebody deleted a message in Slack. What was written of it before stays; it can be undone in the inbox.";
                    default -> "Slack itself tells of something (%s). Nobody wrote it.".formatted(subtype);
                };
    }

    /** Slack also says so of a message to which it adds a picture of what is linked. */
    private static boolean changed(JsonNode event) {
        return !event.path("message")
                .path("text")
                .equals(event.path("previous_message").path("text"));
    }

    /** What is said; of a changed message what it says now. */
    static String words(JsonNode event) {
        String own = event.path("text").asString("");
        return own.isEmpty() ? event.path("message").path("text").asString("") : own;
    }

    /** That files of a message stay where they are; null where it has none. */
    static @Nullable String files(JsonNode event) {
        String names = event.path("files")
                .valueStream()
                .map(file -> file.path("name").asString(file.path("title").asString("")))
                .filter(name -> !name.isBlank())
                .limit(10)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : "Files stay in Slack and were not read: " + names + ".";
    }
}
