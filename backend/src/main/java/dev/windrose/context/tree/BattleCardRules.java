package dev.windrose.context.tree;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import dev.windrose.records.query.Records;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A competitor has one battle card; others are in the archive. */
@Component
class BattleCardRules implements RecordRule {

    static final String KIND = "battle_card";

    private final TreeStore store;

    private final Records records;

    BattleCardRules(TreeStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public String type() {
        return StoredNode.TYPE;
    }

    @Override
    public void check(Write write) {
        var competitor = competitor(write.value("details"));
        boolean counts = write.op() != Op.DELETE
                && write.cause().kind() != CauseKind.UNDO
                && KIND.equals(write.value("kind"))
                && !"archived".equals(write.value("status"));
        if (!counts
                || competitor == null
                || write.op() == Op.UPDATE && !write.changes("details") && !write.changes("status")) {
            return;
        }
        var others = store.cardsOf(competitor);
        others.remove(write.recordId());
        others.keySet().removeIf(write::binned);
        write.others().forEach((id, values) -> {
            if ("archived".equals(values.get("status"))) {
                others.remove(id);
            }
        });
        others.forEach((id, title) -> write.refuse(CommonError.CONFLICT, "details", told(id, title)));
    }

    /** The title is told to those only who may read the card. */
    private String told(UUID card, String title) {
        return records.findAlone(StoredNode.TYPE, card).isPresent()
                ? "\"%s\" is the card for this competitor. Change it, or put it into the archive first."
                        .formatted(title)
                : "There is a card for this competitor that you may not read.";
    }

    static @Nullable UUID competitor(@Nullable Object details) {
        return details instanceof Map<?, ?> map
                        && map.get("competitor_id") instanceof String id
                        && id.matches("[0-9a-fA-F-]{36}")
                ? UUID.fromString(id)
                : null;
    }
}
