package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.jobs.Job;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.Descriptors;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files on their way into the records of the workspace. */
@Component
public class Imports {

    private static final int LISTED = 50;

    private final ImportStore store;
    private final ImportFiles files;
    private final RememberAnswers remember;
    private final FindQuestions findQuestions;
    private final Descriptors descriptors;
    private final OfferTargets offer;
    private final Jobs jobs;

    Imports(
            ImportStore store,
            ImportFiles files,
            RememberAnswers remember,
            FindQuestions findQuestions,
            Descriptors descriptors,
            OfferTargets offer,
            Jobs jobs) {
        this.store = store;
        this.files = files;
        this.remember = remember;
        this.findQuestions = findQuestions;
        this.descriptors = descriptors;
        this.offer = offer;
        this.jobs = jobs;
    }

    @Transactional(readOnly = true)
    public List<Import> list() {
        return store.newest(LISTED).stream().map(this::asItStands).toList();
    }

    /** @throws AppException NOT_FOUND also for an import of another workspace */
    @Transactional(readOnly = true)
    public Import get(UUID id) {
        return asItStands(
                store.find(id).orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such import.")));
    }

    /** What columns of the file may tell of the past. */
    @Transactional(readOnly = true)
    public List<PastOffer> past(Import file) {
        return offer.past(descriptors.get(file.recordType()), file.ofChanges());
    }

    /** Answers are remembered for the workspace. */
    @Transactional
    public Import map(UUID id, Mapping mapping) {
        var file = open(id);
        mapping.reviewedRecords();
        mapping.reviewedAsNew();
        var questions = findQuestions.of(file, mapping, files.get(id));
        store.map(id, mapping, questions);
        remember.of(file, mapping);
        return get(id);
    }

    /** One that has not been started. */
    @Transactional(readOnly = true)
    Import open(UUID id) {
        var file = get(id);
        return switch (file.status()) {
            case UPLOADED, MAPPED, CHECKED -> file;
            case CHECKING, RUNNING, PAUSED ->
                throw new AppException(ImportError.IMPORT_RUNNING, "The import is running.");
            case DONE, CANCELLED, FAILED, UNDONE ->
                throw new AppException(ImportError.IMPORT_ENDED, "This import has ended. Upload the file again.");
        };
    }

    /** The job knows how far it is and whether it died. */
    private Import asItStands(Import file) {
        boolean checking = file.status() == ImportStatus.CHECKING;
        if (!checking && file.status() != ImportStatus.RUNNING && file.status() != ImportStatus.PAUSED
                || file.job() == null) {
            boolean ended = file.status() == ImportStatus.DONE || file.status() == ImportStatus.UNDONE;
            return file.at(file.status(), ended ? file.rowCount() : 0, null, null);
        }
        return jobs.find(file.job())
                .map(job -> file.at(
                        file.status() == ImportStatus.PAUSED
                                ? ImportStatus.PAUSED
                                : checking ? checked(job) : status(job),
                        job.progress().done(),
                        job.progress().message(),
                        job.error()))
                .orElse(file);
    }

    /** A check that failed is as if it had not been asked for; why is said. */
    private static ImportStatus checked(Job job) {
        return switch (job.status()) {
            case QUEUED, RUNNING, WAITING, DONE -> ImportStatus.CHECKING;
            case DEAD, SKIPPED, CANCELLED -> ImportStatus.MAPPED;
        };
    }

    private static ImportStatus status(Job job) {
        return switch (job.status()) {
            case QUEUED, RUNNING, WAITING, DONE -> ImportStatus.RUNNING;
            case DEAD, SKIPPED -> ImportStatus.FAILED;
            case CANCELLED -> ImportStatus.CANCELLED;
        };
    }
}
