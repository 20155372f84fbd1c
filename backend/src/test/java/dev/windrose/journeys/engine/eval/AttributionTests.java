package dev.windrose.journeys.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.windrose.journeys.engine.attribution.Credit;
import dev.windrose.journeys.engine.attribution.MarkovChain;
import dev.windrose.journeys.engine.attribution.Paths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTests {

    @TempDir
    Path folder;

    private record Row(List<String> path, double conversions, double value, double nulls) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void agreesWithTheSolutionOfTheMatrix(int order) {
        for (int seed = 0; seed < 10; seed++) {
            compare(randomRows(new Random(seed), 60, 5, 7), order, 1e-9);
        }
    }

    @Test
    void sharesOnePathAsEachRuleSays() throws IOException {
        var out = run("path,total_conversions,total_conversion_value,total_null\na > b > c > a,10,100,0\n");
        assertThat(out.get("first").get("a")).containsExactly(10, 100);
        assertThat(out.get("last").get("a")).containsExactly(10, 100);
        assertThat(out.get("linear").get("a")).containsExactly(new double[] {5, 50}, within(1e-9));
        assertThat(out.get("position").get("a")).containsExactly(new double[] {8, 80}, within(1e-9));
        assertThat(out.get("position").get("b")).containsExactly(new double[] {1, 10}, within(1e-9));
        assertThat(out.get("time_decay").get("c"))
                .containsExactly(new double[] {10 * 4 / 15.0, 100 * 4 / 15.0}, within(1e-9));
        assertThat(out.get("markov_1").get("b")[0]).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void readsTouchesInRowsToo() throws IOException {
        var out = run("""
                Visitor;Touch Time;Channel;Converted;Revenue
                v1;2026-01-02 10:00;mail;no;
                v1;2026-01-01 10:00;"search; paid";no;
                v1;2026-01-03 10:00;call;yes;12,5
                v2;2026-01-01 10:00;mail;no;
                """);
        assertThat(out.get("first").get("search; paid")).containsExactly(1, 12.5);
        assertThat(out.get("last").get("call")).containsExactly(1, 12.5);
        assertThat(out.get("linear").get("mail")[0]).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void readsOneRowAPathThatSaysYesOrNo() throws IOException {
        var out = run("channel path\tconverted\na -> b\t1\na\t0\nb\t1\n");
        assertThat(out.get("first").get("a")[0]).isEqualTo(1);
        assertThat(out.get("markov_1").get("b")[0])
                .isGreaterThan(out.get("markov_1").get("a")[0]);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        var file = Files.writeString(folder.resolve("wrong.csv"), "path,conversions\na > b,many\n");
        assertThatThrownBy(() -> EvalAttribution.run(
                        "--data", file.toString(), "--out", folder.resolve("o").toString()))
                .hasMessage("Line 2 of wrong.csv: \"many\" in column conversions is no number.");
        var none = Files.writeString(folder.resolve("none.csv"), "name,size\nx,1\n");
        assertThatThrownBy(() -> EvalAttribution.run(
                        "--data", none.toString(), "--out", folder.resolve("o").toString()))
                .hasMessageContaining("No column of none.csv holds paths");
        assertThatThrownBy(() -> EvalAttribution.run("--data", "nowhere.csv", "--out", "o"))
                .hasMessageContaining("There is no file");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "WINDROSE_CORPORA", matches = ".+", disabledReason = "needs the corpora")
    void equalsThePublishedFigures() throws IOException {
        var corpus = Path.of(System.getenv("WINDROSE_CORPORA"), "channel_attribution");
        var out = run(Files.readString(corpus.resolve("path_data.csv")));
        for (var line : Files.readAllLines(corpus.resolve("expected_heuristic_models.csv")).stream()
                .skip(1)
                .toList()) {
            var cells = line.split(",");
            var models = List.of("first", "last", "linear");
            for (int i = 0; i < models.size(); i++) {
                var credit = out.get(models.get(i)).get(cells[0]);
                assertThat(credit[0]).isCloseTo(Double.parseDouble(cells[1 + 2 * i]), within(1e-6));
                assertThat(credit[1]).isCloseTo(Double.parseDouble(cells[2 + 2 * i]), within(1e-6));
            }
        }
        for (var line : Files.readAllLines(corpus.resolve("expected_exact_markov_order1_with_null.csv")).stream()
                .skip(1)
                .toList()) {
            var cells = line.split(",");
            assertThat(out.get("markov_1").get(cells[0])[0]).isCloseTo(Double.parseDouble(cells[2]), within(1e-5));
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "WINDROSE_CORPORA", matches = ".+", disabledReason = "needs the corpora")
    void holdsWithOtherNamesAndFewerPaths() throws IOException {
        var corpus = Path.of(System.getenv("WINDROSE_CORPORA"), "channel_attribution", "path_data.csv");
        var table = CsvTable.read(corpus);
        for (int seed = 0; seed < 3; seed++) {
            var random = new Random(seed);
            var names = new ArrayList<>(List.of(
                    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
                    "mi"));
            var others = new ArrayList<>(names);
            Collections.shuffle(others, random);
            var rows = new ArrayList<Row>();
            for (var row : table.rows()) {
                if (random.nextInt(3) > 0) {
                    var path = Arrays.stream(row.get(0).split(" > "))
                            .map(name -> others.get(names.indexOf(name)))
                            .toList();
                    rows.add(new Row(
                            path,
                            Double.parseDouble(row.get(1)),
                            Double.parseDouble(row.get(2)),
                            Double.parseDouble(row.get(3))));
                }
            }
            compare(rows, 1, 1e-8);
            compare(rows, 2, 1e-8);
        }
    }

    private static List<Row> randomRows(Random random, int count, int channels, int longest) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < count; i++) {
            var path = new ArrayList<String>();
            for (int j = random.nextInt(longest) + 1; j > 0; j--) {
                path.add("c" + random.nextInt(channels));
            }
            int conversions = random.nextInt(4);
            rows.add(new Row(
                    path,
                    conversions,
                    conversions * random.nextInt(1000) / 7.0,
                    random.nextInt(5) + (conversions == 0 ? 1 : 0)));
        }
        return rows;
    }

    private static void compare(List<Row> rows, int order, double tolerance) {
        var paths = new Paths();
        rows.forEach(row -> paths.add(row.path(), row.conversions(), row.value(), row.nulls()));
        var expected = new Matrix(rows, order).credit();
        for (Credit credit : new MarkovChain(paths, order).credit()) {
            assertThat(credit.conversions())
                    .isCloseTo(
                            expected.get(credit.channel())[0],
                            within(tolerance * (1 + expected.get(credit.channel())[0])));
            assertThat(credit.value())
                    .isCloseTo(
                            expected.get(credit.channel())[1],
                            within(tolerance * (1 + expected.get(credit.channel())[1])));
        }
    }

    /** The plain way: the absorbing chain as one matrix, solved by elimination, once for each channel left out. */
    private record Matrix(List<Row> rows, int order) {

        Map<String, double[]> credit() {
            double all = 0;
            double worth = 0;
            var channels = new LinkedHashSet<String>();
            for (var row : rows) {
                all += row.conversions();
                worth += row.value();
                channels.addAll(row.path());
            }
            var whole = solve(null);
            var losses = new HashMap<String, double[]>();
            var sum = new double[2];
            for (var channel : channels) {
                var left = solve(channel);
                var loss = new double[] {1 - left[0] / whole[0], 1 - left[1] / whole[1]};
                losses.put(channel, loss);
                sum[0] += loss[0];
                sum[1] += loss[1];
            }
            for (var loss : losses.values()) {
                loss[0] *= all / sum[0];
                loss[1] *= worth / sum[1];
            }
            return losses;
        }

        private double[] solve(String without) {
            var states = new ArrayList<String>(List.of(""));
            var counts = new HashMap<String, Double>();
            var often = new HashMap<String, Double>();
            var ends = new HashMap<String, double[]>();
            for (var row : rows) {
                double weight = row.conversions() + row.nulls();
                var state = "";
                for (int i = 0; i < row.path().size(); i++) {
                    var next = String.join(">", row.path().subList(Math.max(0, i + 1 - order), i + 1));
                    often.merge(state, weight, Double::sum);
                    if (!row.path().get(i).equals(without)) {
                        counts.merge(state + " " + next, weight, Double::sum);
                    }
                    if (!states.contains(next)) {
                        states.add(next);
                    }
                    state = next;
                }
                often.merge(state, weight, Double::sum);
                var end = ends.computeIfAbsent(state, _ -> new double[2]);
                end[0] += row.conversions();
                end[1] += row.value();
            }
            return eliminate(states, counts, often, ends);
        }

        private static double[] eliminate(
                List<String> states,
                Map<String, Double> counts,
                Map<String, Double> often,
                Map<String, double[]> ends) {
            int n = states.size();
            var a = new double[n][n + 2];
            for (int i = 0; i < n; i++) {
                a[i][i] = 1;
                double total = often.getOrDefault(states.get(i), 1.0);
                for (int j = 0; j < n; j++) {
                    a[i][j] -= counts.getOrDefault(states.get(i) + " " + states.get(j), 0.0) / total;
                }
                var end = ends.getOrDefault(states.get(i), new double[2]);
                a[i][n] = end[0] / total;
                a[i][n + 1] = end[1] / total;
            }
            for (int p = 0; p < n; p++) {
                int pivot = p;
                for (int r = p + 1; r < n; r++) {
                    pivot = Math.abs(a[r][p]) > Math.abs(a[pivot][p]) ? r : pivot;
                }
                var swapped = a[p];
                a[p] = a[pivot];
                a[pivot] = swapped;
                for (int r = 0; r < n; r++) {
                    double factor = r == p ? 0 : a[r][p] / a[p][p];
                    for (int c = p; factor != 0 && c < n + 2; c++) {
                        a[r][c] -= factor * a[p][c];
                    }
                }
            }
            return new double[] {a[0][n] / a[0][0], a[0][n + 1] / a[0][0]};
        }
    }

    private Map<String, Map<String, double[]>> run(String csv) throws IOException {
        var data = Files.writeString(folder.resolve("data.csv"), csv);
        var out = folder.resolve("out.csv");
        EvalAttribution.run("--data", data.toString(), "--out", out.toString());
        var table = CsvTable.read(out);
        assertThat(table.header()).containsExactly("channel", "model", "conversions", "value");
        var found = new HashMap<String, Map<String, double[]>>();
        for (var row : table.rows()) {
            found.computeIfAbsent(row.get(1), _ -> new HashMap<>())
                    .put(row.get(0), new double[] {Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3))});
        }
        return found;
    }
}
