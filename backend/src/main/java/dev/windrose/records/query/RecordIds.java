package dev.windrose.records.query;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ids of all records that a filter finds. */
@Component
public class RecordIds {

    private final QueryStore store;

    RecordIds(QueryStore store) {
        this.store = store;
    }

    /**
     * In their order.
     *
     * @param bin of what lies in the bin instead of what is in use
     */
    @Transactional(readOnly = true)
    public List<UUID> of(String type, Filter filter, boolean bin, int most) {
        return store.ids(RecordQuery.of(type).where(filter), bin, most);
    }
}
