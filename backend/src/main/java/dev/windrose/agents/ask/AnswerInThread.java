package dev.windrose.agents.ask;

import dev.windrose.context.ThreadMessage;
import dev.windrose.context.Threads;
import dev.windrose.intake.AnswerQuestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Questions that people ask in a conversation. */
@Component
class AnswerInThread implements AnswerQuestion {

    private final Asks asks;
    private final Threads threads;

    AnswerInThread(Asks asks, Threads threads) {
        this.asks = asks;
        this.threads = threads;
    }

    @Override
    public Optional<Map<String, Object>> of(ThreadMessage message) {
        if (!Asking.asks(message.text())) {
            return Optional.empty();
        }
        return asks.of(message.text(), earlier(message)).map(Answered::json);
    }

    private List<String> earlier(ThreadMessage message) {
        return threads.messages(message.thread()).stream()
                .takeWhile(other -> !other.id().equals(message.id()))
                .filter(other -> other.role().equals("user"))
                .map(ThreadMessage::text)
                .toList();
    }
}
