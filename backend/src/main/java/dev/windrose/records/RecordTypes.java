package dev.windrose.records;

import dev.windrose.platform.RecordTypeNames;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Tells the platform which record types there are, for the list of permissions. */
@Component
class RecordTypes implements RecordTypeNames {

    private final Descriptors descriptors;

    RecordTypes(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    @Override
    public Collection<String> names() {
        return descriptors.all().stream().map(Descriptor::name).toList();
    }
}
