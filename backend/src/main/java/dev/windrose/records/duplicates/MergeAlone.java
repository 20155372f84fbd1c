package dev.windrose.records.duplicates;

import dev.windrose.platform.error.AppException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Merges what the workspace wants merged without being asked. What the rules of a type refuse waits for a person. */
@Component
class MergeAlone {

    private static final Logger LOG = LoggerFactory.getLogger(MergeAlone.class);

    private final MergeRecords merges;

    MergeAlone(MergeRecords merges) {
        this.merges = merges;
    }

    void all(String type, List<CandidateStore.Scored> pairs) {
        var touched = new HashSet<UUID>();
        for (var pair : pairs) {
            // A record of a merge has changed; the events of it bring the pair again if it still holds.
            if (touched.add(pair.a()) & touched.add(pair.b())) {
                try {
                    merges.merge(new MergeOrder(type, pair.a(), List.of(pair.b()), Map.of()));
                } catch (AppException refused) {
                    LOG.info("Two records of type {} wait for a person: {}", type, refused.getMessage());
                }
            }
        }
    }
}
