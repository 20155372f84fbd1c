package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Answered.Table;
import dev.windrose.agents.ask.Question.Listing;
import dev.windrose.agents.ask.Question.Whether;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.FieldKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says lists of records, and fields of records that a question names. */
@Component
class TellList {

    private static final int TOLD = 20;
    private static final int ROWS = 200;

    private final ReadRows read;
    private final Labels labels;
    private final Workspaces workspaces;

    TellList(ReadRows read, Labels labels, Workspaces workspaces) {
        this.read = read;
        this.labels = labels;
        this.workspaces = workspaces;
    }

    List<Row> rows(Listing listing) {
        var more = new ArrayList<>(listing.show());
        if (listing.orderBy() != null) {
            more.add(listing.orderBy());
        }
        var rows = new ArrayList<>(read.of(listing.subject(), more));
        if (listing.orderBy() != null) {
            var order = Comparator.comparing(
                    (Row row) -> key(listing, row), Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()));
            rows.removeIf(row -> key(listing, row) == null);
            rows.sort(listing.descending() ? order.reversed() : order);
        }
        return listing.most() > 0 && rows.size() > listing.most() ? rows.subList(0, listing.most()) : rows;
    }

    private @Nullable BigDecimal key(Listing listing, Row row) {
        var path = Objects.requireNonNull(listing.orderBy());
        var day = row.day(path, ZoneId.of(workspaces.current().timeZone()));
        if (day != null) {
            return BigDecimal.valueOf(day.toEpochDay());
        }
        var worth = row.worth(path, read.currency(listing.subject().type(), path));
        return worth == null ? null : read.converted(worth, read.base());
    }

    /** @param alone one record is asked for: "the biggest", "who is" */
    Answered of(Listing listing, boolean alone) {
        var rows = rows(listing);
        var type = listing.subject().type();
        if (!listing.show().isEmpty()) {
            return fields(listing, rows);
        }
        var cited = TellFigure.cited(type, rows);
        var ids = rows.stream()
                .map(row -> new AnswerValue.Id(type, row.data().id(), row.data().title()))
                .toList();
        if (rows.isEmpty()) {
            return new Answered(
                    "None: there are no such %s.".formatted(labels.label(type, false)),
                    new AnswerValue.Ids(List.of()),
                    List.of(),
                    false,
                    null,
                    null);
        }
        AnswerValue value = alone && ids.size() == 1 ? ids.getFirst() : new AnswerValue.Ids(ids);
        return new Answered(text(listing, rows), value, cited, false, null, table(listing, rows));
    }

    private String text(Listing listing, List<Row> rows) {
        var type = listing.subject().type();
        var names = rows.stream()
                .limit(TOLD)
                .map(row -> row.data().title() + detail(listing, row))
                .collect(Collectors.joining("; "));
        var rest = rows.size() > TOLD ? "; and %d more".formatted(rows.size() - TOLD) : "";
        return rows.size() == 1
                ? names + "."
                : "%d %s: %s%s.".formatted(rows.size(), labels.label(type, false), names, rest);
    }

    private String detail(Listing listing, Row row) {
        var said =
                listing.orderBy() == null ? "" : labels.said(listing.subject().type(), listing.orderBy(), row);
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    private Table table(Listing listing, List<Row> rows) {
        var type = listing.subject().type();
        var shown = Stream.concat(listing.show().stream(), Stream.ofNullable(listing.orderBy()))
                .distinct()
                .toList();
        var columns = new ArrayList<String>();
        columns.add("Name");
        shown.forEach(path -> columns.add(name(type, path)));
        return new Table(
                type,
                columns,
                rows.stream()
                        .limit(ROWS)
                        .map(row -> {
                            var cells = new ArrayList<String>();
                            cells.add(row.data().title());
                            shown.forEach(path -> cells.add(labels.said(type, path, row)));
                            return new Table.Row(row.data().id().toString(), cells);
                        })
                        .toList());
    }

    private String name(String type, String path) {
        var field = read.field(type, path);
        return field == null ? path : field.label();
    }

    /** The fields that are asked for, of each record that has them. */
    private Answered fields(Listing listing, List<Row> rows) {
        var type = listing.subject().type();
        var having = rows.stream()
                .filter(row -> listing.show().stream().anyMatch(path -> row.value(path) != null))
                .toList();
        if (having.isEmpty()) {
            return Answered.unknown(
                    rows.isEmpty()
                            ? "There is nothing about that on record."
                            : "That is not on record: %s %s no %s."
                                    .formatted(
                                            rows.getFirst().data().title(),
                                            rows.size() > 1 ? "and the others have" : "has",
                                            name(type, listing.show().getFirst())
                                                    .toLowerCase(java.util.Locale.ROOT)));
        }
        var text = having.stream()
                .limit(TOLD)
                .map(row -> "%s: %s."
                        .formatted(
                                row.data().title(),
                                listing.show().stream()
                                        .filter(path -> row.value(path) != null)
                                        .map(path -> "%s %s"
                                                .formatted(
                                                        name(type, path).toLowerCase(java.util.Locale.ROOT),
                                                        labels.said(type, path, row)))
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        return new Answered(
                text,
                value(listing, having),
                TellFigure.cited(type, having),
                false,
                null,
                having.size() > 1 ? table(listing, having) : null);
    }

    /** The one value, or where there are several the one that all have; of days the latest. */
    private AnswerValue value(Listing listing, List<Row> rows) {
        var type = listing.subject().type();
        var path = listing.show().stream()
                .filter(each -> rows.getFirst().value(each) != null)
                .findFirst()
                .orElse(listing.show().getFirst());
        var zone = ZoneId.of(workspaces.current().timeZone());
        var days = rows.stream()
                .map(row -> row.day(path, zone))
                .filter(Objects::nonNull)
                .toList();
        if (!days.isEmpty()) {
            return new AnswerValue.Day(days.stream().max(LocalDate::compareTo).orElseThrow());
        }
        var field = read.field(type, path);
        var said = rows.stream()
                .map(row -> labels.said(type, path, row))
                .distinct()
                .toList();
        if (field != null && said.size() == 1) {
            var row = rows.getFirst();
            var worth = row.worth(path, read.currency(type, path));
            if (worth != null) {
                return worth.currency() == null
                        ? new AnswerValue.Figure(worth.amount(), "")
                        : new AnswerValue.Amount(worth.amount(), worth.currency());
            }
            if (field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.PERSON) {
                var found = labels.of(type, path, List.of(Objects.requireNonNull(row.value(path))));
                if (!found.isEmpty()) {
                    return found.values().iterator().next();
                }
            }
            if (!field.choices().isEmpty()) {
                return new AnswerValue.Id(null, null, String.valueOf(row.value(path)));
            }
        }
        return new AnswerValue.Words(String.join("; ", said));
    }

    Answered whether(Whether whether) {
        var rows = read.of(whether.subject(), List.of());
        var type = whether.subject().type();
        return rows.isEmpty()
                ? new Answered(
                        "No, there is none on record.", new AnswerValue.Words("no"), List.of(), false, null, null)
                : new Answered(
                        "Yes: %s%s."
                                .formatted(
                                        rows.stream()
                                                .limit(5)
                                                .map(row -> row.data().title())
                                                .collect(Collectors.joining("; ")),
                                        rows.size() > 5 ? "; and %d more".formatted(rows.size() - 5) : ""),
                        new AnswerValue.Words("yes"),
                        TellFigure.cited(type, rows),
                        false,
                        null,
                        null);
    }
}
