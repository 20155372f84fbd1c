package dev.windrose.llm.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace lets out to a language model.
 *
 * @param messageText whether texts that come in may go out; nothing goes out without
 * @param records whether what the record knows of the accounts in question goes with them
 * @param plainAddresses whether mail addresses and phone numbers stay readable
 * @param logTexts whether what was asked and answered is kept with each call
 */
public record ModelPolicy(
        boolean messageText,
        boolean records,
        boolean plainAddresses,
        ModelBudget budget,
        boolean logTexts,
        int keepDays,
        @Nullable Instant changedAt,
        @Nullable UUID changedBy) {

    static final ModelPolicy CLOSED = new ModelPolicy(false, false, false, ModelBudget.NONE, true, 30, null, null);
}
