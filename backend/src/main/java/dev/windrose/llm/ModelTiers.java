package dev.windrose.llm;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The models behind the tiers. Built at first use; none without settings. */
@Component
class ModelTiers {

    private final LlmSettings settings;
    private final Map<ModelTier, ChatModel> models = new ConcurrentHashMap<>();

    ModelTiers(LlmSettings settings) {
        this.settings = settings;
    }

    Optional<ChatModel> model(ModelTier tier) {
        var name = settings.tiers().get(tier.wire());
        return settings.present() && name != null
                ? Optional.of(models.computeIfAbsent(tier, _ -> build(name)))
                : Optional.empty();
    }

    /** Retries are ours: those of the library ignore what the endpoint asks for. */
    private ChatModel build(String name) {
        return OpenAiChatModel.builder()
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(name)
                .temperature(0.0)
                .timeout(settings.timeout())
                .maxRetries(0)
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .strictJsonSchema(true)
                .build();
    }
}
