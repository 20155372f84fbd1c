package dev.windrose.records.quality;

import dev.windrose.records.quality.QualityCheck.Group;
import java.util.List;

/** The figures of a type. */
public record TypeQuality(String type, long records, List<Figure> figures) {

    public record Figure(QualityCheck check, long count) {}

    /** How much of what should be filled is filled, from 0 to 1. */
    public double complete() {
        var fields = figures.stream()
                .filter(figure -> figure.check().group() == Group.COMPLETENESS)
                .toList();
        long missing = fields.stream().mapToLong(Figure::count).sum();
        return records == 0 || fields.isEmpty() ? 1 : 1 - (double) missing / ((double) records * fields.size());
    }
}
