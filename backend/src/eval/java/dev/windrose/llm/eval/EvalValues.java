package dev.windrose.llm.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Prints how many values of each kind are read rightly: those of the list, and the whole corpora beside them. */
public final class EvalValues {

    private record Kind(String file, Pattern pattern, String name, boolean listed, int cases) {}

    private static final class Count {
        int cases;
        int right;
    }

    private EvalValues() {}

    /** Arguments: {@code --corpora FOLDER --kinds FILE [--show KIND]}. */
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(option(arguments, "--corpora", ""));
        var kinds = kinds(Path.of(option(arguments, "--kinds", "")));
        var show = option(arguments, "--show", "-");
        var counts = new LinkedHashMap<Kind, Count>();
        kinds.forEach(kind -> counts.put(kind, new Count()));
        for (var file : kinds.stream().map(Kind::file).distinct().toList()) {
            for (var one : ValueCorpora.of(folder, file)) {
                var kind = kinds.stream()
                        .filter(found -> found.file().equals(file)
                                && found.pattern().matcher(one.key()).find())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No kind for " + one.key() + " of " + file));
                boolean right = ScoreValue.right(kind.name(), one);
                var count = counts.get(kind);
                count.cases++;
                count.right += right ? 1 : 0;
                if (!right && kind.name().equals(show)) {
                    System.out.println(
                            one.key() + "   <- " + one.input() + "   got " + ScoreValue.read(kind.name(), one));
                }
            }
        }
        print(counts);
        System.exit(0);
    }

    private static void print(LinkedHashMap<Kind, Count> counts) {
        var byKind = new LinkedHashMap<String, Count>();
        var listed = new Count();
        var all = new Count();
        counts.forEach((kind, count) -> {
            if (count.cases != kind.cases()) {
                System.out.printf(
                        "%s %s: the list says %d cases, there are %d%n",
                        kind.file(), kind.name(), kind.cases(), count.cases);
            }
            add(byKind.computeIfAbsent((kind.listed() ? "  " : "- ") + kind.name(), _ -> new Count()), count);
            add(all, count);
            if (kind.listed() && !kind.name().equals("price_field")) {
                add(listed, count);
            }
        });
        byKind.forEach((name, count) ->
                System.out.printf("%-24s %5d of %5d  %5.1f %%%n", name, count.right, count.cases, share(count)));
        System.out.printf(
                "%-24s %5d of %5d  %5.1f %%%n", "listed without prices", listed.right, listed.cases, share(listed));
        System.out.printf("%-24s %5d of %5d  %5.1f %%%n", "everything", all.right, all.cases, share(all));
    }

    private static void add(Count to, Count more) {
        to.cases += more.cases;
        to.right += more.right;
    }

    private static double share(Count count) {
        return count.cases == 0 ? 0 : 100.0 * count.right / count.cases;
    }

    private static List<Kind> kinds(Path file) throws IOException {
        var out = new ArrayList<Kind>();
        for (var line : Files.readAllLines(file)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                var parts = line.split("\t", -1);
                out.add(new Kind(
                        parts[0],
                        Pattern.compile(parts[1], Pattern.DOTALL),
                        parts[2],
                        parts[3].equals("yes"),
                        Integer.parseInt(parts[4])));
            }
        }
        return out;
    }

    private static String option(String[] arguments, String name, String otherwise) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        return otherwise;
    }
}
