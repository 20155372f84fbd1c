package dev.windrose.records.importing;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.duplicates.LikelyRecords;
import dev.windrose.records.importing.ReadUpload.Found;
import dev.windrose.records.importing.column.PastColumns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a mapping may choose from. */
@Component
class OfferTargets {

    private final LikelyRecords likely;
    private final Descriptors descriptors;
    private final OpenPast openPast;

    OfferTargets(LikelyRecords likely, Descriptors descriptors, OpenPast openPast) {
        this.likely = likely;
        this.descriptors = descriptors;
        this.openPast = openPast;
    }

    /** The keys by which rows can be matched, the surest first; likeness last. */
    List<String> keys(Descriptor type, Collection<String> suggested) {
        var keys = MatchKey.offered(type, MatchKey.filled(suggested));
        if (likely.looksAt(type.name())) {
            keys.add(MatchKey.FUZZY);
        }
        return List.copyOf(keys);
    }

    /** The columns as they are to be proposed: fields of the type, and what tells of the past of its records. */
    List<ImportColumn> columns(Descriptor type, Found found) {
        var histories = openPast.histories(type);
        var changes = histories.isEmpty() ? Map.<String, String>of() : PastColumns.ofFile(type, found.profiles());
        var key = PastColumns.key(type, found.profiles());
        return found.columnsFor(type).stream()
                .map(column -> {
                    if (!changes.isEmpty()) {
                        String own = key.filter(one -> one.getKey().equals(column.name()))
                                .map(Map.Entry::getValue)
                                .orElse(null);
                        String target = own == null ? changes.get(column.name()) : own;
                        return column.suggesting(
                                target,
                                target == null
                                        ? "The file holds changes, and this is no part of them."
                                        : "The file holds changes of records.");
                    }
                    return column.suggestedField() != null
                            ? column
                            : PastColumns.entered(histories, column.name())
                                    .map(target -> column.suggesting(target, "The day on which the value began."))
                                    .orElse(column);
                })
                .toList();
    }

    /** The type whose changes the file holds. */
    Optional<Descriptor> changed(Found found) {
        return descriptors.all().stream()
                .filter(type -> !openPast.histories(type).isEmpty()
                        && !PastColumns.ofFile(type, found.profiles()).isEmpty())
                .findFirst();
    }

    /** What columns may tell of the past, with what people call it. */
    List<PastOffer> past(Descriptor type, boolean ofChanges) {
        var offers = new ArrayList<PastOffer>();
        if (ofChanges) {
            PastColumns.OF_FILE.forEach((target, label) -> offers.add(new PastOffer(target, label)));
            return offers;
        }
        openPast.histories(type).forEach((name, field) -> field.choices()
                .forEach(choice -> offers.add(new PastOffer(
                        PastColumns.ENTERED + name + ":" + choice.value(),
                        "%s: entered %s".formatted(field.label(), choice.label())))));
        return offers;
    }
}
