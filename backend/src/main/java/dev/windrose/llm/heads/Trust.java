package dev.windrose.llm.heads;

/** How often a head has to be right where it speaks, on sentences that it did not learn from. */
public enum Trust {
    /** Enough to choose between values where a rule has found that there is one. */
    FAIR(0.7),
    /** Enough where a wrong guess does little harm. */
    GOOD(0.8),
    /** Enough to write a value that a person sees and can change. */
    HIGH(0.9),
    /** Asked of what ends a sale. */
    FULL(0.95);

    private final double precision;

    Trust(double precision) {
        this.precision = precision;
    }

    public double precision() {
        return precision;
    }
}
