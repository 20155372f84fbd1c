package dev.windrose.crm.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants a pipeline to be. Null leaves what is. */
public record PipelineChange(
        @Nullable String name,
        @Nullable List<StageChange> stages,
        @Nullable Boolean isDefault) {

    /** A stage as sent. One with the value of a stage that is there changes it; without a value it is made from the label. */
    public record StageChange(
            @Nullable String value,
            @Nullable String label,
            @Nullable String category,
            @Nullable Integer probability,
            @Nullable Integer order,
            @Nullable Integer rottingDays,
            @Nullable String tone) {}
}
