package dev.windrose.records.duplicates.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.duplicates.DuplicateSettings;
import dev.windrose.records.duplicates.StartScan;
import dev.windrose.records.duplicates.SurvivorRule;
import dev.windrose.records.duplicates.TypeSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is looked for, asked and kept, and looking through what is there. */
@RestController
@RequestMapping("/api/v1/duplicates")
class DuplicateSettingsController {

    private final DuplicateSettings settings;
    private final StartScan scan;
    private final Descriptors descriptors;

    DuplicateSettingsController(DuplicateSettings settings, StartScan scan, Descriptors descriptors) {
        this.settings = settings;
        this.scan = scan;
        this.descriptors = descriptors;
    }

    record View(
            String recordType,
            String label,
            boolean enabled,
            @Nullable Double autoMergeAbove,
            double reviewAbove,
            Map<String, String> survivorship,
            DuplicateSettings.Learned learned) {}

    record Views(List<View> data) {}

    record Change(
            @Nullable String recordType,
            @Nullable Boolean enabled,
            @Nullable Double autoMergeAbove,
            @Nullable Double reviewAbove,
            @Nullable Map<String, String> survivorship) {}

    record Scan(@Nullable String type) {}

    @GetMapping("/settings")
    Views all() {
        Permissions.require(Operation.READ, "workspace");
        return new Views(settings.all().stream().map(this::view).toList());
    }

    @PutMapping("/settings")
    Views put(@RequestBody List<Change> changes) {
        Permissions.require(Operation.MANAGE, "workspace");
        settings.put(changes.stream().map(this::settings).toList());
        return all();
    }

    @PostMapping("/scan")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> scan(@RequestBody Scan body) {
        Permissions.require(Operation.MANAGE, "workspace");
        return Map.of("job_id", scan.of(named(body.type(), "type")).value().toString());
    }

    private View view(TypeSettings of) {
        var rules = new LinkedHashMap<String, String>();
        of.survivorship().forEach((field, rule) -> rules.put(field, rule.wire()));
        return new View(
                of.recordType(),
                descriptors.get(of.recordType()).labelPlural(),
                of.enabled(),
                of.autoMergeAbove(),
                of.reviewAbove(),
                rules,
                settings.learned(of.recordType()));
    }

    /** What is not said stays; merging without asking is off unless it is said. */
    private TypeSettings settings(Change change) {
        var now = settings.of(named(change.recordType(), "record_type"));
        var rules = new LinkedHashMap<String, SurvivorRule>(now.survivorship());
        if (change.survivorship() != null) {
            rules.clear();
            change.survivorship().forEach((field, rule) -> rules.put(field, rule(rule, field)));
        }
        return new TypeSettings(
                now.recordType(),
                change.enabled() == null ? now.enabled() : change.enabled(),
                change.autoMergeAbove(),
                change.reviewAbove() == null ? now.reviewAbove() : change.reviewAbove(),
                rules);
    }

    private static String named(@Nullable String type, String member) {
        if (type == null) {
            throw new AppException(CommonError.REQUIRED, "Name the type of records.", member);
        }
        return type;
    }

    private static SurvivorRule rule(@Nullable String wire, String field) {
        return Arrays.stream(SurvivorRule.values())
                .filter(rule -> rule.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE,
                        "A rule is person_set, newest, oldest, most_complete or longest.",
                        field));
    }
}
