package dev.windrose.records.currency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

@WindroseTest
class ExchangeRateTests {

    private static final String RATES = "/api/v1/exchange-rates";

    @Test
    void holdFromTheirDayOn() {
        var world = RecordWorld.fresh();
        world.workspace()
                .http()
                .put()
                .uri(RATES)
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"rates": [{"currency": "eur", "day": "2026-01-01", "rate": 1.2}, {"currency": "EUR", "day": "2026-02-01", "rate": 1.3}]}""")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rates.length()")
                .isEqualTo(2);
        var rates = Workspaces.bean(ExchangeRates.class);
        world.in(() -> {
            assertThat(rates.on(LocalDate.parse("2026-01-31"))).containsEntry("EUR", new BigDecimal("1.2"));
            assertThat(rates.on(LocalDate.parse("2026-02-01"))).containsEntry("EUR", new BigDecimal("1.3"));
            assertThat(rates.on(LocalDate.parse("2025-12-31"))).doesNotContainKey("EUR");
            return null;
        });
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
        var world = RecordWorld.fresh();
        for (String rate : new String[] {
            "{\"currency\": \"XXQ\", \"rate\": 1}",
            "{\"currency\": \"EUR\", \"rate\": 0}",
            "{\"currency\": \"USD\", \"rate\": 1}"
        }) {
            world.workspace()
                    .http()
                    .put()
                    .uri(RATES)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"rates\": [%s]}".formatted(rate))
                    .exchange()
                    .expectStatus()
                    .is4xxClientError();
        }
        world.workspace()
                .httpAs(Role.MANAGER)
                .put()
                .uri(RATES)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"rates\": [{\"currency\": \"EUR\", \"rate\": 1.1}]}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void makeTotalsOfListsOneAmount() {
        var world = RecordWorld.fresh();
        world.create("deal", Map.of("stage", "proposal", "deal_amount", 100, "deal_amount_currency", "USD"));
        world.create("deal", Map.of("stage", "proposal", "deal_amount", 200, "deal_amount_currency", "EUR"));
        world.in(() -> Workspaces.bean(ExchangeRates.class)
                .set(List.of(
                        new ExchangeRate("EUR", LocalDate.parse("2026-01-01"), new BigDecimal("1.5"), null, null))));
        world.workspace()
                .http()
                .post()
                .uri("/api/v1/deals/aggregate")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"measures\": [{\"op\": \"sum\", \"field\": \"deal_amount\"}], \"currency\": \"USD\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total.measures['sum(deal_amount)'].amount")
                .isEqualTo(400.0);
    }
}
