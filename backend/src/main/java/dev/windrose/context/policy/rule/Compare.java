package dev.windrose.context.policy.rule;

import java.math.BigDecimal;

/** How a number stands to a bound. */
public enum Compare {
    ABOVE(">"),
    FROM(">="),
    BELOW("<"),
    UP_TO("<=");

    private final String sign;

    Compare(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public boolean holds(BigDecimal value, BigDecimal bound) {
        int order = value.compareTo(bound);
        return switch (this) {
            case ABOVE -> order > 0;
            case FROM -> order >= 0;
            case BELOW -> order < 0;
            case UP_TO -> order <= 0;
        };
    }

    /** A lower bound. */
    public boolean rising() {
        return this == ABOVE || this == FROM;
    }

    public Compare denied() {
        return switch (this) {
            case ABOVE -> UP_TO;
            case FROM -> BELOW;
            case BELOW -> FROM;
            case UP_TO -> ABOVE;
        };
    }
}
