package dev.windrose.llm.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears an answer piece by piece, and is told of its end on the same thread. */
final class Listening implements StreamingChatResponseHandler {

    private final Consumer<String> heard;
    private boolean silent = true;
    private @Nullable ChatResponse whole;
    private @Nullable Throwable failure;

    Listening(Consumer<String> heard) {
        this.heard = heard;
    }

    @Override
    public void onPartialResponse(String piece) {
        silent = false;
        if (failure == null) {
            heard.accept(piece);
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole = response;
    }

    @Override
    public void onError(Throwable error) {
        failure = failure == null ? error : failure;
    }

    /** Whether nothing was passed on yet. */
    boolean silent() {
        return silent;
    }

    ChatResponse ended() {
        var cause = failure;
        var answer = whole;
        failure = null;
        whole = null;
        // An answer that nobody said was at its end is none.
        if (cause != null || answer == null || answer.finishReason() == null) {
            throw new BrokenOff(cause);
        }
        return answer;
    }

    /** The answer did not come to its end. */
    static final class BrokenOff extends RuntimeException {

        BrokenOff(@Nullable Throwable cause) {
            super("The answer was broken off.", cause);
        }
    }
}
