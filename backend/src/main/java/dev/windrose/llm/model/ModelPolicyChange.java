package dev.windrose.llm.model;

import org.jspecify.annotations.Nullable;

/** What is to be let out from now on. Parts that are left out stay as they are. */
public record ModelPolicyChange(
        @Nullable Share share,
        @Nullable Budget budget,
        @Nullable Boolean logTexts,
        @Nullable Integer keepDays) {

    /** @param contactAddresses masked or plain */
    public record Share(
            @Nullable Boolean messageText,
            @Nullable Boolean records,
            @Nullable String contactAddresses) {}

    /** The whole budget; what is left out of it has no limit. */
    public record Budget(
            @Nullable Long tokensPerMonth,
            @Nullable String costPerMonth,
            @Nullable String currency,
            @Nullable String inputPerMillion,
            @Nullable String outputPerMillion) {}
}
