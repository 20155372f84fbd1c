package dev.windrose.crm.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class TimelineTests {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Autowired
    Timelines timelines;

    private RecordWorld world;
    private UUID company;

    @BeforeEach
    void tellAStory() {
        world = RecordWorld.fresh();
        company = on(0, "company", Map.of("name", "Calder Instruments", "customer_state", "exploring"));
        var iris = on(1, "contact", Map.of("name", "Iris Lowe", "company_id", company));
        var deal = on(3, "deal", Map.of("company_id", company, "deal_amount", 500));
        at(4, () -> world.update("deal", deal, Map.of("stage", "proposal")));
        on(5, "objection", Map.of("company_id", company, "category", "price"));
        on(6, "comment", Map.of("record_type", "deal", "record_id", deal.toString(), "body", "Good price?"));
        on(7, "task", Map.of("company_id", company, "title", "Send the offer"));
        at(8, () -> world.update("company", company, Map.of("customer_state", "buying")));
        on(9, "feedback", Map.of("company_id", company, "summary", "Quick answers"));
        at(10, () -> world.update("company", company, Map.of("description", "Makes meters")));
        on(
                11,
                "interaction",
                Map.of(
                        "company_id",
                        company,
                        "interaction_type",
                        "call",
                        "date",
                        "2026-01-07",
                        "contacts",
                        List.of(iris)));
    }

    @Test
    void mergesEverythingNewestFirst() {
        var page = page(Set.of(), null, 50);
        assertThat(page.items())
                .extracting(TimelineItem::kind)
                .containsExactly(
                        "history",
                        "feedback",
                        "state",
                        "task",
                        "comment",
                        "objection",
                        "deal",
                        "deal",
                        "interaction",
                        "history");
        assertThat(page.next()).isNull();
        var call = page.items().get(8);
        assertThat(call.title()).isEqualTo("Call with Iris Lowe");
        assertThat(call.details().get("contacts").toString()).contains("Iris Lowe");
        assertThat(call.by().name()).isEqualTo("Olive Owner");
    }

    @Test
    void pagesWithoutGapOrRepetition() {
        var seen = new ArrayList<UUID>();
        TimelineQuery.Place next = null;
        do {
            var page = page(Set.of(), next, 3);
            page.items().forEach(item -> seen.add(item.id()));
            next = page.next();
        } while (next != null);
        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void showsOnlyTheKindsAskedFor() {
        assertThat(page(Set.of("deal", "task"), null, 50).items())
                .extracting(TimelineItem::kind)
                .containsExactly("task", "deal", "deal");
        assertThatExceptionOfType(AppException.class).isThrownBy(() -> page(Set.of("weather"), null, 50));
    }

    @Test
    void isReadByApiPageByPage() {
        var http = world.workspace().http();
        http.get()
                .uri("/api/v1/companies/" + company + "/timeline?kinds=deal,objection&limit=2")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(2)
                .jsonPath("$.next_cursor")
                .isNotEmpty()
                .jsonPath("$.data[0].kind")
                .isEqualTo("objection");
        http.get()
                .uri("/api/v1/companies/" + UUID.randomUUID() + "/timeline")
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get()
                .uri("/api/v1/companies/" + company + "/timeline?cursor=abc")
                .exchange()
                .expectStatus()
                .isEqualTo(400);
    }

    private Timelines.Page page(Set<String> kinds, TimelineQuery.Place before, int limit) {
        return world.in(() -> timelines.of(new CompanyId(company), kinds, before, limit));
    }

    private UUID on(int day, String type, Map<String, Object> fields) {
        return at(day, () -> world.create(type, fields));
    }

    private static <T, X extends Throwable> T at(int day, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedClock.at(START.plus(Duration.ofDays(day)), work);
    }
}
