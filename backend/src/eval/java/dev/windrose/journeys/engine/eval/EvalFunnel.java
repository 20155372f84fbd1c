package dev.windrose.journeys.engine.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How many entities of a file got through steps, and how long they took. */
public final class EvalFunnel {

    private static final Pattern COMMA = Pattern.compile(",(?![^\\[]*])");
    private static final String USAGE = """
            Usage: ./windrose eval funnel --data FILE[,FILE] --steps A,B,C --out FILE.csv
                [--entity COL] [--type COL] [--time COL] [--window DAYS] [--median start|previous]
            A step is a value of the column of types, or a column with the date of a stage, as in won_date or close_date[deal_stage=Won].""";

    private EvalFunnel() {}

    public static void main(String[] args) throws IOException {
        try {
            run(args).notes().forEach(System.err::println);
        } catch (Unusable e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static FunnelReport run(String... args) throws IOException {
        var options =
                Options.of(args, Set.of("data", "out", "steps", "entity", "type", "time", "window", "median"), USAGE);
        var report = report(options);
        var lines = new ArrayList<String>();
        lines.add("step,entities,rate,median_days");
        report.steps()
                .forEach(step -> lines.add("%s,%d,%s,%s"
                        .formatted(
                                EvalAttribution.quoted(step.name()),
                                step.entities(),
                                number(step.rate()),
                                step == report.steps().getFirst() || Double.isNaN(step.medianDays())
                                        ? ""
                                        : number(step.medianDays()))));
        EvalAttribution.write(options.path("out"), lines);
        return report;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.8f", value).replaceFirst("\\.?0+$", "");
    }

    private static FunnelReport report(Options options) throws IOException {
        var steps = steps(options);
        double window = window(options.get("window"));
        boolean fromPrevious = options.get("median").filter("previous"::equals).isPresent();
        var tables = new ArrayList<CsvTable>();
        for (var file : options.values().get("data").split(",")) {
            tables.add(CsvTable.read(Path.of(file.strip())));
        }
        var entities = new EntityColumn(options.get("entity"), tables);
        var wide = new StageDates(tables, entities);
        if (options.get("type").isEmpty() && wide.fits(steps)) {
            return wide.funnel(steps, window, fromPrevious);
        }
        if (tables.size() > 1) {
            throw new Unusable("Of several files each step has to be a column; " + steps + " are not.");
        }
        return new EventRows(tables.getFirst(), options, entities).funnel(steps, window, fromPrevious);
    }

    private static List<String> steps(Options options) {
        var steps = Arrays.stream(COMMA.split(options.get("steps").orElse("")))
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .toList();
        if (steps.isEmpty() || steps.size() > 30) {
            throw new Unusable("A funnel has one to 30 steps. Which? Give --steps A,B,C.\n" + USAGE);
        }
        return steps;
    }

    private static double window(Optional<String> days) {
        try {
            double window = days.map(Double::parseDouble).orElse(Double.MAX_VALUE);
            if (window > 0) {
                return window;
            }
        } catch (NumberFormatException e) {
            throw new Unusable("The option --window is a number of days, not \"" + days.orElse("") + "\".");
        }
        throw new Unusable("The option --window is a number of days above 0.");
    }
}
