package dev.windrose.context.policy;

import dev.windrose.context.policy.grammar.Vocabulary;
import org.jspecify.annotations.Nullable;
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
        var problem = problem(compiled);
        return problem == null ? compiled : CompiledClause.text(clause, problem);
    }

    /** What the language of expressions has against the rules. */
    @Nullable
    String problem(CompiledClause compiled) {
        return compiled.rules().stream()
                .flatMap(rule -> cel.problem(rule).stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * A clause of an entry. Where its words alone are no rule, the reading of a model that a person has taken over is.
     *
     * @param details of the entry
     */
    @Transactional(readOnly = true)
    public CompiledClause of(String clause, @Nullable Object details) {
        var compiled = of(clause);
        return compiled.textOnly() ? ModelReading.in(details, compiled) : compiled.confirmed(details);
    }

    /** Without a workspace: what the words alone say. */
    public static CompiledClause with(String clause, Vocabulary vocabulary) {
        if (clause.length() > LONGEST) {
            return CompiledClause.text(clause, "It is longer than %,d characters.".formatted(LONGEST));
        }
        return ReadTwice.of(clause, vocabulary);
    }
}
