package dev.windrose.llm.model;

import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.windrose.platform.outside.OutsideHosts;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The models behind the tiers. Built at first use; none without settings, and none whose key would go out unencrypted. */
@Component
class ModelTiers {

    private static final Logger LOG = LoggerFactory.getLogger(ModelTiers.class);
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final LlmSettings settings;
    private final boolean reachable;
    private final Map<ModelTier, ChatModel> models = new ConcurrentHashMap<>();
    private final Map<ModelTier, StreamingChatModel> streams = new ConcurrentHashMap<>();

    ModelTiers(LlmSettings settings, OutsideHosts hosts) {
        this.settings = settings;
        this.reachable =
                settings.present() && safe(Objects.requireNonNull(settings.baseUrl()), "WINDROSE_LLM_BASE_URL", hosts);
    }

    /** @param setting in which the operator gave it, for the log */
    static boolean safe(String address, String setting, OutsideHosts hosts) {
        try {
            var uri = URI.create(address);
            boolean safe = "https".equals(uri.getScheme()) && uri.getHost() != null
                    || "http".equals(uri.getScheme())
                            && uri.getHost() != null
                            && (HERE.contains(uri.getHost()) || hosts.trusted(uri.getHost()));
            if (!safe) {
                LOG.warn(
                        "The language model is not used: {} begins with https, or names this machine or a host of WINDROSE_OUTSIDE_ALLOWED_HOSTS",
                        setting);
            }
            return safe;
        } catch (IllegalArgumentException bad) {
            LOG.warn("The language model is not used: {} is no address", setting);
            return false;
        }
    }

    /** A model, and its name at the endpoint. */
    record Named(String name, ChatModel model) {}

    Optional<Named> model(ModelTier tier) {
        var name = settings.tiers().get(tier.wire());
        return reachable && name != null
                ? Optional.of(new Named(name, models.computeIfAbsent(tier, _ -> build(name))))
                : Optional.empty();
    }

    /** The same model, whose answer comes piece by piece. */
    Optional<StreamingChatModel> streaming(ModelTier tier) {
        return model(tier).map(named -> streams.computeIfAbsent(tier, _ -> buildStreaming(named.name())));
    }

    /** The better one where both are there. */
    Optional<ModelTier> best() {
        return Arrays.stream(ModelTier.values())
                .filter(tier -> model(tier).isPresent())
                .reduce((_, better) -> better);
    }

    List<String> names() {
        return Arrays.stream(ModelTier.values())
                .filter(tier -> model(tier).isPresent())
                .map(ModelTier::wire)
                .toList();
    }

    /** Retries are ours: those of the library ignore what the endpoint asks for. */
    private ChatModel build(String name) {
        return OpenAiChatModel.builder()
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(name)
                .temperature(0.0)
                .httpClientBuilder(EndpointHttp.builder(settings.timeout()))
                .timeout(settings.timeout())
                .maxRetries(0)
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .strictJsonSchema(true)
                .build();
    }

    private StreamingChatModel buildStreaming(String name) {
        return OpenAiStreamingChatModel.builder()
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(name)
                .temperature(0.0)
                .httpClientBuilder(EndpointHttp.builder(settings.timeout()))
                .timeout(settings.timeout())
                .build();
    }
}
