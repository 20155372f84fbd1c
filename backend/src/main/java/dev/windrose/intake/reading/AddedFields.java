package dev.windrose.intake.reading;

import dev.windrose.intake.reading.CanonicalFields.Canonical;
import dev.windrose.intake.reading.CanonicalFields.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fields that the workspace has added to kinds of records of which messages speak. */
public record AddedFields(Map<String, List<Added>> byEntity) {

    public static final AddedFields NONE = new AddedFields(Map.of());

    /** What a value of an added field may be. */
    public enum Kind {
        TEXT(Form.TEXT),
        NUMBER(Form.DECIMAL),
        MONEY(Form.MONEY),
        DATE(Form.DATE),
        CHOICE(Form.CHOICE),
        FLAG(Form.FLAG),
        MAIL(Form.MAIL),
        PHONE(Form.PHONE);

        private final Form form;

        Kind(Form form) {
            this.form = form;
        }
    }

    /** @param choices the values of a choice */
    public record Added(String name, String label, Kind kind, List<String> choices) {

        private Canonical canonical() {
            return new Canonical(kind.form, choices);
        }
    }

    /** Every field in words, a kind of record a line. */
    public String told() {
        return byEntity.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entity -> entity.getKey() + ": "
                        + entity.getValue().stream()
                                .map(field -> field.canonical().told(field.name()) + " \"" + field.label() + "\"")
                                .collect(Collectors.joining(", "))
                        + "\n")
                .collect(Collectors.joining());
    }

    boolean has(String entity, String field) {
        return find(entity, field).isPresent();
    }

    Optional<Canonical> of(String entity, String field) {
        return find(entity, field).map(Added::canonical);
    }

    /** The field as people know it. */
    String label(String entity, String field) {
        return find(entity, field).map(Added::label).orElseGet(() -> field.replace('_', ' '));
    }

    private Optional<Added> find(String entity, String field) {
        return byEntity.getOrDefault(entity, List.of()).stream()
                .filter(added -> added.name().equals(field))
                .findFirst();
    }
}
