package dev.windrose.context.transfer;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a transfer whole or, where it is cancelled before, not at all. */
@Component
class ApplyTransfer implements JobHandler {

    static final String TYPE = "context_transfer_apply";

    private final TransferStore transfers;
    private final CarryOut carryOut;

    ApplyTransfer(TransferStore transfers, CarryOut carryOut) {
        this.transfers = transfers;
        this.carryOut = carryOut;
    }

    record Input(UUID transfer, @Nullable String status) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        var input = job.input(Input.class);
        String written = job.step("write", String.class, () -> {
            job.progress(0, 2L, "Comparing with what is there");
            var set = transfers
                    .find(input.transfer())
                    .map(transfer -> carryOut.apply(transfer, input.status()))
                    .orElse(null);
            job.progress(1, 2L, "Writing");
            job.stopIfCancelled();
            return set == null ? null : set.id().toString();
        });
        job.progress(2, 2L, "Written");
        var result = new LinkedHashMap<String, @Nullable Object>();
        result.put("change_set_id", written);
        return result;
    }
}
