package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.duplicates.matching.Agreement;
import dev.windrose.records.duplicates.matching.ColumnKind;
import dev.windrose.records.duplicates.matching.RecordMatcher.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Says in words why two records may or may not be the same. */
final class TellFindings {

    private static final double FAINT = 0.5;

    private TellFindings() {}

    /** The strongest first, without fields that are hidden or say nothing. */
    static List<Reason> of(Descriptor type, List<KeptFinding> findings, Set<String> hidden) {
        return findings.stream()
                .filter(finding -> !hidden.contains(finding.field()) && Math.abs(finding.bits()) >= FAINT)
                .sorted(Comparator.comparingDouble((KeptFinding finding) -> -Math.abs(finding.bits()))
                        .thenComparing(KeptFinding::field))
                .map(finding -> reason(type, finding))
                .toList();
    }

    static List<KeptFinding> keep(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.agreement() != Agreement.MISSING)
                .map(finding -> new KeptFinding(
                        finding.column().name(),
                        finding.column().kind(),
                        finding.agreement(),
                        round(finding.base()),
                        round(finding.bits())))
                .toList();
    }

    private static double round(double bits) {
        return Math.round(bits * 10) / 10.0;
    }

    private static Reason reason(Descriptor type, KeptFinding finding) {
        var label = type.field(finding.field()).map(FieldDescriptor::label).orElse(finding.field());
        return new Reason(finding.field(), label, label + " " + words(finding), finding.bits());
    }

    private static String words(KeptFinding finding) {
        return switch (finding.agreement()) {
            case SAME -> "is the same";
            case NEAR ->
                finding.kind() == ColumnKind.WEB
                        ? "has the same name in it"
                        : "differs in a letter or the order of words";
            case CLOSE -> close(finding.kind());
            case PARTLY -> partly(finding.kind());
            case DIFFERENT -> "differs";
            case MISSING -> "is missing";
        };
    }

    private static String close(ColumnKind kind) {
        return switch (kind) {
            case EMAIL -> "has nearly the same name before the @";
            case PHONE -> "ends alike";
            case DATE -> "differs in one part";
            case NAME, CATEGORY -> "is a short form, or sounds alike";
            case ADDRESS, WEB, NUMBER, CODE, TEXT -> "is similar";
        };
    }

    private static String partly(ColumnKind kind) {
        return switch (kind) {
            case EMAIL -> "is of the same domain";
            case PHONE -> "begins alike";
            case ADDRESS -> "is of the same street";
            case DATE -> "is of the same year";
            case NAME, CATEGORY, WEB, NUMBER, CODE, TEXT -> "has a part in common";
        };
    }
}
