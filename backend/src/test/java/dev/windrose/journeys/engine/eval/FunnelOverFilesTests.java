package dev.windrose.journeys.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class FunnelOverFilesTests {

    @TempDir
    Path folder;

    @Test
    void readsEventsInRows() throws IOException {
        var report = run("A,B,C", null, """
                Case ID;Activity;Time
                1;A;2026-01-01T00:00:00Z
                1;B;2026-01-02T00:00:00+02:00
                1;C;2026-01-04T00:00:00Z
                2;b;2026-01-01 00:00
                2;A;2026-01-02 00:00
                3;A;2026-01-02 00:00
                3;B;2026-01-04 00:00
                """);
        assertThat(report.steps()).extracting(FunnelReport.Step::entities).containsExactly(3L, 2L, 1L);
        assertThat(report.steps().get(1).medianDays()).isCloseTo((22 / 24.0 + 2) / 2, within(1e-9));
        assertThat(Files.readAllLines(folder.resolve("out.csv")).getFirst())
                .isEqualTo("step,entities,rate,median_days");
        assertThat(Files.readAllLines(folder.resolve("out.csv")).get(1)).isEqualTo("A,3,1,");
    }

    @Test
    void endsAChainWithTheWindow() throws IOException {
        var csv =
                "user,event,at\n1,A,2026-01-01\n1,B,2026-01-03\n1,A,2026-01-10\n1,B,2026-01-11\n1,C,2026-01-12\n2,A,2026-01-01\n2,B,2026-01-04\n";
        assertThat(run("A,B,C", "2", csv).steps())
                .extracting(FunnelReport.Step::entities)
                .containsExactly(2L, 1L, 1L);
        assertThat(run("A,B,C", "1", csv).steps())
                .extracting(FunnelReport.Step::entities)
                .containsExactly(2L, 1L, 0L);
    }

    @Test
    void readsOneColumnAStage() throws IOException {
        var report = run("signed_up,paid,renewed", null, """
                customer,Signed Up,Paid,Renewed
                a,03/01/2026,20/01/2026,
                b,04/01/2026,02/01/2026,05/02/2026
                c,05/01/2026,,06/02/2026
                """);
        assertThat(report.steps()).extracting(FunnelReport.Step::entities).containsExactly(3L, 2L, 1L);
        assertThat(report.steps().get(1).medianDays()).isEqualTo(17);
        assertThat(report.negative()).containsExactly("b");
        assertThat(report.notes().getFirst()).startsWith("1 entity has a step dated before the one before it");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        var csv = "user,event,at\n1,A,2026-01-01\n";
        assertThatThrownBy(() -> run("X,Y", null, csv)).hasMessageContaining("holds any of the steps [X, Y]");
        assertThatThrownBy(() -> run("A", "soon", csv)).hasMessageContaining("--window is a number of days");
        assertThatThrownBy(() -> run("A", null, "user,event,at\n1,A,yesterday\n"))
                .hasMessageContaining("Which column of data.csv is the time?");
        assertThatThrownBy(() -> EvalFunnel.run("--data", "x.csv", "--steps")).hasMessageContaining("needs a value");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "WINDROSE_CORPORA", matches = ".+", disabledReason = "needs the corpora")
    void tellsTheFunnelOfLeads() throws IOException {
        var folder = corpora().resolve("olist_funnel");
        var report = report(
                folder.resolve("olist_marketing_qualified_leads_dataset.csv") + ","
                        + folder.resolve("olist_closed_deals_dataset.csv"),
                "first_contact_date,won_date");
        assertThat(report.steps()).extracting(FunnelReport.Step::entities).containsExactly(8000L, 842L);
        assertThat(report.steps().get(1).rate()).isEqualTo(0.10525);
        assertThat(report.steps().get(1).medianDays()).isEqualTo(14);
        assertThat(report.negative()).hasSize(1);
        assertThat(report.censored()).isPositive();
        for (var origin : List.of(List.of("paid search", 1586L, 195L), List.of("organic search", 2296L, 271L))) {
            var part = report(
                    folder.resolve("olist_marketing_qualified_leads_dataset.csv") + ","
                            + folder.resolve("olist_closed_deals_dataset.csv"),
                    "first_contact_date[origin=" + origin.getFirst() + "],won_date");
            assertThat(part.steps())
                    .extracting(FunnelReport.Step::entities)
                    .containsExactly((Long) origin.get(1), (Long) origin.get(2));
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "WINDROSE_CORPORA", matches = ".+", disabledReason = "needs the corpora")
    void tellsTheFunnelOfDeals() throws IOException {
        var file =
                corpora().resolve("crm_sales_opportunities/sales_pipeline.csv").toString();
        var won = report(file, "engage_date,close_date[deal_stage=Won]");
        var lost = report(file, "engage_date,close_date[deal_stage=Lost]");
        assertThat(won.steps()).extracting(FunnelReport.Step::entities).containsExactly(8300L, 4238L);
        assertThat(lost.steps().get(1).entities()).isEqualTo(2473);
        assertThat(100.0 * 4238 / (4238 + lost.steps().get(1).entities())).isCloseTo(63.15, within(0.005));
        assertThat(won.steps().get(1).medianDays()).isEqualTo(57);
        assertThat(won.negative()).isEmpty();
        assertThat(won.censored()).isPositive();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "WINDROSE_CORPORA", matches = ".+", disabledReason = "needs the corpora")
    void tellsTheSameOfLoansAsPlainSql() throws IOException, SQLException {
        var file = corpora().resolve("bpic2012_loan_funnel/events.csv.gz").toString();
        var asked = List.of(
                List.of("A_SUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "A_APPROVED"),
                List.of("A_SUBMITTED", "O_SENT", "O_SENT_BACK", "A_ACTIVATED"),
                List.of("O_SELECTED", "O_SENT", "O_SELECTED", "O_SENT"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            connection.createStatement().execute("set timezone = 'UTC'");
            connection
                    .createStatement()
                    .execute(
                            "create table e as select case_id, activity, cast(\"timestamp\" as timestamptz) as ts from read_csv_auto('"
                                    + file + "')");
            for (var steps : asked) {
                for (var window : new double[] {0, 10}) {
                    compare(connection, file, steps, window);
                }
            }
        }
    }

    private void compare(Connection connection, String file, List<String> steps, double window)
            throws IOException, SQLException {
        var out = folder.resolve("out.csv").toString();
        var report = window == 0
                ? EvalFunnel.run("--data", file, "--steps", String.join(",", steps), "--out", out)
                : EvalFunnel.run(
                        "--data",
                        file,
                        "--steps",
                        String.join(",", steps),
                        "--out",
                        out,
                        "--window",
                        String.valueOf(window));
        var counts = new ArrayList<Long>();
        var medians = new ArrayList<Double>();
        try (var rows = connection.createStatement().executeQuery(sql(steps, window))) {
            rows.next();
            for (int i = 1; i <= steps.size(); i++) {
                counts.add(rows.getLong("n" + i));
                medians.add(rows.getDouble("m" + i) / 86_400e6);
            }
        }
        assertThat(report.steps()).extracting(FunnelReport.Step::entities).isEqualTo(counts);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(report.steps().get(i).medianDays()).isCloseTo(medians.get(i), within(1e-6));
        }
    }

    /** Of every first step, when the others were first reached from it; of each case the earliest one that gets furthest. */
    private static String sql(List<String> steps, double window) {
        var sql = new StringBuilder(
                "with c1 as (select case_id, ts as t1 from e where activity = '" + steps.getFirst() + "')");
        for (int i = 2; i <= steps.size(); i++) {
            var limit = window == 0 ? "" : " and e.ts <= c.t1 + interval " + (int) window + " days";
            sql.append(
                    ", c%1$d as (select c.*, (select min(ts) from e where e.case_id = c.case_id and activity = '%2$s' and e.ts >= c.t%3$d%4$s) as t%1$d from c%3$d c)"
                            .formatted(i, steps.get(i - 1), i - 1, limit));
        }
        int n = steps.size();
        sql.append(", best as (select *, row_number() over (partition by case_id order by ");
        for (int i = n; i > 1; i--) {
            sql.append("t%d is null, ".formatted(i));
        }
        sql.append("t1) as place from c%d) select ".formatted(n));
        for (int i = 1; i <= n; i++) {
            sql.append("%2$scount(t%1$d) as n%1$d, median(epoch_us(t%1$d) - epoch_us(t1)) as m%1$d"
                    .formatted(i, i == 1 ? "" : ", "));
        }
        return sql.append(" from best where place = 1").toString();
    }

    private static Path corpora() {
        return Path.of(System.getenv("WINDROSE_CORPORA"));
    }

    private FunnelReport report(String data, String steps) throws IOException {
        return EvalFunnel.run(
                "--data",
                data,
                "--steps",
                steps,
                "--out",
                folder.resolve("out.csv").toString());
    }

    private FunnelReport run(String steps, String window, String csv) throws IOException {
        var data = Files.writeString(folder.resolve("data.csv"), csv).toString();
        var out = folder.resolve("out.csv").toString();
        return window == null
                ? EvalFunnel.run("--data", data, "--steps", steps, "--out", out)
                : EvalFunnel.run("--data", data, "--steps", steps, "--out", out, "--window", window);
    }
}
