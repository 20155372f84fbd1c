package dev.windrose.records.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Brings a parsed expression into the form that is checked: whole numbers become numbers, since there is one kind of them; {@code null} becomes
 * a call that fits every kind; a bare name becomes a field of the record.
 */
final class Rewrite {

    static final String RECORD = "@record";
    private static final long RECORD_IDS = 1_000_000;

    private final Deque<String> variables = new ArrayDeque<>();

    CelExpr of(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part);
            case IDENT -> variables.contains(part.ident().name()) ? part : field(part);
            case SELECT ->
                CelExpr.ofSelect(
                        part.id(),
                        of(part.select().operand()),
                        part.select().field(),
                        part.select().testOnly());
            case CALL ->
                CelExpr.ofCall(
                        part.id(),
                        part.call().target().map(this::of),
                        part.call().function(),
                        all(part.call().args()));
            case LIST ->
                CelExpr.ofList(
                        part.id(), all(part.list().elements()), part.list().optionalIndices());
            case COMPREHENSION -> comprehension(part);
            case STRUCT, MAP, NOT_SET -> part;
        };
    }

    private static CelExpr field(CelExpr part) {
        return CelExpr.ofSelect(
                part.id(),
                CelExpr.ofIdent(RECORD_IDS + part.id(), RECORD),
                part.ident().name(),
                false);
    }

    private static CelExpr constant(CelExpr part) {
        return switch (part.constant().getKind()) {
            case INT64_VALUE ->
                CelExpr.ofConstant(
                        part.id(), CelConstant.ofValue((double) part.constant().int64Value()));
            case UINT64_VALUE ->
                CelExpr.ofConstant(
                        part.id(),
                        CelConstant.ofValue(part.constant().uint64Value().doubleValue()));
            case NULL_VALUE -> CelExpr.ofCall(part.id(), Optional.empty(), Operators.EMPTY, ImmutableList.of());
            default -> part;
        };
    }

    private CelExpr comprehension(CelExpr part) {
        var loop = part.comprehension();
        var range = of(loop.iterRange());
        var start = of(loop.accuInit());
        variables.push(loop.accuVar());
        var result = of(loop.result());
        variables.push(loop.iterVar());
        var rewritten = CelExpr.ofComprehension(
                part.id(),
                loop.iterVar(),
                range,
                loop.accuVar(),
                start,
                of(loop.loopCondition()),
                of(loop.loopStep()),
                result);
        variables.pop();
        variables.pop();
        return rewritten;
    }

    private ImmutableList<CelExpr> all(ImmutableList<CelExpr> parts) {
        return parts.stream().map(this::of).collect(ImmutableList.toImmutableList());
    }
}
