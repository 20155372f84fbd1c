package dev.windrose.context.policy;

import dev.windrose.context.policy.grammar.ReadClause;
import dev.windrose.context.policy.grammar.Vocabulary;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns a clause into rules, with the names that the workspace knows. */
@Component
public class CompileClause {

    /** A longer text is no clause. */
    public static final int LONGEST = 5_000;

    private final KnownNames names;
    private final CelRules cel;

    CompileClause(KnownNames names, CelRules cel) {
        this.names = names;
        this.cel = cel;
    }

    @Transactional(readOnly = true)
    public CompiledClause of(String clause) {
        var compiled = with(clause, names.vocabulary());
        for (var rule : compiled.rules()) {
            var problem = cel.problem(rule.cel());
            if (problem.isPresent()) {
                return new CompiledClause(clause, List.of(), problem.get(), List.of());
            }
        }
        return compiled;
    }

    /** Without a workspace: what the words alone say. */
    public static CompiledClause with(String clause, Vocabulary vocabulary) {
        if (clause.length() > LONGEST) {
            return new CompiledClause(
                    clause, List.of(), "It is longer than %,d characters.".formatted(LONGEST), List.of());
        }
        var read = ReadClause.of(clause, vocabulary);
        return new CompiledClause(
                clause, read.rules().stream().map(PolicyRule::of).toList(), read.why(), read.warnings());
    }
}
