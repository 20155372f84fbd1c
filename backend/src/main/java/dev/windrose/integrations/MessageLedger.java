package dev.windrose.integrations;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the ledger what became of a message. */
@Component
class MessageLedger {

    private static final int LONGEST_DETAIL = 1000;

    private final ReceivedMessageStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MessageLedger(ReceivedMessageStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    <T extends @Nullable Object> T within(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    /** @throws AppException CONFLICT where somebody has shared it meanwhile, so that it is looked at again */
    void notePrivate(UUID id, String sentence) {
        if (!store.keptPrivate(id, sentence, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new AppException(CommonError.CONFLICT, "The message was shared meanwhile.");
        }
    }

    boolean note(UUID id, MessageState state, @Nullable String reason, @Nullable String detail, @Nullable UUID log) {
        String sentence =
                detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        return store.decided(id, state, reason, sentence, log, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
