package dev.windrose.journeys.track;

import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.crm.pipeline.StageCategory;
import dev.windrose.platform.people.Workspaces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works out which events follow from records, by what the records say now. */
@Component
class KeepRecordEvents {

    static final List<String> TYPES = List.of("deal", "company", "contact", "interaction");

    private final RecordEventStore store;
    private final Pipelines pipelines;
    private final Workspaces workspaces;
    private final Clock clock;

    KeepRecordEvents(RecordEventStore store, Pipelines pipelines, Workspaces workspaces, Clock clock) {
        this.store = store;
        this.pipelines = pipelines;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    void of(String type, Collection<UUID> ids) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (type) {
            case "deal" -> store.deals(ids, stages(StageCategory.WON), stages(StageCategory.LOST), now);
            case "company" -> store.companies(ids, now);
            case "contact" -> store.contacts(ids, now);
            case "interaction" -> store.interactions(ids, workspaces.current().timeZone(), now);
            default -> throw new IllegalArgumentException(type);
        }
    }

    private List<String> stages(StageCategory category) {
        return pipelines.all().stream()
                .flatMap(pipeline -> pipeline.stages().stream()
                        .filter(stage -> stage.category() == category)
                        .map(stage -> pipeline.key() + "/" + stage.value()))
                .toList();
    }
}
