package dev.windrose.records.expression;

import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, evaluated when they are asked for. */
final class Arguments {

    final Run run;
    private final List<Node> nodes;
    private final @Nullable Object[] values;
    private final boolean[] known;

    Arguments(Run run, List<Node> nodes) {
        this.run = run;
        this.nodes = nodes;
        this.values = new Object[nodes.size()];
        this.known = new boolean[nodes.size()];
    }

    int count() {
        return nodes.size();
    }

    @Nullable
    Object get(int at) {
        if (!known[at]) {
            values[at] = nodes.get(at).in(run);
            known[at] = true;
        }
        return values[at];
    }

    /** As {@link #get}, but empty also where there is no answer. */
    @Nullable
    Object orEmpty(int at) {
        try {
            return get(at);
        } catch (Unanswered none) {
            return null;
        }
    }

    boolean anyEmpty() {
        for (int at = 0; at < nodes.size(); at++) {
            if (get(at) == null) {
                return true;
            }
        }
        return false;
    }

    Object some(int at) {
        return Objects.requireNonNull(get(at));
    }

    String text(int at) {
        return (String) some(at);
    }

    BigDecimal number(int at) {
        return (BigDecimal) some(at);
    }

    int integer(int at) {
        var number = number(at);
        if (number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new Unanswered("%s is too large here.".formatted(Texts.shown(number)));
        }
        return number.intValue();
    }

    Money money(int at) {
        return (Money) some(at);
    }
}
