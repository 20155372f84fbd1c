package dev.windrose.records.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.Descriptors;
import dev.windrose.records.quality.DataQuality;
import dev.windrose.records.quality.QualityCheck;
import dev.windrose.records.quality.TypeQuality;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How good the records are, with the filters that open what is to be mended. */
@RestController
@RequestMapping("/api/v1/data-quality")
class DataQualityController {

    private static final double PLACES = 10_000;

    private final DataQuality quality;
    private final Descriptors descriptors;

    DataQualityController(DataQuality quality, Descriptors descriptors) {
        this.quality = quality;
        this.descriptors = descriptors;
    }

    @GetMapping
    Map<String, @Nullable Object> read(@RequestParam(required = false) @Nullable String type) {
        Permissions.require(
                Operation.READ, type == null ? "company" : descriptors.get(type).name());
        return json(quality.read(), type);
    }

    @PostMapping("/refresh")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, @Nullable Object> refresh() {
        Permissions.require(Operation.READ, "company");
        return json(quality.refresh(), null);
    }

    private Map<String, @Nullable Object> json(DataQuality.State state, @Nullable String only) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        Instant asOf = state.asOf();
        json.put("as_of", asOf == null ? null : asOf.toString());
        json.put("refreshing", state.refreshing());
        json.put(
                "types",
                state.types().stream()
                        .filter(type -> only == null || type.type().equals(only))
                        .filter(type -> descriptors.find(type.type()).isPresent())
                        .map(this::json)
                        .toList());
        return json;
    }

    private Map<String, @Nullable Object> json(TypeQuality found) {
        var type = descriptors.get(found.type());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("type", type.name());
        json.put("plural", type.plural());
        json.put("label", type.label());
        json.put("label_plural", type.labelPlural());
        json.put("records", found.records());
        json.put("complete", rounded(found.complete()));
        json.put(
                "checks",
                found.figures().stream()
                        .map(figure -> json(type.name(), figure, found.records()))
                        .toList());
        return json;
    }

    /** Duplicates have a page of their own, where they are merged. */
    private static Map<String, @Nullable Object> json(String type, TypeQuality.Figure figure, long records) {
        var check = figure.check();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("code", check.code());
        json.put("field", check.field());
        json.put("group", check.group().wire());
        json.put("label", check.label());
        json.put("count", figure.count());
        json.put("share", records == 0 ? 0 : rounded((double) figure.count() / records));
        json.put("severity", check.severity().wire());
        json.put("filter", check.filter());
        json.put("link", check.group() == QualityCheck.Group.DUPLICATES ? "/duplicates?type=" + type : null);
        return json;
    }

    private static double rounded(double share) {
        return Math.round(share * PLACES) / PLACES;
    }
}
