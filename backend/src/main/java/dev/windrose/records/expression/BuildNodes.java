package dev.windrose.records.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a checked tree into nodes, and notes what it reads. */
final class BuildNodes {

    private static final int MOST_REFERENCES = 2;

    private final CelAbstractSyntaxTree tree;
    private final Descriptor type;
    private final RecordShapes shapes;
    final Set<Path> paths = new LinkedHashSet<>();
    boolean clock;
    boolean rates;

    BuildNodes(CelAbstractSyntaxTree tree, Descriptor type, RecordShapes shapes) {
        this.tree = tree;
        this.type = type;
        this.shapes = shapes;
    }

    Node of(CelExpr part) throws BadExpression {
        var built = build(part);
        return run -> {
            run.step();
            return built.in(run);
        };
    }

    private Node build(CelExpr part) throws BadExpression {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part.constant());
            case IDENT -> {
                String name = part.ident().name();
                yield run -> run.variables.get(name);
            }
            case SELECT -> select(part);
            case CALL -> call(part);
            case LIST -> list(part);
            case COMPREHENSION -> comprehension(part);
            case STRUCT, MAP, NOT_SET -> throw bad(part, "This cannot be used here.");
        };
    }

    private static Node constant(CelConstant constant) {
        Object value =
                switch (constant.getKind()) {
                    case DOUBLE_VALUE -> BigDecimal.valueOf(constant.doubleValue());
                    case BOOLEAN_VALUE -> constant.booleanValue();
                    case STRING_VALUE -> constant.stringValue();
                    default -> throw new IllegalStateException("No constant: " + constant.getKind());
                };
        return _ -> value;
    }

    private Node select(CelExpr part) throws BadExpression {
        var steps = new LinkedList<String>();
        CelExpr root = part;
        while (root.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            steps.addFirst(root.select().field());
            root = root.select().operand();
        }
        if (root.getKind() != CelExpr.ExprKind.Kind.IDENT
                || !root.ident().name().equals(Rewrite.RECORD)) {
            throw bad(part, "Fields are read by a path such as company_id.name.");
        }
        if (steps.size() > MOST_REFERENCES + 1) {
            throw bad(part, "A path follows at most two references.");
        }
        var path = new Path(List.copyOf(steps));
        paths.add(path);
        Node read = read(path);
        return part.select().testOnly() ? run -> read.in(run) != null : read;
    }

    private Node read(Path path) {
        String currency = currencyField(path);
        if (currency != null) {
            paths.add(new Path(Stream.concat(path.references().stream(), Stream.of(currency))
                    .toList()));
        }
        var references = path.references();
        String name = path.field();
        return run -> {
            Values record = run.record;
            for (String reference : references) {
                record = record == null ? null : record.link(reference);
            }
            return record == null ? null : value(record, name, currency);
        };
    }

    private @Nullable String currencyField(Path path) {
        Descriptor holder = type;
        for (String reference : path.references()) {
            var next = shapes.used.get(
                    String.valueOf(holder.fields().get(reference).ref()));
            if (next == null) {
                return null;
            }
            holder = next;
        }
        var field = holder.fields().get(path.field());
        return field.kind() == FieldKind.MONEY ? field.currencyField() : null;
    }

    private static @Nullable Object value(Values record, String name, @Nullable String currency) {
        Object value = record.value(name);
        if (currency != null) {
            return value instanceof BigDecimal amount && record.value(currency) instanceof String code
                    ? new Money(amount, code)
                    : null;
        }
        return switch (value) {
            case Long number -> BigDecimal.valueOf(number);
            case List<?> list ->
                list.stream()
                        .map(one -> one instanceof UUID ? one.toString() : one)
                        .toList();
            case null -> null;
            default -> value;
        };
    }

    private Node call(CelExpr part) throws BadExpression {
        var call = part.call();
        var function = Functions.named(call.function())
                .orElseThrow(() -> bad(part, "There is no function \"%s\".".formatted(call.function())));
        clock |= function.clock();
        rates |= function.rates();
        var arguments = new ArrayList<Node>();
        if (call.target().isPresent()) {
            arguments.add(of(call.target().get()));
        }
        for (var argument : call.args()) {
            arguments.add(of(argument));
        }
        Node node = run -> {
            var given = new Arguments(run, arguments);
            return function.strict() && given.anyEmpty()
                    ? null
                    : function.body().of(given);
        };
        refuseHopelessConstants(part, function, node);
        return node;
    }

    /** {@code date("31.3.")} fails in every record, so it fails here. */
    private void refuseHopelessConstants(CelExpr part, Function function, Node node) throws BadExpression {
        boolean constants = !function.clock()
                && !function.rates()
                && Stream.concat(part.call().target().stream(), part.call().args().stream())
                        .allMatch(argument -> argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT);
        if (constants) {
            try {
                node.in(new Run(Values.of(Map.of()), Moment.utc(Instant.EPOCH)));
            } catch (Unanswered hopeless) {
                throw bad(part, hopeless.reason());
            }
        }
    }

    private Node list(CelExpr part) throws BadExpression {
        var elements = new ArrayList<Node>();
        for (var element : part.list().elements()) {
            elements.add(of(element));
        }
        return run -> {
            var values = new ArrayList<@Nullable Object>();
            elements.forEach(element -> values.add(element.in(run)));
            return values;
        };
    }

    private Node comprehension(CelExpr part) throws BadExpression {
        var loop = part.comprehension();
        Node range = of(loop.iterRange());
        Node start = of(loop.accuInit());
        Node condition = of(loop.loopCondition());
        Node step = of(loop.loopStep());
        Node result = of(loop.result());
        return run -> {
            var list = range.in(run) instanceof List<?> values ? values : List.of();
            var outer = new HashMap<>(run.variables);
            run.variables.put(loop.accuVar(), start.in(run));
            for (Object value : list) {
                run.variables.put(loop.iterVar(), value);
                if (!Operators.truth(condition.in(run))) {
                    break;
                }
                run.variables.put(loop.accuVar(), step.in(run));
            }
            Object found = result.in(run);
            run.variables.clear();
            run.variables.putAll(outer);
            return found;
        };
    }

    private BadExpression bad(CelExpr part, String message) {
        int at = tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
        return new BadExpression(message, at, at + 1);
    }
}
