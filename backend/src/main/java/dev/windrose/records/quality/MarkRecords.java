package dev.windrose.records.quality;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.quality.FindingStore.Finding;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the addresses of records and keeps which cannot be right. */
@Component
class MarkRecords {

    private final Descriptors descriptors;
    private final Records records;
    private final FindingStore store;

    MarkRecords(Descriptors descriptors, Records records, FindingStore store) {
        this.descriptors = descriptors;
        this.records = records;
        this.store = store;
    }

    static List<FieldDescriptor> addresses(Descriptor type) {
        return type.storedFields().stream()
                .filter(field -> QualityMark.of(field.kind()).isPresent())
                .toList();
    }

    /** Runs as the product itself, which sees every record. */
    void mark(String typeName, Collection<UUID> ids) {
        var type = descriptors.find(typeName);
        if (type.isEmpty() || addresses(type.get()).isEmpty()) {
            return;
        }
        mark(type.get(), ids, records.byIds(typeName, ids).values());
    }

    void mark(Descriptor type, Collection<UUID> ids, Collection<RecordData> read) {
        var findings = new ArrayList<Finding>();
        for (var record : read) {
            for (var field : addresses(type)) {
                if (!record.binned() && record.value(field.name()) instanceof String value) {
                    QualityMark.of(field.kind())
                            .filter(mark -> mark.applies(value))
                            .ifPresent(mark -> findings.add(new Finding(record.id(), field.name(), mark)));
                }
            }
        }
        store.replace(type.name(), ids, findings);
    }
}
