package dev.windrose.integrations;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a private message for who asks, with what that person may see, and writes nothing. */
@Component
public class DraftMessage {

    private final ReceivedMessages messages;
    private final OpenConnections connections;
    private final HandToIntake intake;

    DraftMessage(ReceivedMessages messages, OpenConnections connections, HandToIntake intake) {
        this.messages = messages;
        this.connections = connections;
        this.intake = intake;
    }

    /** @throws AppException NOT_FOUND for who did not take part */
    public Map<String, @Nullable Object> of(UUID id) {
        var message = messages.get(id);
        if (message.shared() || message.state() != MessageState.STORED || message.removedAt() != null) {
            throw new AppException(CommonError.CONFLICT, "Only a private message that is kept is shown as a draft.");
        }
        return intake.draft(message, connections.open(message).parsed());
    }
}
