package dev.windrose.records.periods;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which fields are kept with their times, by record type and by what addresses call them. */
@Component
class Histories {

    private final Map<String, Map<String, String>> byType = new LinkedHashMap<>();

    Histories(List<KeptFields> kept) {
        kept.forEach(some ->
                byType.computeIfAbsent(some.type(), _ -> new LinkedHashMap<>()).putAll(some.histories()));
    }

    Map<String, String> of(String type) {
        return byType.getOrDefault(type, Map.of());
    }
}
