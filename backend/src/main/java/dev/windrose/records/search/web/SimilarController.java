package dev.windrose.records.search.web;

import dev.windrose.records.Descriptors;
import dev.windrose.records.search.SimilarRecords;
import dev.windrose.records.web.RecordJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Situations like this one, of those that may be seen. */
@RestController
class SimilarController {

    private final SimilarRecords similar;
    private final Descriptors descriptors;

    SimilarController(SimilarRecords similar, Descriptors descriptors) {
        this.similar = similar;
        this.descriptors = descriptors;
    }

    record Near(double score, Map<String, @Nullable Object> record) {}

    record Found(boolean ready, List<Near> data) {}

    @GetMapping("/api/v1/{plural}/{id}/similar")
    Found of(@PathVariable String plural, @PathVariable UUID id, @RequestParam(defaultValue = "5") int limit) {
        var type = descriptors.byPlural(plural);
        var found = similar.of(type.name(), id, limit);
        return new Found(
                found.ready(),
                found.similar().stream()
                        .map(each ->
                                new Near(Math.round(each.score() * 1000) / 1000.0, RecordJson.of(type, each.record())))
                        .toList());
    }
}
