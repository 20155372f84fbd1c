package dev.windrose.crm.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pipeline.
 *
 * @param value what deals keep; never changes
 * @param probability in percent
 * @param rottingDays after how many days without a move a deal needs attention; null for never
 */
public record PipelineStage(
        String value,
        String label,
        StageCategory category,
        int probability,
        int order,
        @Nullable Integer rottingDays,
        String tone) {

    public Map<String, @Nullable Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("value", value);
        json.put("label", label);
        json.put("category", category.wire());
        json.put("probability", probability);
        json.put("order", order);
        json.put("rotting_days", rottingDays);
        json.put("tone", tone);
        return json;
    }

    static PipelineStage of(Map<?, ?> json) {
        return new PipelineStage(
                String.valueOf(json.get("value")),
                String.valueOf(json.get("label")),
                StageCategory.of(String.valueOf(json.get("category"))).orElse(StageCategory.OPEN),
                number(json.get("probability"), 0),
                number(json.get("order"), 0),
                json.get("rotting_days") instanceof Number days ? days.intValue() : null,
                String.valueOf(json.get("tone")));
    }

    private static int number(@Nullable Object json, int otherwise) {
        return json instanceof Number number ? number.intValue() : otherwise;
    }
}
