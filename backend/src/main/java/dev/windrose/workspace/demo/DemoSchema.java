package dev.windrose.workspace.demo;

import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.custom.CustomFields;
import dev.windrose.records.custom.CustomTypes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Fields and a type of the workspace's own, with values. */
@Component
class DemoSchema {

    private final CustomFields fields;
    private final CustomTypes types;
    private final Changes changes;
    private final DemoText text;

    DemoSchema(CustomFields fields, CustomTypes types, Changes changes, DemoText text) {
        this.fields = fields;
        this.types = types;
        this.changes = changes;
        this.text = text;
    }

    boolean known() {
        return !fields.list(null).isEmpty() || !types.list().isEmpty();
    }

    void fill(Map<String, List<Map<String, Object>>> settings) {
        settings.get("types").forEach(type -> types.create(type, false));
        settings.get("fields").forEach(field -> fields.create(field, false));
        write("Plants and look-alikes", settings.get("records"));
        write("Discounts and competitors", settings.get("changes"));
    }

    /** With an id a record is changed, without it is made. */
    private void write(String summary, List<Map<String, Object>> records) {
        changes.apply(ChangeDraft.of(
                Cause.person(),
                summary,
                records.stream()
                        .map(record -> {
                            String type = String.valueOf(record.get("type"));
                            var values = text.values(record.get("fields"));
                            return record.get("id") == null
                                    ? DraftOperation.create(type, values)
                                    : DraftOperation.update(
                                            type,
                                            UUID.fromString(String.valueOf(text.value(record.get("id")))),
                                            values);
                        })
                        .toList()));
    }
}
