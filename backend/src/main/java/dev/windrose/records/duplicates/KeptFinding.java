package dev.windrose.records.duplicates;

import dev.windrose.records.duplicates.matching.Agreement;
import dev.windrose.records.duplicates.matching.ColumnKind;
import dev.windrose.records.store.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found of a field of a pair, as it is kept with the candidate: no values, so that nothing hidden or erased stays behind. */
record KeptFinding(String field, ColumnKind kind, Agreement agreement, double base, double bits) {

    static String json(List<KeptFinding> findings) {
        var list = new ArrayList<Map<String, Object>>();
        for (var finding : findings) {
            var json = new LinkedHashMap<String, Object>();
            json.put("field", finding.field);
            json.put("kind", finding.kind.name());
            json.put("agreement", finding.agreement.name());
            json.put("base", finding.base);
            json.put("bits", finding.bits);
            list.add(json);
        }
        return Json.write(list);
    }

    static List<KeptFinding> read(@Nullable String json) {
        var findings = new ArrayList<KeptFinding>();
        if (Json.read(json) instanceof List<?> list) {
            for (var entry : list) {
                if (entry instanceof Map<?, ?> map) {
                    findings.add(new KeptFinding(
                            String.valueOf(map.get("field")),
                            ColumnKind.valueOf(String.valueOf(map.get("kind"))),
                            Agreement.valueOf(String.valueOf(map.get("agreement"))),
                            number(map.get("base")),
                            number(map.get("bits"))));
                }
            }
        }
        return findings;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
