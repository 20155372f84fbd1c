package dev.windrose.intake.inbox;

import dev.windrose.intake.ArrivedMessages.Arrived;
import dev.windrose.intake.ArrivedMessages.Place;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message with what is known of it.
 *
 * @param decision of the last reading; null where it was not read
 * @param arrived where a source brought it
 */
public record InboxMessage(
        UUID id,
        Instant at,
        String channel,
        String text,
        InboxState state,
        @Nullable UUID person,
        @Nullable String personName,
        @Nullable UUID thread,
        @Nullable Map<String, @Nullable Object> decision,
        @Nullable Arrived arrived) {

    Place place() {
        return new Place(at, id);
    }

    InboxMessage from(@Nullable Arrived source) {
        return new InboxMessage(id, at, channel, text, state, person, personName, thread, decision, source);
    }

    static InboxMessage unread(Arrived arrived) {
        return new InboxMessage(
                arrived.id(),
                arrived.at(),
                arrived.channel(),
                arrived.text() == null ? "" : arrived.text(),
                InboxState.of(arrived.state()).orElse(InboxState.WAITING),
                null,
                null,
                null,
                null,
                arrived);
    }
}
