package dev.windrose.records.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.windrose.records.Descriptor;

/** Text to checked tree, by the CEL library. */
final class ReadExpression {

    private static final int LONGEST = 5_000;
    private static final int DEEPEST = 60;
    private static final int MOST_PARTS = 600;

    private static final CelCompiler LANGUAGE = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardEnvironmentEnabled(false)
            .setOptions(CelOptions.current()
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(DEEPEST)
                    .maxParseExpressionNodeCount(MOST_PARTS)
                    .build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(Functions.declarations())
            .build();

    private ReadExpression() {}

    static CelAbstractSyntaxTree of(String text, Descriptor type, RecordShapes shapes) throws BadExpression {
        if (text.isBlank()) {
            throw new BadExpression("The expression is empty.", 0, text.length());
        }
        if (text.length() > LONGEST) {
            throw new BadExpression("Longer than %,d characters.".formatted(LONGEST), LONGEST, text.length());
        }
        CelType record = shapes.of(type);
        var explain = new ExplainIssue(text, type, shapes);
        var parsed = checked(LANGUAGE.parse(text), explain);
        new RefuseParts(text, parsed.getSource()).in(parsed.getExpr());
        var rewritten = CelAbstractSyntaxTree.newParsedAst(new Rewrite().of(parsed.getExpr()), parsed.getSource());
        var checker = LANGUAGE.toCheckerBuilder()
                .setTypeProvider(shapes)
                .addVarDeclarations(CelVarDecl.newVarDeclaration(Rewrite.RECORD, record))
                .build();
        return checked(checker.check(rewritten), explain);
    }

    private static CelAbstractSyntaxTree checked(CelValidationResult result, ExplainIssue explain)
            throws BadExpression {
        try {
            if (!result.hasError()) {
                return result.getAst();
            }
        } catch (CelValidationException e) {
            throw new BadExpression("The expression cannot be read.", 0, 1);
        }
        CelIssue first = result.getErrors().getFirst();
        throw explain.of(first, offset(result.getSource(), first));
    }

    private static int offset(CelSource source, CelIssue issue) {
        return source.getLocationOffset(issue.getSourceLocation()).orElse(0);
    }
}
