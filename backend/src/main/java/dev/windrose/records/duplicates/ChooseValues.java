package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides field by field which record's value the survivor keeps. */
final class ChooseValues {

    private final Descriptor type;
    private final TypeSettings settings;
    private final Map<String, UUID> chosen;
    private final List<Source> sources;

    /** A record with who set its fields; the survivor comes first. */
    record Source(RecordData record, Map<String, Object> provenance) {

        @Nullable
        Object value(FieldDescriptor field) {
            return record.value(field.name());
        }

        boolean byPerson(FieldDescriptor field) {
            return stamp(field).map(stamp -> "person".equals(stamp.get("kind"))).orElse(false);
        }

        Instant at(FieldDescriptor field) {
            return stamp(field)
                    .map(stamp -> Instant.parse(String.valueOf(stamp.get("at"))))
                    .orElse(record.createdAt());
        }

        private Optional<Map<?, ?>> stamp(FieldDescriptor field) {
            return provenance.getOrDefault(field.name(), provenance.get("*")) instanceof Map<?, ?> stamp
                            && stamp.get("at") != null
                    ? Optional.of(stamp)
                    : Optional.empty();
        }
    }

    /** @param from the record that the value comes from; the survivor where several were joined */
    record Kept(FieldDescriptor field, Object value, UUID from, SurvivorRule rule) {}

    ChooseValues(Descriptor type, TypeSettings settings, Map<String, UUID> chosen, List<Source> sources) {
        this.type = type;
        this.settings = settings;
        this.chosen = chosen;
        this.sources = sources;
    }

    /** What the survivor has afterwards, of the fields that have a value. */
    List<Kept> values() {
        var merged = sources.stream().map(source -> source.record().id()).toList();
        var kept = new ArrayList<Kept>();
        for (var field : type.dataFields()) {
            if (!field.readOnly() && type.moneyOf(field.name()).isEmpty()) {
                of(field)
                        .filter(value -> !(value.value() instanceof UUID id && merged.contains(id)))
                        .ifPresent(kept::add);
            }
        }
        for (var value : List.copyOf(kept)) {
            currency(value).ifPresent(kept::add);
        }
        return kept;
    }

    private Optional<Kept> of(FieldDescriptor field) {
        var having =
                sources.stream().filter(source -> source.value(field) != null).toList();
        if (having.isEmpty()) {
            return Optional.empty();
        }
        var named = chosen.get(field.name());
        if (named != null) {
            return sources.stream()
                    .filter(source -> source.record().id().equals(named) && source.value(field) != null)
                    .findFirst()
                    .map(source -> kept(field, source, SurvivorRule.CHOSEN));
        }
        var rule = settings.rule(field.name());
        if (field.kind() == FieldKind.REFERENCES || field.kind() == FieldKind.MULTI_CHOICE) {
            return Optional.of(new Kept(
                    field, joined(field, having), sources.getFirst().record().id(), rule));
        }
        return Optional.of(kept(field, best(field, rule, having), rule));
    }

    private static Kept kept(FieldDescriptor field, Source source, SurvivorRule rule) {
        return new Kept(
                field,
                java.util.Objects.requireNonNull(source.value(field)),
                source.record().id(),
                rule);
    }

    private Source best(FieldDescriptor field, SurvivorRule rule, List<Source> having) {
        return switch (rule) {
            case PERSON_SET, CHOSEN -> personSet(field, having);
            case NEWEST -> max(having, Comparator.comparing(source -> source.at(field)));
            case OLDEST ->
                max(
                        having,
                        Comparator.comparing((Source source) -> source.at(field))
                                .reversed());
            case LONGEST ->
                max(having, Comparator.comparingInt(source -> String.valueOf(source.value(field))
                        .length()));
            case MOST_COMPLETE ->
                max(having, Comparator.comparingInt(source -> source.record()
                        .values()
                        .size()));
        };
    }

    /** States and yes or no stay as the survivor has them: another's do not fit what else it says. */
    private Source personSet(FieldDescriptor field, List<Source> having) {
        boolean state = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.BOOLEAN;
        if (state
                || having.getFirst() == sources.getFirst() && having.getFirst().byPerson(field)) {
            return having.getFirst();
        }
        return having.stream()
                .filter(source -> source.byPerson(field))
                .findFirst()
                .orElse(having.getFirst());
    }

    /** The first of equals, which is the survivor where it is among them. */
    private static Source max(List<Source> having, Comparator<Source> order) {
        var best = having.getFirst();
        for (var source : having) {
            best = order.compare(source, best) > 0 ? source : best;
        }
        return best;
    }

    private static List<Object> joined(FieldDescriptor field, List<Source> having) {
        Set<Object> all = new LinkedHashSet<>();
        having.forEach(source -> all.addAll(source.value(field) instanceof List<?> list ? list : List.of()));
        return new ArrayList<>(all);
    }

    /** Money keeps the currency it was said in. */
    private Optional<Kept> currency(Kept money) {
        var name = money.field().currencyField();
        if (name == null) {
            return Optional.empty();
        }
        return sources.stream()
                .filter(source -> source.record().id().equals(money.from()))
                .findFirst()
                .flatMap(source -> type.field(name)
                        .filter(field -> source.value(field) != null)
                        .map(field -> kept(field, source, money.rule())));
    }
}
