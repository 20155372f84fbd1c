package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One statement of a clause while it is read. */
final class Draft {

    final List<Chunk> chunks;
    /** Conditions that all hold, and those that are the exception, and those that alone are allowed. */
    final List<Condition> main = new ArrayList<>();

    final List<Condition> except = new ArrayList<>();
    final List<Condition> only = new ArrayList<>();
    final List<String> roles = new ArrayList<>();
    final List<String> exceptRoles = new ArrayList<>();
    final Set<String> fields = new LinkedHashSet<>();
    final Set<Kind> marks = EnumSet.noneOf(Kind.class);
    final Set<Fact> own = new TreeSet<>();
    final List<Exact> exact = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    /** Facts that are named without a number. */
    final Set<Fact> nouns = new LinkedHashSet<>();

    final Set<String> acts = new LinkedHashSet<>();
    /** A bound that is allowed was read as a limit. */
    boolean capped;

    boolean explicit;
    boolean alternatives;
    boolean ordered;
    /** Approving is what is done, not what is needed. */
    boolean verb;

    @Nullable
    String rel;

    @Nullable
    String other;

    @Nullable
    String problem;

    @Nullable
    String actor;

    /** A number that is not compared. */
    record Exact(Fact fact, BigDecimal value, @Nullable String currency) {}

    Draft(List<Chunk> chunks) {
        this.chunks = List.copyOf(chunks);
        for (var chunk : chunks) {
            marks.add(chunk.kind());
        }
    }

    boolean has(Kind... kinds) {
        for (var kind : kinds) {
            if (marks.contains(kind)) {
                return true;
            }
        }
        return false;
    }

    int start() {
        return chunks.stream()
                .filter(chunk -> !chunk.is(Kind.COMMA, Kind.AND, Kind.OR, Kind.COLON))
                .findFirst()
                .orElse(chunks.getFirst())
                .start();
    }

    int end() {
        return chunks.stream().mapToInt(Chunk::end).max().orElse(start());
    }

    void fails(String why) {
        if (problem == null) {
            problem = why;
        }
    }

    int index(Kind kind, int from) {
        for (int i = from; i < chunks.size(); i++) {
            if (chunks.get(i).is(kind)) {
                return i;
            }
        }
        return -1;
    }
}
