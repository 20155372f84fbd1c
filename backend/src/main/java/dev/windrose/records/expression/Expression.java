package dev.windrose.records.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.query.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled expression over a record type. */
public final class Expression {

    private static final int LONGEST_TEXT = 500;

    private final String text;
    private final Descriptor type;
    private final FieldKind kind;
    private final Set<Path> paths;
    private final boolean clock;
    private final boolean rates;
    private final Map<String, Descriptor> types;
    private final CelAbstractSyntaxTree tree;
    private final RecordShapes shapes;
    private final Node node;

    Expression(String text, Descriptor type, CelAbstractSyntaxTree tree, RecordShapes shapes) throws BadExpression {
        this.text = text;
        this.type = type;
        this.tree = tree;
        this.shapes = shapes;
        this.kind = Kinds.field(tree.getResultType())
                .orElseThrow(() -> new BadExpression(
                        "The result is %s; it must be a single value.".formatted(Kinds.told(tree.getResultType())),
                        0,
                        text.length()));
        var build = new BuildNodes(tree, type, shapes);
        this.node = build.of(tree.getExpr());
        this.paths = Set.copyOf(build.paths);
        this.clock = build.clock;
        this.rates = build.rates;
        this.types = Map.copyOf(shapes.used);
    }

    public String text() {
        return text;
    }

    public Descriptor type() {
        return type;
    }

    /** Text, number, money, date, instant or boolean. */
    public FieldKind kind() {
        return kind;
    }

    /** What it reads. */
    public Set<Path> paths() {
        return paths;
    }

    /** Its value changes without a write, so it is worked out when it is read. */
    public boolean readsClock() {
        return clock;
    }

    /** A new exchange rate may change its value. */
    public boolean readsRates() {
        return rates;
    }

    /** The type that the references of a path lead to; empty for people. */
    public Optional<Descriptor> holder(Path path) {
        Descriptor holder = type;
        for (String reference : path.references()) {
            var field = holder.fields().get(reference);
            holder = types.get(String.valueOf(field.ref()));
            if (holder == null) {
                return Optional.empty();
            }
        }
        return Optional.of(holder);
    }

    /** Never fails: what has no answer is empty, with the reason. */
    public Result evaluate(Values record, Moment moment) {
        try {
            return kept(node.in(new Run(record, moment)));
        } catch (Unanswered none) {
            return Result.because(none.reason());
        } catch (ArithmeticException tooLarge) {
            return Result.because("A number becomes too large.");
        }
    }

    /** Whether a condition holds; without an answer it does not. */
    public boolean holds(Values record, Moment moment) {
        return Boolean.TRUE.equals(evaluate(record, moment).value());
    }

    /**
     * The same condition as a filter, where one means exactly the same for every record; empty otherwise. Left out are: texts (filters ignore
     * case and accents), money (filters compare minor units), calculations over fields, and lists.
     *
     * @param moment what today() and now() are
     */
    public Optional<Filter> asFilter(Moment moment) {
        return kind == FieldKind.BOOLEAN ? new ToFilter(this, moment).of(tree.getExpr()) : Optional.empty();
    }

    /** What a part that reads no field gives; null where it reads one or gives nothing. */
    @Nullable
    Object constant(CelExpr part, Moment moment) {
        try {
            var build = new BuildNodes(tree, type, shapes);
            var built = build.of(part);
            return build.paths.isEmpty() ? built.in(new Run(Values.of(Map.of()), moment)) : null;
        } catch (BadExpression | Unanswered none) {
            return null;
        }
    }

    Map<String, Descriptor> types() {
        return types;
    }

    private Result kept(@Nullable Object value) {
        return switch (value) {
            case null -> Result.of(null);
            case BigDecimal number -> Result.kept(number);
            case String text when text.isBlank() -> Result.of(null);
            case String text
            when text.length() > LONGEST_TEXT ->
                Result.because("The text is longer than %d characters.".formatted(LONGEST_TEXT));
            case String text
            when text.indexOf('\u0000') >= 0 -> Result.because("The text holds a character that cannot be stored.");
            case Instant instant -> Result.of(instant.truncatedTo(ChronoUnit.MICROS));
            default -> Result.of(value);
        };
    }
}
