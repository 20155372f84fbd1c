package dev.windrose.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class ListApiTests {

    private RecordWorld world;
    private RestTestClient http;

    @BeforeEach
    void deals() {
        world = RecordWorld.fresh();
        http = world.workspace().http();
        var company = world.create("company", Map.of("name", "Nordlicht", "industry_vertical", "Energy"));
        deal("Alpha", company, "proposal", 100, "EUR", "2026-01-15");
        deal("Beta", company, "proposal", 50.5, "EUR", "2026-02-20");
        deal("Gamma", null, "won", 30, "USD", "2026-04-01");
        deal("=1+1", null, null, null, null, null);
    }

    @Test
    void groupsAndTotalsKeepCurrenciesApart() {
        var answer = post(
                "aggregate",
                Map.of(
                        "group_by", List.of("stage"),
                        "measures",
                                List.of(
                                        Map.of("op", "sum", "field", "deal_amount"),
                                        Map.of("op", "avg", "field", "deal_amount"))));
        var groups = list(answer.get("groups"));
        assertThat(groups).extracting(group -> group.get("label")).contains(Map.of("stage", "Proposal"));
        var proposal = groups.stream()
                .filter(group -> group.get("key").equals(Map.of("stage", "proposal")))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.get("count")).isEqualTo(2);
        assertThat(proposal.get("measures"))
                .isEqualTo(Map.of(
                        "sum(deal_amount)", Map.of("amount", 150.5, "currency", "EUR"),
                        "avg(deal_amount)", Map.of("amount", 75.25, "currency", "EUR")));
        assertThat(groups.getLast().get("label")).isEqualTo(Map.of("stage", "Won"));
        var total = (Map<?, ?>) answer.get("total");
        assertThat(total.get("count")).isEqualTo(4);
        assertThat((Object) ((Map<?, ?>) total.get("measures")).get("sum(deal_amount)"))
                .isEqualTo(
                        List.of(Map.of("amount", 150.5, "currency", "EUR"), Map.of("amount", 30, "currency", "USD")));
    }

    @Test
    void groupsByPeriodsAndRelatedFields() {
        var answer = post(
                "aggregate",
                Map.of(
                        "group_by", List.of("deal_signing_date:quarter", "company_id.industry_vertical"),
                        "filter", Map.of("field", "deal_signing_date", "op", "not_empty")));
        assertThat(list(answer.get("groups")))
                .extracting(group -> group.get("label"))
                .containsExactly(
                        Map.of("deal_signing_date:quarter", "Q1 2026", "company_id.industry_vertical", "Energy"),
                        Map.of("deal_signing_date:quarter", "Q2 2026", "company_id.industry_vertical", "None"));
        assertThat(send("aggregate", Map.of("group_by", List.of("deal_signing_date")), 400))
                .contains("month");
        assertThat(send("aggregate", Map.of("group_by", List.of("nothing")), 400))
                .contains("nothing");
    }

    @Test
    void showsABoardWhoseColumnsGoOnAsLists() {
        var board = post(
                "board",
                Map.of(
                        "column_field",
                        "stage",
                        "sort",
                        List.of("name"),
                        "limit",
                        1,
                        "totals",
                        List.of(Map.of("op", "sum", "field", "deal_amount"))));
        var columns = list(board.get("columns"));
        var proposal = columns.stream()
                .filter(column -> "proposal".equals(column.get("value")))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.get("count")).isEqualTo(2);
        assertThat(proposal.get("totals"))
                .isEqualTo(Map.of("sum(deal_amount)", Map.of("amount", 150.5, "currency", "EUR")));
        assertThat(list(proposal.get("data")))
                .extracting(card -> card.get("name"))
                .containsExactly("Alpha");
        assertThat(list(proposal.get("data")).getFirst().get("_refs").toString())
                .contains("Nordlicht");
        var next = post(
                "query",
                Map.of(
                        "filter", Map.of("field", "stage", "value", "proposal"),
                        "sort", List.of("name"),
                        "cursor", proposal.get("next_cursor")));
        assertThat(list(next.get("data"))).extracting(card -> card.get("name")).containsExactly("Beta");
        assertThat(columns.getLast().get("label")).isEqualTo("Lost");
        assertThat(columns).extracting(column -> column.get("count")).contains(0);
    }

    @Test
    void exportsWhatIsSeen(@TempDir Path folder) throws Exception {
        var query = Map.of(
                "fields", List.of("name", "company_id", "stage", "deal_amount", "company_id.industry_vertical"),
                "sort", List.of("name"));
        String csv = new String(file(query, "csv"), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("Nordlicht,Proposal,100.00,Energy")
                .contains("'=1+1")
                .doesNotContain("\n=1+1");
        assertThat(csv.lines()).hasSize(5);
        assertThat(new String(file(query, "jsonl"), StandardCharsets.UTF_8).lines())
                .hasSize(4);
        var names = new ArrayList<String>();
        Path book = Files.write(folder.resolve("deals.xlsx"), file(query, "xlsx"));
        try (var zip = new ZipFile(book.toFile())) {
            zip.stream().forEach(entry -> names.add(entry.getName()));
        }
        assertThat(names).contains("xl/worksheets/sheet1.xml");
        assertThat(send("export", Map.of("format", "pdf"), 400)).contains("csv");
        assertThat(send("export", Map.of("fields", List.of("nothing")), 400)).contains("nothing");
    }

    private byte[] file(Map<String, ?> query, String format) {
        var body = new HashMap<String, Object>(query);
        body.put("format", format);
        return http.post()
                .uri("/api/v1/deals/export")
                .body(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
    }

    private void deal(
            String name,
            @Nullable UUID company,
            @Nullable String stage,
            @Nullable Number amount,
            @Nullable String currency,
            @Nullable String signed) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("name", name);
        values.put("company_id", company);
        values.put("stage", stage);
        values.put("deal_amount", amount);
        values.put("deal_amount_currency", currency);
        values.put("deal_signing_date", signed);
        world.create("deal", values);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> post(String verb, Map<String, ?> body) {
        return http.post()
                .uri("/api/v1/deals/" + verb)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private String send(String verb, Map<String, ?> body, int status) {
        return new String(
                http.post()
                        .uri("/api/v1/deals/" + verb)
                        .body(body)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
