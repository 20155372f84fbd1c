package dev.windrose.records.quality;

import dev.windrose.records.Descriptors;
import dev.windrose.records.quality.TypeQuality.Figure;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterCountStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts what the checks find of what the actor sees: one statement for each type. */
@Component
class MeasureQuality {

    private final MakeChecks checks;
    private final FilterCountStore counts;
    private final Descriptors descriptors;

    MeasureQuality(MakeChecks checks, FilterCountStore counts, Descriptors descriptors) {
        this.checks = checks;
        this.counts = counts;
        this.descriptors = descriptors;
    }

    List<TypeQuality> all() {
        var types = new ArrayList<TypeQuality>();
        checks.all().forEach((type, ofType) -> types.add(of(type, ofType)));
        return List.copyOf(types);
    }

    /** Whether all of them together are too many to be counted while somebody waits. */
    boolean many(long most) {
        return checks.all().keySet().stream()
                        .mapToLong(type -> counts.atMost(type, most + 1))
                        .sum()
                > most;
    }

    private TypeQuality of(String type, List<QualityCheck> ofType) {
        var counted = counts.of(
                descriptors.get(type).name(),
                ofType.stream().map(check -> Filter.of(check.filter())).toList());
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < ofType.size(); i++) {
            figures.add(new Figure(ofType.get(i), counted.counts().get(i)));
        }
        return new TypeQuality(type, counted.records(), List.copyOf(figures));
    }
}
