package dev.windrose.crm.territory;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The filter of a territory is one that lists of companies understand. */
@Component
class TerritoryRules implements RecordRule {

    private static final String FILTER = "filter";

    private final Records records;

    TerritoryRules(Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return "territory";
    }

    @Override
    public void check(Write write) {
        if (!write.changes(FILTER) || write.value(FILTER) == null) {
            return;
        }
        if (!(write.value(FILTER) instanceof Map<?, ?> tree)) {
            write.refuse(CommonError.BAD_VALUE, FILTER, "A filter is an object.");
            return;
        }
        try {
            records.query(
                    RecordQuery.of("company").where(Filter.of(typed(tree))).limit(1));
        } catch (AppException wrong) {
            write.refuse(CommonError.BAD_VALUE, FILTER, String.valueOf(wrong.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, ?> typed(Map<?, ?> tree) {
        return (Map<String, ?>) tree;
    }
}
