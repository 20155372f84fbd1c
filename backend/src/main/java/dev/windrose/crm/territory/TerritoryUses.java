package dev.windrose.crm.territory;

import dev.windrose.records.FieldUses;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fields by which territories find their companies. */
@Component
class TerritoryUses implements FieldUses {

    private final Records records;

    TerritoryUses(Records records) {
        this.records = records;
    }

    @Override
    public List<Use> of(String type, String field) {
        String own = "\"%s\"".formatted(field);
        String linked = ".%s\"".formatted(field);
        return records.query(RecordQuery.of("territory").limit(RecordQuery.MOST)).stream()
                .filter(territory -> territory.value("filter") != null)
                .filter(territory -> {
                    String filter = JsonMapper.shared().writeValueAsString(territory.value("filter"));
                    return type.equals("company") && filter.contains(own) || filter.contains(linked);
                })
                .map(territory -> new Use("territory", territory.id().toString(), territory.title()))
                .toList();
    }
}
