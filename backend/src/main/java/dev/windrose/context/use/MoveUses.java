package dev.windrose.context.use;

import dev.windrose.records.duplicates.MovesWithRecord;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was said to a merged account was said to the survivor. */
@Component
class MoveUses implements MovesWithRecord {

    private final UseStore store;

    MoveUses(UseStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "context_uses";
    }

    @Override
    public List<String> move(String type, UUID from, UUID into) {
        return type.equals("company") ? store.move(from, into) : List.of();
    }

    @Override
    public void back(String type, UUID from, UUID into, List<String> moved) {
        if (type.equals("company")) {
            store.back(from, into, moved);
        }
    }
}
