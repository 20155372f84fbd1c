package dev.windrose.context.policy.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules come to for some facts. */
public sealed interface Verdict {

    Allow ALLOW = new Allow();
    Refuse REFUSE = new Refuse();

    /** Nothing is asked. */
    record Allow() implements Verdict {}

    /** All of these approve, in this order where it is said. */
    record Approval(List<String> by) implements Verdict {}

    /** Prohibited. */
    record Refuse() implements Verdict {}

    /** @param what floor_unit_price or percent_off */
    record Price(BigDecimal price, String what, @Nullable String currency) implements Verdict {}

    /** Who gets it. */
    record Route(String to) implements Verdict {}

    /** Fields that are not filled. */
    record Missing(Set<String> needs) implements Verdict {}

    /** Facts that are not known, or cannot be compared, and could change the outcome. */
    record Unknown(Set<String> needs) implements Verdict {}

    default String wire() {
        return switch (this) {
            case Allow _ -> "allow";
            case Approval _ -> "approval";
            case Refuse _ -> "refuse";
            case Price _ -> "price";
            case Route _ -> "route";
            case Missing _ -> "missing";
            case Unknown _ -> "unknown";
        };
    }
}
