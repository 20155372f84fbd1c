package dev.windrose.journeys.engine.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.journeys.engine.fold.FunnelShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each kind of question beside the statement that was read and agreed on. {@code -Dwindrose.docs=write} writes them anew. */
class ClickHouseSqlTests {

    private static final Path GOLDEN = Path.of("src/test/fixtures/journeys/clickhouse");
    private static final JourneyQuery.Scope SCOPE = new JourneyQuery.Scope(
            Grain.PERSON,
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-04-01T00:00:00Z"),
            Condition.ANY.and(Dimension.COUNTRY, "DE", "L'Aquila").andNot(Dimension.CHANNEL, ""));
    private static final List<Condition> STEPS = List.of(
            Condition.kind("visit"), Condition.kind("signup").and(Dimension.CHANNEL, "mail"), Condition.kind("paid"));

    private static JourneyQuery.Funnel funnel(FunnelShape.Order order, List<Dimension> breakdown, boolean times) {
        return new JourneyQuery.Funnel(SCOPE, STEPS, order, Duration.ofDays(30), List.of(), breakdown, times);
    }

    private static Map<String, JourneyQuery> questions() {
        var berlin = ZoneId.of("Europe/Berlin");
        var plain = funnel(FunnelShape.Order.ORDERED, List.of(), false);
        var series = new JourneyQuery.Series(
                SCOPE, Condition.kind("paid"), Buckets.Unit.WEEK, berlin, List.of(Dimension.SEGMENT));
        var all = new LinkedHashMap<String, JourneyQuery>();
        all.put("funnel", plain);
        all.put("funnel-by", funnel(FunnelShape.Order.ORDERED, List.of(Dimension.CHANNEL, Dimension.SEGMENT), true));
        all.put("funnel-strict", funnel(FunnelShape.Order.STRICT, List.of(), true));
        all.put("funnel-unordered", funnel(FunnelShape.Order.UNORDERED, List.of(Dimension.CHANNEL), false));
        all.put("drop-offs", new JourneyQuery.DropOffs(plain, 2, 100));
        all.put(
                "retention",
                new JourneyQuery.Retention(SCOPE, Condition.kind("signup"), Condition.ANY, Buckets.Unit.MONTH, berlin));
        all.put(
                "paths-after",
                new JourneyQuery.PathsFrom(SCOPE, Condition.kind("visit"), Dimension.KIND, 4, false, 20));
        all.put(
                "paths-before",
                new JourneyQuery.PathsFrom(SCOPE, Condition.kind("paid"), Dimension.CHANNEL, 3, true, 20));
        all.put(
                "attribution",
                new JourneyQuery.Attribution(
                        SCOPE,
                        Condition.ANY,
                        Condition.kind("paid"),
                        Dimension.CHANNEL,
                        Duration.ofDays(90),
                        Duration.ofDays(7),
                        List.of(1)));
        all.put("series", series);
        all.put(
                "comparison",
                new JourneyQuery.Comparison(
                        series, Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-04-01T00:00:00Z")));
        return all;
    }

    @Test
    void writesEachKindOfQuestion() throws IOException {
        var sql = new ClickHouseSql(new UUID(1, 2));
        for (var question : questions().entrySet()) {
            var written = String.join(";\n\n", sql.of(question.getValue())) + "\n";
            var file = GOLDEN.resolve(question.getKey() + ".sql");
            if ("write".equals(System.getProperty("windrose.docs"))) {
                Files.createDirectories(GOLDEN);
                Files.writeString(file, written);
            }
            assertThat(written).as(question.getKey()).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void closesEveryBracketAndText() throws IOException {
        var sql = new ClickHouseSql(new UUID(1, 2));
        for (var question : questions().values()) {
            for (var statement : sql.of(question)) {
                var bare = statement.replaceAll("'(?:[^'\\\\]|\\\\.)*'", "''");
                assertThat(bare.chars().filter(c -> c == '(').count())
                        .isEqualTo(bare.chars().filter(c -> c == ')').count());
                assertThat(bare).doesNotContain("Aquila");
            }
        }
    }

    @Test
    void refusesWhatItCannotSayExactly() {
        var query = new JourneyQuery.Funnel(
                SCOPE,
                STEPS,
                FunnelShape.Order.ORDERED,
                null,
                List.of(new JourneyQuery.Exclusion(Condition.kind("left"), 1)),
                List.of(),
                false);
        assertThatThrownBy(() -> new ClickHouseSql(new UUID(1, 2)).of(query)).hasMessageContaining("exclusions");
    }
}
