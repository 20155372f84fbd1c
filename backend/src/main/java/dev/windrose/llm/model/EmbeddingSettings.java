package dev.windrose.llm.model;

import dev.windrose.platform.settings.Setting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** An encoder of texts outside of this process, if there is one. Without it texts are read by the encoder in the jar. */
@ConfigurationProperties("windrose.embeddings")
public record EmbeddingSettings(
        @Setting(
                "Address of an OpenAI-compatible endpoint for embeddings, up to and with /v1. It is used for workspaces that let messages and records out to a language model.")
        @Nullable
        String baseUrl,

        @Setting("Key of the endpoint for embeddings; empty where it needs none.") @Nullable
        String apiKey,

        @Setting("Model for embeddings at the endpoint.") @Nullable
        String model,

        @Setting(
                "How many numbers a vector of the endpoint has, at most 1024, where the model offers a choice; 0 for what it gives by itself.")
        @DefaultValue("0")
        int dimensions,

        @Setting("How long one call for embeddings may take.") @DefaultValue("30s")
        Duration timeout) {

    public boolean present() {
        return baseUrl != null && !baseUrl.isBlank() && model != null && !model.isBlank();
    }
}
