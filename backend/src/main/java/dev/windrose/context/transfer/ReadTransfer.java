package dev.windrose.context.transfer;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the files of a transfer one after the other, then says what each would do. */
@Component
class ReadTransfer implements JobHandler {

    static final String TYPE = "context_transfer_read";

    private final TransferStore transfers;
    private final TransferItemStore items;
    private final ReadArrived read;
    private final CarryOut carryOut;
    private final TransactionTemplate transaction;

    ReadTransfer(
            TransferStore transfers,
            TransferItemStore items,
            ReadArrived read,
            CarryOut carryOut,
            TransactionTemplate transaction) {
        this.transfers = transfers;
        this.items = items;
        this.read = read;
        this.carryOut = carryOut;
        this.transaction = transaction;
    }

    record Input(UUID transfer) {}

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
        var id = job.input(Input.class).transfer();
        var files = Objects.requireNonNull(transaction.execute(status -> transfers.files(id)));
        long done = 0;
        for (var file : files) {
            job.progress(done++, (long) files.size() + 1, "Reading " + file.name());
            byte[] content = Objects.requireNonNull(transaction.execute(status -> transfers.content(file.id())));
            int from = Objects.requireNonNull(transaction.execute(status -> items.next(id)));
            // Outside of a transaction: pages of a PDF may take their time.
            var found = read.of(file.name(), content, from);
            job.step("file-" + file.id(), () -> {
                if (transfers.find(id).isEmpty()) {
                    return;
                }
                found.items().forEach(item -> items.put(id, item));
                transfers.note(id, found.notes());
                transfers.forgetFile(file.id());
            });
        }
        job.progress(files.size(), (long) files.size() + 1, "Comparing with what is there");
        job.step("plan", () -> transfers.find(id).ifPresent(transfer -> {
            carryOut.plan(transfer);
            transfers.status(id, Transfer.Status.READY, null);
        }));
        job.progress(files.size() + 1L, (long) files.size() + 1, "Read");
        return Map.of("files", files.size());
    }
}
