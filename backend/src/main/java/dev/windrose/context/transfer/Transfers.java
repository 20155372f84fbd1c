package dev.windrose.context.transfer;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.transfer.Transfer.Kind;
import dev.windrose.context.transfer.Transfer.Status;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.Job;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.JobStatus;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.platform.people.People;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Transfers of whoever asks: begun, looked at, corrected, written. */
@Component
public class Transfers {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 500_000;

    private final TransferStore store;
    private final TransferItemStore items;
    private final ReadArrived read;
    private final CarryOut carryOut;
    private final Jobs jobs;
    private final Clock clock;

    Transfers(
            TransferStore store, TransferItemStore items, ReadArrived read, CarryOut carryOut, Jobs jobs, Clock clock) {
        this.store = store;
        this.items = items;
        this.read = read;
        this.carryOut = carryOut;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A file as it was sent; without content where it was too large to be taken in. */
    public record Sent(String name, long size, byte @Nullable [] content) {}

    /** A transfer with the job that works on it. */
    public record Standing(Transfer transfer, Optional<Job> job) {

        /** Why the last job ended without having done its work. */
        public @Nullable String problem() {
            return job.map(done -> switch (done.status()) {
                        case DEAD, SKIPPED -> done.error() == null ? "It could not be done." : done.error();
                        case CANCELLED -> "Cancelled. Nothing was written.";
                        case QUEUED, WAITING, RUNNING, DONE -> null;
                    })
                    .orElse(null);
        }

        /** What it is once a job that failed is taken into account. */
        public Status status() {
            boolean ended = problem() != null;
            return ended && (transfer.status() == Status.APPLYING || transfer.status() == Status.READING)
                    ? Status.READY
                    : transfer.status();
        }
    }

    public static int largest() {
        return ReadArrived.LARGEST;
    }

    /** @param more whether further files follow before they are read */
    @Transactional
    public Standing begin(List<Sent> files, boolean more) {
        var transfer = open(Kind.FILES, name(files));
        return add(transfer, files, more);
    }

    @Transactional
    public Standing add(UUID id, List<Sent> files, boolean more) {
        var transfer = own(id);
        if (transfer.status() != Status.COLLECTING) {
            throw new AppException(CommonError.CONFLICT, "These files are being read already. Begin anew for others.");
        }
        return add(transfer, files, more);
    }

    private Standing add(Transfer transfer, List<Sent> files, boolean more) {
        for (var file : files) {
            byte[] content = file.content();
            if (content == null || file.size() > ReadArrived.LARGEST) {
                items.put(
                        transfer.id(),
                        TransferItem.broken(
                                items.next(transfer.id()), file.name(), null, ReadArrived.tooLarge(file.size())));
            } else {
                store.addFile(transfer.id(), file.name(), content);
            }
        }
        if (!more) {
            startReading(transfer.id());
        }
        return get(transfer.id());
    }

    @Transactional
    public Standing begin(EntrySet set) {
        var transfer = open(Kind.of(set), set.label());
        int position = 0;
        for (var file : set.files()) {
            items.put(transfer.id(), TransferItem.of(position++, file));
        }
        startReading(transfer.id());
        return get(transfer.id());
    }

    @Transactional
    public Standing paste(String name, String text) {
        if (text.isBlank()) {
            throw new AppException(CommonError.REQUIRED, "Paste some text.", "text");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new AppException(
                    CommonError.TOO_LONG, "At most %,d characters at once.".formatted(LONGEST_TEXT), "text");
        }
        String called = name.isBlank() ? "Pasted text" : cut(name.strip());
        var transfer = open(Kind.PASTED, called);
        var found = read.pasted(called, text, 0);
        found.items().forEach(item -> items.put(transfer.id(), item));
        store.note(transfer.id(), found.notes());
        carryOut.plan(transfer);
        store.status(transfer.id(), Status.READY, null);
        return get(transfer.id());
    }

    Transfer open(Kind kind, String name) {
        Permissions.require(Operation.CREATE, ContextEntry.TYPE);
        store.forget(clock.instant().minus(KEPT));
        var transfer = new Transfer(
                Ids.next(),
                People.self(),
                kind,
                cut(name),
                kind == Kind.QUESTIONS ? Status.READY : Status.COLLECTING,
                true,
                List.of(),
                List.of(),
                null,
                null,
                clock.instant());
        store.insert(transfer);
        return transfer;
    }

    private static String name(List<Sent> files) {
        String first = files.getFirst().name();
        String bare = first.substring(first.lastIndexOf('/') + 1);
        return files.size() == 1 ? bare : "%s and %d more".formatted(bare, files.size() - 1);
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private void startReading(UUID id) {
        var job = jobs.enqueue(JobRequest.of(ReadTransfer.TYPE, new ReadTransfer.Input(id)));
        store.status(id, Status.READING, job.value());
    }

    /** Of whoever asks; nobody else sees what is in it. */
    Transfer own(UUID id) {
        var person = People.self();
        return store.find(id)
                .filter(transfer -> transfer.person().equals(person))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such transfer."));
    }

    @Transactional(readOnly = true)
    public Standing get(UUID id) {
        var transfer = own(id);
        var job = transfer.job();
        return new Standing(transfer, job == null ? Optional.empty() : jobs.find(new JobId(job)));
    }

    /** The newest that wait for a decision. */
    @Transactional(readOnly = true)
    public List<Standing> waiting() {
        return store.of(People.self(), 20).stream()
                .filter(transfer -> transfer.status() != Status.APPLIED && transfer.kind() != Kind.QUESTIONS)
                .map(transfer -> get(transfer.id()))
                .toList();
    }

    /** The change set by which a set was last taken over, if it was. */
    @Transactional(readOnly = true)
    public Optional<UUID> taken(EntrySet set) {
        return store.lastApplied(Kind.of(set)).map(Transfer::changeSet);
    }

    @Transactional(readOnly = true)
    public List<TransferItem> items(UUID id) {
        own(id);
        return items.of(id);
    }

    /** Begins to write what is not refused. */
    @Transactional
    public Standing apply(UUID id, @Nullable String status) {
        Permissions.require(Operation.CREATE, ContextEntry.TYPE);
        store.lock(id);
        var standing = get(id);
        switch (standing.status()) {
            case COLLECTING, READING -> throw new AppException(CommonError.CONFLICT, "The files are still being read.");
            case APPLYING -> throw new AppException(CommonError.CONFLICT, "It is being written already.");
            case APPLIED -> throw new AppException(CommonError.CONFLICT, "It has been written already.");
            case READY -> {
                var job = jobs.enqueue(JobRequest.of(ApplyTransfer.TYPE, new ApplyTransfer.Input(id, status)));
                store.status(id, Status.APPLYING, job.value());
            }
        }
        return get(id);
    }

    /** Ends the work on it; what is not yet written is not written. */
    @Transactional
    public Standing cancel(UUID id) {
        var standing = get(id);
        standing.job()
                .filter(job -> job.status() == JobStatus.QUEUED
                        || job.status() == JobStatus.WAITING
                        || job.status() == JobStatus.RUNNING)
                .ifPresent(job -> jobs.cancel(job.id()));
        return get(id);
    }

    @Transactional
    public void drop(UUID id) {
        cancel(id);
        store.delete(id);
    }
}
