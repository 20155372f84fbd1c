package dev.windrose.records.duplicates;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.duplicates.matching.Weighing;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is looked for, what is asked and what is kept, type by type. */
@Component
public class DuplicateSettings {

    private final Descriptors descriptors;
    private final SettingsStore store;
    private final Clock clock;

    DuplicateSettings(Descriptors descriptors, SettingsStore store, Clock clock) {
        this.descriptors = descriptors;
        this.store = store;
        this.clock = clock;
    }

    /** @param decisions how many decisions of people were learned from */
    public record Learned(int decisions, boolean inUse) {}

    /** Of every type that can have duplicates. */
    @Transactional(readOnly = true)
    public List<TypeSettings> all() {
        return descriptors.all().stream()
                .filter(MatchFields::possible)
                .map(this::of)
                .toList();
    }

    @Transactional(readOnly = true)
    public TypeSettings of(String type) {
        return of(descriptors.get(type));
    }

    @Transactional(readOnly = true)
    public Learned learned(String type) {
        return store.learned(type)
                .map(learned -> new Learned(learned.decisions(), learned.inUse()))
                .orElse(new Learned(0, false));
    }

    Weighing weighing(String type) {
        return store.learned(type)
                .filter(SettingsStore.Learned::inUse)
                .map(SettingsStore.Learned::weighing)
                .orElse(Weighing.DEFAULT);
    }

    private TypeSettings of(Descriptor type) {
        return store.find(type.name()).orElseGet(() -> TypeSettings.usual(type.name(), MatchFields.usual(type)));
    }

    @Transactional
    public void put(List<TypeSettings> all) {
        for (var settings : all) {
            check(settings);
            store.put(settings, clock.instant());
            if (!settings.enabled()) {
                store.forget(settings.recordType());
            }
        }
    }

    private void check(TypeSettings settings) {
        var type = descriptors.get(settings.recordType());
        if (!MatchFields.possible(type)) {
            throw new AppException(
                    CommonError.BAD_VALUE, "%s cannot be merged.".formatted(type.labelPlural()), "record_type");
        }
        var auto = settings.autoMergeAbove();
        if (auto != null && (auto.isNaN() || auto < 0.9 || auto > 1)) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "Merging without asking needs a score between 0.9 and 1.",
                    "auto_merge_above");
        }
        if (!(settings.reviewAbove() >= 0.05 && settings.reviewAbove() <= 1)) {
            throw new AppException(
                    CommonError.BAD_VALUE, "The score for review lies between 0.05 and 1.", "review_above");
        }
        settings.survivorship().forEach((field, rule) -> {
            if (!field.equals("*") && type.field(field).isEmpty()) {
                throw new AppException(
                        CommonError.UNKNOWN_FIELD, "%s has no field \"%s\".".formatted(type.label(), field), field);
            }
            if (rule == SurvivorRule.CHOSEN) {
                throw new AppException(CommonError.BAD_VALUE, "A value is chosen with a merge, not before.", field);
            }
        });
    }
}
