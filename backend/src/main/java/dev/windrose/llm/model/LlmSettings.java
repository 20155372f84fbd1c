package dev.windrose.llm.model;

import dev.windrose.platform.settings.Setting;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A language model, if there is one. Without address and key everything works by the embedded reasoner. */
@ConfigurationProperties("windrose.llm")
public record LlmSettings(
        @Setting("Address of an OpenAI-compatible endpoint, up to and with /v1.") @Nullable
        String baseUrl,

        @Setting("Key of the endpoint.") @Nullable String apiKey,

        @Setting(
                value = "Which model serves a tier: `WINDROSE_LLM_TIERS_FAST`, `WINDROSE_LLM_TIERS_STRONG`.",
                shownDefault = "none")
        @DefaultValue
        Map<String, String> tiers,

        @Setting("How long one call may take.") @DefaultValue("30s")
        Duration timeout,

        @Setting("How often a call is tried in all.") @DefaultValue("3")
        int attempts) {

    public boolean present() {
        return baseUrl != null && !baseUrl.isBlank() && apiKey != null && !apiKey.isBlank() && !tiers.isEmpty();
    }
}
