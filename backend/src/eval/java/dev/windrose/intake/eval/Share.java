package dev.windrose.intake.eval;

/** How many of the expected were produced, and how many of the produced are right. */
record Share(int right, int produced, int expected) {

    static final Share NONE = new Share(0, 0, 0);

    Share plus(Share other) {
        return new Share(right + other.right, produced + other.produced, expected + other.expected);
    }

    double precision() {
        return produced > 0 ? (double) right / produced : expected > 0 ? 0 : 1;
    }

    double recall() {
        return expected > 0 ? (double) right / expected : produced > 0 ? 0 : 1;
    }

    double f1() {
        double sum = precision() + recall();
        return sum > 0 ? 2 * precision() * recall() / sum : 0;
    }
}
