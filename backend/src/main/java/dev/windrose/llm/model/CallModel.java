package dev.windrose.llm.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One question to a model, tried again where the endpoint is busy or stumbles, as it asks for. */
@Component
class CallModel {

    private static final Duration SHORTEST = Duration.ofMillis(250);

    private final LlmSettings settings;

    CallModel(LlmSettings settings) {
        this.settings = settings;
    }

    /**
     * What came of it.
     *
     * @param inputTokens as the endpoint counts them; null where it does not say
     */
    record Called(
            CallOutcome outcome,
            @Nullable String text,
            @Nullable Integer inputTokens,
            @Nullable Integer outputTokens,
            List<ToolExecutionRequest> calls,
            int attempts) {

        static Called failed(CallOutcome why, int attempts) {
            return new Called(why, null, null, null, List.of(), attempts);
        }
    }

    Called ask(ChatModel model, Prompt prompt, String text) {
        return ask(model, request(prompt, text));
    }

    Called ask(ChatModel model, ChatRequest request) {
        return tried(() -> model.chat(request), () -> true);
    }

    /** Once something was heard it is not tried again: it would be heard twice. */
    Called listen(StreamingChatModel model, ChatRequest request, Consumer<String> heard) {
        var listening = new Listening(heard);
        return tried(
                () -> {
                    model.chat(request, listening);
                    return listening.ended();
                },
                listening::silent);
    }

    private Called tried(Supplier<ChatResponse> once, BooleanSupplier again) {
        for (int attempt = 1; ; attempt++) {
            try {
                return answered(once.get(), attempt);
            } catch (RuntimeException cause) {
                var why = outcome(cause);
                var wait = wait(cause, attempt);
                if (attempt >= settings.attempts() || !again.getAsBoolean() || wait.isEmpty() || !pause(wait.get())) {
                    return Called.failed(why, attempt);
                }
            }
        }
    }

    private static Called answered(ChatResponse answer, int attempts) {
        var usage = answer.tokenUsage();
        String text = answer.aiMessage().text();
        return new Called(
                outcome(answer),
                text,
                usage == null ? null : usage.inputTokenCount(),
                usage == null ? null : usage.outputTokenCount(),
                answer.aiMessage().toolExecutionRequests(),
                attempts);
    }

    private static CallOutcome outcome(ChatResponse answer) {
        var end = answer.finishReason();
        if (end == FinishReason.CONTENT_FILTER) {
            return CallOutcome.REFUSED;
        }
        String text = answer.aiMessage().text();
        boolean nothing =
                (text == null || text.isBlank()) && !answer.aiMessage().hasToolExecutionRequests();
        return nothing || end == FinishReason.LENGTH ? CallOutcome.UNREADABLE : CallOutcome.ANSWERED;
    }

    private static ChatRequest request(Prompt prompt, String text) {
        var shape = JsonSchema.builder()
                .name("answer")
                .rootElement(JsonRawSchema.from(prompt.schema()))
                .build();
        var format = ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(shape)
                .build();
        return ChatRequest.builder()
                .messages(SystemMessage.from(prompt.instruction()), UserMessage.from(text))
                .responseFormat(format)
                .build();
    }

    private static CallOutcome outcome(Throwable cause) {
        var refusal = find(cause, EndpointHttp.Refusal.class);
        if (refusal.isPresent()) {
            return refusal.get().statusCode() == 429 ? CallOutcome.RATE_LIMITED : CallOutcome.FAILED;
        }
        if (find(cause, ContentFilteredException.class).isPresent()) {
            return CallOutcome.REFUSED;
        }
        if (find(cause, HttpTimeoutException.class).isPresent()) {
            return CallOutcome.TIMED_OUT;
        }
        return find(cause, UncheckedIOException.class).isPresent() ? CallOutcome.UNREACHABLE : CallOutcome.UNREADABLE;
    }

    /** How long before the next attempt. Empty where another is no use, or would come too late for whoever waits. */
    private Optional<Duration> wait(Throwable cause, int attempt) {
        var refusal = find(cause, EndpointHttp.Refusal.class);
        if (refusal.isEmpty()) {
            return find(cause, HttpTimeoutException.class).isEmpty()
                            && find(cause, UncheckedIOException.class).isPresent()
                    ? Optional.of(SHORTEST.multipliedBy(attempt))
                    : Optional.empty();
        }
        int status = refusal.get().statusCode();
        if (status != 429 && status != 408 && status < 500) {
            return Optional.empty();
        }
        var asked = refusal.get().retryAfter();
        var wait = asked == null ? SHORTEST.multipliedBy(1L << attempt) : asked;
        return wait.compareTo(settings.timeout()) > 0 ? Optional.empty() : Optional.of(wait);
    }

    private static <T extends Throwable> Optional<T> find(@Nullable Throwable cause, Class<T> wanted) {
        for (var at = cause; at != null; at = at.getCause()) {
            if (wanted.isInstance(at)) {
                return Optional.of(wanted.cast(at));
            }
        }
        return Optional.empty();
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
