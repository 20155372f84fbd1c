package dev.windrose.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.windrose.platform.error.AppException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a model for JSON of a given shape. Empty without a model; a failure is told, never hidden. */
@Component
public class StructuredModel {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ModelTiers tiers;
    private final LlmSettings settings;

    StructuredModel(ModelTiers tiers, LlmSettings settings) {
        this.tiers = tiers;
        this.settings = settings;
    }

    public boolean present(ModelTier tier) {
        return tiers.model(tier).isPresent();
    }

    /**
     * @param schema a JSON schema of an object
     * @throws AppException where the endpoint fails, or answers what is no JSON
     */
    public Optional<JsonNode> ask(ModelTier tier, String instruction, String text, String schema) {
        return tiers.model(tier).map(model -> read(call(model, request(instruction, text, schema))));
    }

    private static ChatRequest request(String instruction, String text, String schema) {
        var shape = JsonSchema.builder()
                .name("answer")
                .rootElement(JsonRawSchema.from(schema))
                .build();
        var format = ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(shape)
                .build();
        return ChatRequest.builder()
                .messages(SystemMessage.from(instruction), UserMessage.from(text))
                .responseFormat(format)
                .build();
    }

    private String call(ChatModel model, ChatRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return model.chat(request).aiMessage().text();
            } catch (RetriableException cause) {
                if (attempt >= settings.attempts()) {
                    throw unavailable();
                }
                pause(Duration.ofMillis(400L << attempt));
            } catch (RuntimeException cause) {
                throw unavailable();
            }
        }
    }

    private static AppException unavailable() {
        return new AppException(ModelError.MODEL_UNAVAILABLE, "The language model did not answer.");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static JsonNode read(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException bad) {
            throw new AppException(
                    ModelError.MODEL_ANSWER_UNREADABLE, "The language model answered something unreadable.");
        }
    }
}
