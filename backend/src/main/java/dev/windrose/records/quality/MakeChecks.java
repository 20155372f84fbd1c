package dev.windrose.records.quality;

import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.duplicates.DuplicateSettings;
import dev.windrose.records.quality.QualityCheck.Group;
import dev.windrose.records.quality.QualityCheck.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The checks of each type for the workspace in scope. What is hidden from the actor is not checked. */
@Component
class MakeChecks {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int FIRST_COLUMNS = 4;

    private final Descriptors descriptors;
    private final AccessSql access;
    private final People people;
    private final DuplicateSettings duplicates;
    private final ObjectProvider<QualityRule> rules;

    MakeChecks(
            Descriptors descriptors,
            AccessSql access,
            People people,
            DuplicateSettings duplicates,
            ObjectProvider<QualityRule> rules) {
        this.duplicates = duplicates;
        this.descriptors = descriptors;
        this.access = access;
        this.people = people;
        this.rules = rules;
    }

    /** Types with a rule, and those that the workspace has added. */
    Map<String, List<QualityCheck>> all() {
        var left = people.all().stream()
                .filter(person -> person.status() == PersonStatus.DEACTIVATED)
                .map(person -> person.id().toString())
                .toList();
        var checks = new LinkedHashMap<String, List<QualityCheck>>();
        rules.orderedStream()
                .flatMap(rule -> descriptors.find(rule.type()).stream())
                .forEach(type -> checks.put(type.name(), of(type, left)));
        descriptors.all().stream()
                .filter(type -> type.entity() != null)
                .forEach(type -> checks.put(type.name(), of(type, left)));
        return checks;
    }

    private List<QualityCheck> of(Descriptor type, List<String> left) {
        var hidden = access.hidden(type);
        var checks = new ArrayList<QualityCheck>();
        seen(type).filter(MakeChecks::matters).map(MakeChecks::missing).forEach(checks::add);
        seen(type)
                .filter(field -> field.name().equals("owner_id") && field.filter())
                .forEach(field -> {
                    checks.add(missing(field));
                    checks.add(ownerLeft(left));
                });
        if (seen(type).anyMatch(field -> field.kind() == FieldKind.EMAIL)) {
            checks.add(invalid(QualityMark.INVALID_EMAIL, "E-mail address that cannot be right", Severity.HIGH));
        }
        if (seen(type).anyMatch(field -> field.kind() == FieldKind.PHONE)) {
            checks.add(invalid(QualityMark.INVALID_PHONE, "Phone number that cannot be right", Severity.MEDIUM));
        }
        if (duplicates.all().stream().anyMatch(kept -> kept.recordType().equals(type.name()) && kept.enabled())) {
            checks.add(new QualityCheck(
                    "duplicate",
                    null,
                    Group.DUPLICATES,
                    Severity.HIGH,
                    "Possible duplicates",
                    QualityCheck.compare("_quality", "is", "duplicate")));
        }
        rules.orderedStream()
                .filter(rule -> rule.type().equals(type.name()))
                .flatMap(rule -> rule.checks().stream())
                .filter(check -> check.field() == null || !hidden.contains(check.field()))
                .forEach(checks::add);
        return List.copyOf(checks);
    }

    private Stream<FieldDescriptor> seen(Descriptor type) {
        var hidden = access.hidden(type);
        return type.storedFields().stream().filter(field -> !hidden.contains(field.name()));
    }

    private static boolean matters(FieldDescriptor field) {
        return field.filter()
                && (field.required() || field.list() > 0)
                && !field.readOnly()
                && !field.derived()
                && field.kind() != FieldKind.BOOLEAN
                && !field.name().equals("owner_id");
    }

    private static QualityCheck missing(FieldDescriptor field) {
        var severity = field.required()
                        || field.kind() == FieldKind.EMAIL
                        || field.name().equals("owner_id")
                ? Severity.HIGH
                : field.list() > 0 && field.list() <= FIRST_COLUMNS ? Severity.MEDIUM : Severity.LOW;
        return new QualityCheck(
                "missing",
                field.name(),
                Group.COMPLETENESS,
                severity,
                "Without " + inSentence(field.label()),
                QualityCheck.empty(field.name()));
    }

    /** A label begins with a capital; abbreviations keep theirs. */
    private static String inSentence(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviation ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    private static QualityCheck ownerLeft(List<String> left) {
        return new QualityCheck(
                "inactive_owner",
                "owner_id",
                Group.LINKS,
                Severity.HIGH,
                "Owner has left",
                QualityCheck.compare("owner_id", "in", left.isEmpty() ? List.of(NOBODY.toString()) : left));
    }

    private static QualityCheck invalid(QualityMark mark, String label, Severity severity) {
        return new QualityCheck(
                mark.wire(),
                null,
                Group.VALIDITY,
                severity,
                label,
                QualityCheck.compare("_quality", "is", mark.wire()));
    }
}
