package dev.windrose.crm.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way that deals go.
 *
 * @param key what deals keep; never changes
 */
public record Pipeline(UUID id, String key, String name, boolean isDefault, List<PipelineStage> stages) {

    /** The pipeline of every workspace until it makes its own. */
    static final String BUILT_IN = "sales";

    static Pipeline builtIn(UUID id) {
        return new Pipeline(
                id,
                BUILT_IN,
                "Sales",
                true,
                List.of(
                        stage("lead", StageCategory.OPEN, 5, 1, "neutral"),
                        stage("qualified", StageCategory.OPEN, 15, 2, "blue"),
                        stage("discovery", StageCategory.OPEN, 30, 3, "blue"),
                        stage("proposal", StageCategory.OPEN, 50, 4, "teal"),
                        stage("negotiation", StageCategory.OPEN, 75, 5, "amber"),
                        stage("won", StageCategory.WON, 100, 6, "green"),
                        stage("lost", StageCategory.LOST, 0, 7, "red")));
    }

    private static PipelineStage stage(String value, StageCategory category, int probability, int order, String tone) {
        String label = value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
        return new PipelineStage(
                value, label, category, probability, order, category == StageCategory.OPEN ? 30 : null, tone);
    }

    public Optional<PipelineStage> stage(@Nullable Object value) {
        return stages.stream().filter(stage -> stage.value().equals(value)).findFirst();
    }

    /** Where a deal begins. */
    public PipelineStage first() {
        return stages.stream()
                .filter(stage -> stage.category() == StageCategory.OPEN)
                .findFirst()
                .orElse(stages.getFirst());
    }

    List<PipelineStage> open() {
        return stages.stream()
                .filter(stage -> stage.category() == StageCategory.OPEN)
                .toList();
    }

    public Optional<PipelineStage> first(StageCategory category) {
        return stages.stream().filter(stage -> stage.category() == category).findFirst();
    }
}
