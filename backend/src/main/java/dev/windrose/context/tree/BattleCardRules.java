package dev.windrose.context.tree;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A competitor has one battle card; others are in the archive. */
@Component
class BattleCardRules implements RecordRule {

    static final String KIND = "battle_card";

    private final TreeStore store;

    BattleCardRules(TreeStore store) {
        this.store = store;
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
        others.values().stream()
                .findFirst()
                .ifPresent(title -> write.refuse(
                        CommonError.CONFLICT,
                        "details",
                        "\"%s\" is the card for this competitor. Change it, or put it into the archive first."
                                .formatted(title)));
    }

    static @Nullable UUID competitor(@Nullable Object details) {
        return details instanceof Map<?, ?> map
                        && map.get("competitor_id") instanceof String id
                        && id.matches("[0-9a-fA-F-]{36}")
                ? UUID.fromString(id)
                : null;
    }
}
