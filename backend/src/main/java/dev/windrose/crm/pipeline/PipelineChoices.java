package dev.windrose.crm.pipeline;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.FieldChoices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The stages of deals are those of all pipelines of the workspace. */
@Component
class PipelineChoices implements FieldChoices {

    private final PipelineStore store;

    PipelineChoices(PipelineStore store) {
        this.store = store;
    }

    @Override
    public Optional<List<ChoiceOption>> choices(String type, String field) {
        if (!type.equals("deal")) {
            return Optional.empty();
        }
        return switch (field) {
            case "stage" -> stages(store.all());
            case "pipeline" -> pipelines(store.all());
            default -> Optional.empty();
        };
    }

    /** The declared ones are right while there is no pipeline of the workspace's own. */
    private static Optional<List<ChoiceOption>> stages(List<Pipeline> pipelines) {
        var stages = new LinkedHashMap<String, ChoiceOption>();
        pipelines.stream()
                .flatMap(pipeline -> pipeline.stages().stream())
                .forEach(stage -> stages.putIfAbsent(
                        stage.value(), new ChoiceOption(stage.value(), stage.label(), stage.tone())));
        return stages.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(stages.values()));
    }

    private static Optional<List<ChoiceOption>> pipelines(List<Pipeline> pipelines) {
        return pipelines.isEmpty()
                ? Optional.empty()
                : Optional.of(pipelines.stream()
                        .map(pipeline -> new ChoiceOption(pipeline.key(), pipeline.name(), "neutral"))
                        .toList());
    }
}
