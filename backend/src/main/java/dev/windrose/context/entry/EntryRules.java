package dev.windrose.context.entry;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An entry is of a kind of its category, its details are those of the kind, and its status and dates make sense. */
@Component
class EntryRules implements RecordRule {

    private static final String CATEGORY = "category";
    private static final String KIND = "kind";
    private static final String STATUS = "status";
    private static final String DETAILS = "details";
    private static final String FROM = "effective_from";
    private static final String TO = "effective_to";
    private static final String LANGUAGE = "language";
    private static final String SENSITIVITY = "sensitivity";

    private final Workspaces workspaces;
    private final KnownDetails known;
    private final Clearances clearances;

    EntryRules(Workspaces workspaces, KnownDetails known, Clearances clearances) {
        this.clearances = clearances;
        this.workspaces = workspaces;
        this.known = known;
    }

    @Override
    public String type() {
        return ContextEntry.TYPE;
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        setIfEmpty(write, STATUS, EntryStatus.DRAFT.wire());
        setIfEmpty(write, LANGUAGE, "en");
        setIfEmpty(write, SENSITIVITY, Sensitivity.INTERNAL.wire());
        setIfEmpty(write, "audience", Audience.EVERYONE.wire());
        checkLanguage(write);
        checkSensitivity(write);
        checkKind(write);
        checkDates(write);
        checkStatus(write);
    }

    private static void setIfEmpty(Write write, String field, String value) {
        if (write.value(field) == null) {
            write.set(field, value);
        }
    }

    private static void checkLanguage(Write write) {
        if (write.changes(LANGUAGE) && write.value(LANGUAGE) instanceof String tag) {
            try {
                write.set(
                        LANGUAGE,
                        new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
            } catch (IllformedLocaleException e) {
                write.refuse(
                        CommonError.BAD_VALUE,
                        LANGUAGE,
                        "\"%s\" is no language tag. Write en, de or pt-BR, for example.".formatted(tag));
            }
        }
    }

    /** Nobody writes what they could not read afterwards. */
    private void checkSensitivity(Write write) {
        var highest = clearances.own();
        Sensitivity.of(text(write, SENSITIVITY))
                .filter(wanted -> write.changes(SENSITIVITY) && !highest.includes(wanted))
                .ifPresent(wanted -> write.refuse(
                        CommonError.NOT_ALLOWED,
                        SENSITIVITY,
                        "You read up to %s, so you cannot make an entry %s.".formatted(highest.wire(), wanted.wire())));
    }

    private void checkKind(Write write) {
        var category = EntryCategory.of(text(write, CATEGORY)).orElse(null);
        var kind = EntryKind.of(text(write, KIND)).orElse(null);
        if (category == null || kind == null) {
            // A missing or unknown value is named by the engine; a value that the workspace has added has no details to
            // check.
            return;
        }
        if (kind.category() != category) {
            String fitting = category.kinds().stream().map(EntryKind::wire).collect(Collectors.joining(", "));
            write.refuse(
                    CommonError.BAD_VALUE,
                    KIND,
                    "%s is no kind of %s. Its kinds are %s.".formatted(kind.wire(), category.wire(), fitting));
            return;
        }
        if (write.changes(DETAILS) || write.changes(KIND) || write.changes(STATUS)) {
            boolean complete = EntryStatus.of(text(write, STATUS))
                    .filter(EntryStatus::complete)
                    .isPresent();
            var problems = CheckDetails.of(kind, write.value(DETAILS), complete);
            if (!problems.isEmpty()) {
                write.refuse(CommonError.BAD_VALUE, DETAILS, String.join(" ", problems));
            } else if (write.changes(DETAILS)) {
                known.missing(kind, write.value(DETAILS), write)
                        .forEach(missing -> write.refuse(CommonError.BAD_VALUE, DETAILS, missing));
            }
        }
    }

    private static void checkDates(Write write) {
        if ((write.changes(FROM) || write.changes(TO))
                && write.value(FROM) instanceof LocalDate from
                && write.value(TO) instanceof LocalDate to
                && to.isBefore(from)) {
            write.refuse(CommonError.BAD_VALUE, TO, "The last day, %s, is before the first, %s.".formatted(to, from));
        }
    }

    private void checkStatus(Write write) {
        if (write.op() == Op.CREATE || !write.changes(STATUS)) {
            return;
        }
        var before = EntryStatus.of(String.valueOf(write.before().get(STATUS))).orElse(null);
        var after = EntryStatus.of(text(write, STATUS)).orElse(null);
        if (before == null || after == null) {
            return;
        }
        if (!before.next().contains(after)) {
            write.refuse(
                    CommonError.BAD_VALUE,
                    STATUS,
                    "An entry that is %s becomes %s, not %s."
                            .formatted(said(before), alternatives(before), said(after)));
        } else if (after == EntryStatus.LIVE
                && write.value(TO) instanceof LocalDate to
                && to.isBefore(workspaces.today())) {
            write.refuse(
                    CommonError.BAD_VALUE,
                    TO,
                    "The last day of this entry was %s. Give it a later one to make it live.".formatted(to));
        }
    }

    private static String alternatives(EntryStatus before) {
        List<String> next = before.next().stream()
                .sorted(Comparator.naturalOrder())
                .map(EntryRules::said)
                .toList();
        return next.size() == 1
                ? next.getFirst()
                : Stream.of(String.join(", ", next.subList(0, next.size() - 1)), next.getLast())
                        .collect(Collectors.joining(" or "));
    }

    private static String said(EntryStatus status) {
        return status.wire().replace('_', ' ');
    }

    private static String text(Write write, String field) {
        Object value = write.value(field);
        return value == null ? "" : value.toString();
    }
}
