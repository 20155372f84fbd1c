package dev.windrose.records.duplicates.matching;

/** How often the values of a kind agree where rows tell of one thing, before the list itself has said so; and how common a value is. */
final class Expectations {

    private Expectations() {}

    /** By agreement: same, near, close, partly, different. */
    static double[] matching(ColumnKind kind) {
        return switch (kind) {
            case NAME -> new double[] {.66, .16, .09, .04, .05};
            case ADDRESS -> new double[] {.45, .25, .14, .08, .08};
            case PHONE -> new double[] {.8, .06, .02, .02, .1};
            case EMAIL -> new double[] {.75, .1, .05, .03, .07};
            case WEB -> new double[] {.8, .06, .03, .02, .09};
            case DATE -> new double[] {.8, .1, .04, .02, .04};
            case NUMBER -> new double[] {.6, .1, .08, .07, .15};
            case CODE -> new double[] {.8, .1, .03, .02, .05};
            case CATEGORY -> new double[] {.6, .05, .06, .06, .23};
            case TEXT -> new double[] {.3, .15, .2, .2, .15};
        };
    }

    /** How often two values agree by chance, the same ones aside. */
    static double[] chance(ColumnKind kind) {
        return switch (kind) {
            case NAME -> new double[] {1e-4, 4e-4, 2e-3, 1.5e-2, .98};
            case ADDRESS -> new double[] {1e-4, 3e-4, 1e-3, 8e-3, .99};
            case PHONE -> new double[] {1e-6, 2e-5, 1e-4, 3e-3, .996};
            case EMAIL -> new double[] {1e-6, 5e-6, 3e-5, 4e-3, .995};
            case WEB -> new double[] {1e-5, 2e-5, 1e-4, 1e-3, .998};
            case DATE -> new double[] {1e-4, 2e-3, 5e-3, 3e-2, .96};
            case NUMBER -> new double[] {1e-2, 3e-2, 8e-2, .18, .7};
            case CODE -> new double[] {1e-4, 2e-3, 5e-3, 2e-2, .97};
            case CATEGORY -> new double[] {5e-2, 2e-2, 3e-2, 5e-2, .85};
            case TEXT -> new double[] {1e-4, 1e-3, 1e-2, .1, .88};
        };
    }

    /** How common one value is among all there are in the world, not only in this list. */
    static double common(ColumnKind kind) {
        return switch (kind) {
            case NAME -> 1e-3;
            case ADDRESS -> 1e-4;
            case PHONE, EMAIL -> 1e-6;
            case WEB -> 1e-5;
            case DATE -> 1e-4;
            case CODE -> 1e-3;
            case NUMBER -> 1e-2;
            case CATEGORY -> 5e-2;
            case TEXT -> 1e-6;
        };
    }
}
