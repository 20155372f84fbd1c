package dev.windrose.agents.plan;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, with what is known around it.
 *
 * @param text the words that ask for something; of an answer to a question the message that the question was about
 * @param replies questions of the product about this goal, each with its answer; at most one round
 * @param earlier what the same person said before in the conversation, the oldest first
 * @param view what the person has open
 */
public record Wanted(
        String text,
        List<Reply> replies,
        List<String> earlier,
        @Nullable View view) {

    /** A question and what was answered. */
    public record Reply(String question, String answer) {}

    /** A record on the page. */
    public record View(String type, UUID id) {}

    public Wanted {
        replies = List.copyOf(replies);
        earlier = List.copyOf(earlier);
    }

    public static Wanted of(String text) {
        return new Wanted(text, List.of(), List.of(), null);
    }

    /** Whether the one round of questions is over. */
    public boolean asked() {
        return !replies.isEmpty();
    }

    /** The answers, in one line. */
    public String answered() {
        return replies.stream().map(Reply::answer).collect(Collectors.joining(" "));
    }

    static @Nullable View view(@Nullable Map<String, Object> ui) {
        return ui != null
                        && ui.get("record") instanceof Map<?, ?> record
                        && record.get("type") instanceof String type
                        && record.get("id") instanceof String id
                ? new View(type, UUID.fromString(id))
                : null;
    }
}
