package dev.windrose.bench;

import dev.windrose.bench.ServerLog.Statement;
import java.util.Comparator;
import java.util.List;

/** Prints one line a measure, each beside the time that the database server takes for the same statements, and the plan of what misses. */
final class MeasureRows {

    /** Enough to see which step takes the time. */
    private static final int LINES_OF_PLAN = 60;

    private static final int LONGEST_LINE = 220;

    private final ServerLog log;

    MeasureRows(ServerLog log) {
        this.log = log;
    }

    /** How often something is done: to warm up, to be timed, and with the server telling its statements. */
    record Rounds(int warmUp, int timed, int told) {

        static final Rounds MANY = new Rounds(40, 150, 20);
        static final Rounds BRIEF = new Rounds(10, 40, 5);
        static final Rounds FEW = new Rounds(1, 3, 1);
    }

    void head() {
        System.out.println("| Measure | p50 | p95 | Wanted p95 | Statements | In the database | |");
        System.out.println("|---|---|---|---|---|---|---|");
    }

    void row(String name, int wanted, Samples.Work work) throws Exception {
        row(name, wanted, Rounds.MANY, work);
    }

    /**
     * A request that is refused says so instead of ending the run.
     *
     * @param wanted milliseconds; 0 where nothing is wanted
     */
    void row(String name, int wanted, Rounds rounds, Samples.Work work) throws Exception {
        try {
            var ours = Samples.of(rounds.warmUp(), rounds.timed(), work);
            int first = rounds.warmUp() + rounds.timed();
            var statements = log.during(_ -> {
                for (int round = 0; round < rounds.told(); round++) {
                    work.run(first + round);
                }
            });
            print(name, wanted, ours, statements, rounds.told());
            if (misses(wanted, ours)) {
                explain(statements, first + rounds.told(), work);
            }
        } catch (IllegalStateException refused) {
            System.out.println("| %s | %s |".formatted(name, refused.getMessage()));
        }
    }

    /** A line of its own kind. */
    void text(String line) {
        System.out.println(line);
    }

    private static boolean misses(int wanted, Samples ours) {
        return wanted > 0 && ours.millisAt(95) > wanted;
    }

    private static void print(String name, int wanted, Samples ours, List<Statement> statements, int told) {
        double database = statements.stream().mapToDouble(Statement::millis).sum() / told;
        long count = statements.stream().filter(Statement::runs).count();
        System.out.println("| %s | %.1f ms | %.1f ms | %s | %.1f | %.1f ms | %s |"
                .formatted(
                        name,
                        ours.millisAt(50),
                        ours.millisAt(95),
                        wanted == 0 ? "" : wanted + " ms",
                        count / (double) told,
                        database,
                        misses(wanted, ours) ? "miss" : ""));
    }

    private void explain(List<Statement> statements, int round, Samples.Work work) throws Exception {
        var longest = statements.stream()
                .filter(Statement::runs)
                .max(Comparator.comparingDouble(Statement::millis))
                .orElse(null);
        if (longest == null) {
            return;
        }
        System.out.println("  longest statement: %.1f ms".formatted(longest.millis()));
        var plan = log.plan(longest.millis(), _ -> work.run(round));
        (plan.isEmpty() ? longest.text().lines().toList() : plan)
                .stream()
                        .limit(LINES_OF_PLAN)
                        .forEach(line ->
                                System.out.println("    " + line.substring(0, Math.min(LONGEST_LINE, line.length()))));
    }
}
