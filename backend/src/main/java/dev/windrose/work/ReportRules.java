package dev.windrose.work;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The figures of a report are numbers with labels. */
@Component
class ReportRules implements RecordRule {

    @Override
    public String type() {
        return "report";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        Object figures = write.value("figures");
        boolean numbers = figures == null
                || figures instanceof Map<?, ?> map && map.values().stream().allMatch(Number.class::isInstance);
        if (!numbers) {
            write.refuse(CommonError.BAD_VALUE, "figures", "Give the figures as numbers by label.");
        }
    }
}
