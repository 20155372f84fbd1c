package dev.windrose.records.expression;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;

/** Refuses what the library reads but no formula needs: maps, structures, bytes, places in lists. */
final class RefuseParts {

    private final String text;
    private final CelSource source;

    RefuseParts(String text, CelSource source) {
        this.text = text;
        this.source = source;
    }

    void in(CelExpr part) throws BadExpression {
        switch (part.getKind()) {
            case CONSTANT -> {
                if (part.constant().getKind() == CelConstant.Kind.BYTES_VALUE) {
                    throw refused(part, "Bytes cannot be used here.");
                }
            }
            case SELECT -> in(part.select().operand());
            case CALL -> call(part);
            case LIST -> all(part.list().elements());
            case COMPREHENSION -> {
                var loop = part.comprehension();
                in(loop.iterRange());
                in(loop.loopStep());
                in(loop.result());
            }
            case STRUCT, MAP -> throw refused(part, "Maps and structures cannot be used here.");
            case IDENT, NOT_SET -> {}
        }
    }

    private void call(CelExpr part) throws BadExpression {
        String name = part.call().function();
        if (name.equals("_[_]")) {
            throw refused(part, "A place in a list cannot be read. Use \"in\", size() or exists().");
        }
        if (part.call().target().isPresent()) {
            in(part.call().target().get());
        }
        all(part.call().args());
    }

    private void all(Iterable<CelExpr> parts) throws BadExpression {
        for (var part : parts) {
            in(part);
        }
    }

    private BadExpression refused(CelExpr part, String message) {
        int at = source.getPositionsMap().getOrDefault(part.id(), 0);
        return new BadExpression(message, at, Math.min(at + 1, text.length()));
    }
}
