package dev.windrose.journeys.engine.eval;

import dev.windrose.journeys.engine.attribution.Credit;
import dev.windrose.journeys.engine.attribution.MarkovChain;
import dev.windrose.journeys.engine.attribution.PathWeights;
import dev.windrose.journeys.engine.attribution.Paths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Shares the conversions of a file of paths, or of touches, among channels by every model, and writes what each is given. */
public final class EvalAttribution {

    private static final String USAGE = """
            Usage: ./windrose eval attribution --data FILE --out FILE.csv [--orders 1,2,3]
                [--path COL | --entity COL --time COL --channel COL] [--conversions COL] [--value COL] [--nulls COL]""";

    private EvalAttribution() {}

    public static void main(String[] args) throws IOException {
        try {
            run(args);
        } catch (Unusable e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static void run(String... args) throws IOException {
        var options = Options.of(
                args,
                Set.of("data", "out", "orders", "path", "entity", "time", "channel", "conversions", "value", "nulls"),
                USAGE);
        var paths = new ReadPaths(CsvTable.read(options.path("data")), options).read();
        var lines = new ArrayList<String>();
        lines.add("channel,model,conversions,value");
        credits(paths, orders(options))
                .forEach((model, credits) -> credits.forEach(credit -> lines.add("%s,%s,%s,%s"
                        .formatted(quoted(credit.channel()), model, credit.conversions(), credit.value()))));
        write(options.path("out"), lines);
    }

    static Map<String, List<Credit>> credits(Paths paths, List<Integer> orders) {
        var credits = new LinkedHashMap<String, List<Credit>>();
        for (var weights : PathWeights.values()) {
            credits.put(weights.name().toLowerCase(Locale.ROOT), weights.credit(paths));
        }
        for (int order : orders) {
            credits.put("markov_" + order, new MarkovChain(paths, order).credit());
        }
        return credits;
    }

    private static List<Integer> orders(Options options) {
        try {
            return java.util.Arrays.stream(options.get("orders").orElse("1,2,3").split(","))
                    .map(order -> Integer.valueOf(order.strip()))
                    .toList();
        } catch (NumberFormatException e) {
            throw new Unusable("The option --orders is a list of numbers such as 1,2,3.");
        }
    }

    static String quoted(String cell) {
        return cell.matches("[^\",\\n;]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    static void write(Path out, List<String> lines) throws IOException {
        if (out.toAbsolutePath().getParent() != null) {
            Files.createDirectories(out.toAbsolutePath().getParent());
        }
        Files.write(out, lines);
    }
}
