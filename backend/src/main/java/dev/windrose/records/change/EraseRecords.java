package dev.windrose.records.change;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes records out of the bin for good, with their versions and what was said about them. Lines of change sets, events and audit stay and tell
 * that something happened, not what. Nothing brings an erased record back.
 */
@Component
public class EraseRecords {

    private static final Set<String> BELONGS = Set.of("record_type", "record_id");

    private final EraseStore store;
    private final Descriptors descriptors;
    private final ObjectProvider<EraseAlso> also;

    EraseRecords(EraseStore store, Descriptors descriptors, ObjectProvider<EraseAlso> also) {
        this.store = store;
        this.descriptors = descriptors;
        this.also = also;
    }

    /**
     * Needs no rights: whoever offers it asks.
     *
     * @param ids those of them that are not in the bin stay
     */
    @Transactional
    public void of(Descriptor type, Collection<UUID> ids) {
        erase(type, store.binned(type.table(), ids));
    }

    private void erase(Descriptor type, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (var about : descriptors.all()) {
            if (about.fields().keySet().containsAll(BELONGS) && about.entity() == null) {
                erase(about, store.about(about.table(), type.name(), ids));
            }
        }
        also.stream().filter(each -> each.recordType().equals(type.name())).forEach(each -> each.erasing(ids));
        store.forgetTraces(type.name(), ids);
        store.delete(type.table(), ids);
    }
}
