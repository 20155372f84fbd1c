package dev.windrose.records.duplicates;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.Descriptors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a job look through all records of a type. */
@Component
public class StartScan {

    private final Descriptors descriptors;
    private final DuplicateSettings settings;
    private final Jobs jobs;

    StartScan(Descriptors descriptors, DuplicateSettings settings, Jobs jobs) {
        this.descriptors = descriptors;
        this.settings = settings;
        this.jobs = jobs;
    }

    @Transactional
    public JobId of(String name) {
        var type = descriptors.get(name);
        if (!MatchFields.possible(type) || !settings.of(name).enabled()) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "Duplicates of %s are not looked for.".formatted(type.labelPlural()),
                    "type");
        }
        return jobs.enqueue(JobRequest.of(ScanDuplicates.TYPE, new ScanDuplicates.Input(name)));
    }
}
