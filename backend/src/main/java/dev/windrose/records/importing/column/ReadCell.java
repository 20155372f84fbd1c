package dev.windrose.records.importing.column;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.importing.column.CellValue.Nothing;
import dev.windrose.records.importing.column.CellValue.Value;
import dev.windrose.records.importing.column.CellValue.Wrong;
import dev.windrose.records.importing.column.NumberText.Amount;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the text of a cell into a value for one field. */
public final class ReadCell {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "ja", "oui", "si", "sí", "wahr", "✓");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nein", "non", "falsch", "-");
    private static final Set<String> NOTHING = Set.of("", "-", "n/a", "na", "null", "none", "(blank)", "#n/a");

    private final FieldDescriptor field;
    private final ColumnForm form;
    private final @Nullable Lookup lookup;
    private final String baseCurrency;

    public ReadCell(FieldDescriptor field, ColumnForm form, @Nullable Lookup lookup, String baseCurrency) {
        this.field = field;
        this.form = form;
        this.lookup = lookup;
        this.baseCurrency = baseCurrency;
    }

    /** Whether words are looked up, which {@link #learn} does for many cells at once. */
    public boolean looksUp() {
        return lookup != null;
    }

    public void learn(Collection<String> cells) {
        if (lookup != null) {
            lookup.learn(cells.stream().flatMap(this::words).collect(Collectors.toSet()));
        }
    }

    private Stream<String> words(String cell) {
        return switch (field.kind()) {
            case REFERENCE -> {
                int more = cell.indexOf(';');
                yield more < 0 ? Stream.of(cell) : Stream.of(cell, cell.substring(0, more));
            }
            case MULTI_CHOICE, REFERENCES -> Stream.of(cell.split("[;,|]"));
            case TEXT,
                    LONG_TEXT,
                    INTEGER,
                    NUMBER,
                    MONEY,
                    DATE,
                    INSTANT,
                    BOOLEAN,
                    CHOICE,
                    EMAIL,
                    PHONE,
                    URL,
                    COUNTRY,
                    JSON,
                    PERSON,
                    SCORE -> Stream.of(cell);
        };
    }

    public CellValue of(String cell) {
        if (cell.isEmpty()) {
            return new Nothing();
        }
        CellValue value =
                switch (field.kind()) {
                    case TEXT, LONG_TEXT, PHONE, URL -> new Value(cell);
                    case EMAIL -> new Value(cell.startsWith("mailto:") ? cell.substring(7) : cell);
                    case INTEGER, NUMBER, SCORE -> number(cell, amount -> new Value(amount.number()));
                    case MONEY -> number(cell, this::money);
                    case DATE -> date(cell);
                    case INSTANT -> instant(cell);
                    case BOOLEAN -> truth(cell);
                    case CHOICE, PERSON, COUNTRY -> meaning(cell);
                    case REFERENCE -> reference(cell);
                    case MULTI_CHOICE, REFERENCES -> meanings(cell);
                    case JSON -> new Wrong("%s cannot be imported.".formatted(field.label()));
                };
        return value instanceof Wrong && NOTHING.contains(cell.toLowerCase(Locale.ROOT)) ? new Nothing() : value;
    }

    private CellValue number(String cell, Function<Amount, CellValue> give) {
        return NumberText.parse(cell, form.decimalComma())
                .map(give)
                .orElseGet(() -> new Wrong("\"%s\" is not a number.".formatted(shortened(cell))));
    }

    private CellValue money(Amount amount) {
        var number = amount.number();
        if (field.currencyField() != null && amount.currency() == null) {
            return new Value(number);
        }
        String currency = amount.currency() == null ? baseCurrency : amount.currency();
        return new Value(Map.<String, Object>of("amount", number, "currency", currency));
    }

    private CellValue date(String cell) {
        boolean asked = Boolean.TRUE.equals(form.mixed()) && DateText.numeric(cell);
        if (asked && DateText.orderOf(cell).isEmpty() && !DateText.sameEitherWay(cell)) {
            return new Wrong("\"%s\" can be read with the day or the month first; say which is meant in this column."
                    .formatted(shortened(cell)));
        }
        return DateText.parseEither(cell, form.dateOrder())
                .<CellValue>map(date -> new Value(date.toString()))
                .orElseGet(() -> new Wrong("\"%s\" is not a date.".formatted(shortened(cell))));
    }

    private CellValue instant(String cell) {
        try {
            return new Value(OffsetDateTime.parse(cell.replace(' ', 'T')).toInstant());
        } catch (DateTimeParseException e) {
            return date(cell);
        }
    }

    private CellValue truth(String cell) {
        return yesOrNo(cell)
                .<CellValue>map(Value::new)
                .orElseGet(() -> new Wrong("\"%s\" is neither yes nor no.".formatted(shortened(cell))));
    }

    /** What the word says; nothing where it is another word. */
    static Optional<Boolean> yesOrNo(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        return YES.contains(word) || NO.contains(word) ? Optional.of(YES.contains(word)) : Optional.empty();
    }

    private CellValue meaning(String cell) {
        if (lookup == null) {
            return new Value(cell);
        }
        return switch (lookup.of(cell)) {
            case Lookup.Known known -> new Value(known.value());
            case Lookup.LeftEmpty ignored -> new Nothing();
            case Lookup.Asked asked -> new Wrong(question(cell, asked));
        };
    }

    /** Of several ids in one cell the first is the main one. */
    private CellValue reference(String cell) {
        if (lookup == null || cell.indexOf(';') < 0 || lookup.of(cell) instanceof Lookup.Known) {
            return meaning(cell);
        }
        return meaning(cell.substring(0, cell.indexOf(';')).strip());
    }

    private CellValue meanings(String cell) {
        var values = new ArrayList<Object>();
        for (String part : cell.split("[;,|]")) {
            switch (meaning(part.strip())) {
                case Value value -> values.add(value.value());
                case Nothing nothing -> {}
                case Wrong wrong -> {
                    return wrong;
                }
            }
        }
        return values.isEmpty() ? new Nothing() : new Value(values);
    }

    private String question(String cell, Lookup.Asked asked) {
        String label = field.label().toLowerCase(Locale.ROOT);
        if (asked.several()) {
            return "\"%s\" is the name of several records; say which one is meant.".formatted(shortened(cell));
        }
        return asked.proposal() == null
                ? "\"%s\" is not known as %s.".formatted(shortened(cell), label)
                : "\"%s\" is not known as %s. Is it \"%s\"?"
                        .formatted(shortened(cell), label, asked.proposal().label());
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
