package dev.windrose.workspace.demo;

import dev.windrose.crm.pipeline.PipelineChange;
import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonChange;
import dev.windrose.platform.people.PersonDetails;
import dev.windrose.platform.people.TeamChange;
import dev.windrose.platform.people.Teams;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.access.FieldMask;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Who works together, what people are good at, in which stages they sell, and what is hidden from whom. */
@Component
class DemoTeams {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final People people;
    private final Teams teams;
    private final Pipelines pipelines;
    private final AccessRules rules;
    private final DemoText text;

    DemoTeams(People people, Teams teams, Pipelines pipelines, AccessRules rules, DemoText text) {
        this.people = people;
        this.teams = teams;
        this.pipelines = pipelines;
        this.rules = rules;
        this.text = text;
    }

    boolean known() {
        return !teams.all().isEmpty();
    }

    void fill(Map<String, List<Map<String, Object>>> settings) {
        settings.get("people").forEach(person -> {
            var values = text.values(person);
            var id = new PersonId(UUID.fromString(String.valueOf(values.remove("id"))));
            var details = JSON.convertValue(values, PersonDetails.class);
            people.change(id, new PersonChange(null, null, null, null, details));
        });
        settings.get("teams").forEach(team -> teams.create(JSON.convertValue(text.value(team), TeamChange.class)));
        settings.get("pipelines").forEach(pipeline -> pipelines.add(JSON.convertValue(pipeline, PipelineChange.class)));
    }

    /** Once the fields are there. */
    void hide(List<Map<String, Object>> masks) {
        rules.replaceMasks(masks.stream()
                .map(mask -> new FieldMask(
                        String.valueOf(mask.get("record_type")),
                        String.valueOf(mask.get("field")),
                        Set.of(Role.VIEWER)))
                .toList());
    }
}
