package dev.windrose.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WindroseTest
class QuoteTests {

    private RecordWorld world;
    private UUID product;
    private UUID deal;

    @BeforeEach
    void startWithADeal() {
        world = RecordWorld.fresh();
        product = world.create("product", Map.of("name", "Kiln Watch"));
        var company = world.create("company", Map.of("name", "Delmar Ceramics"));
        deal = world.create(
                "deal", Map.of("company_id", company, "product_id", product, "quantity", 12, "discount_percent", 7.5));
    }

    @Test
    void isADraftNamedByItsDeal() {
        var quote = world.get(
                "quote",
                world.create(
                        "quote", Map.of("deal_id", deal, "product_id", product, "quantity", 12, "currency", "EUR")));
        assertThat(quote.values()).containsEntry("status", "draft").containsEntry("company_name", "Delmar Ceramics");
        assertThat(quote.title()).isEqualTo("Delmar Ceramics: Kiln Watch");
    }

    @Test
    void keepsAmountsToTheCent() {
        var id = world.create(
                "quote",
                Map.of(
                        "product_id",
                        product,
                        "yearly_amount",
                        new BigDecimal("13608.05"),
                        "currency",
                        "GBP",
                        "unit_price",
                        360));
        assertThat((BigDecimal) world.get("quote", id).value("yearly_amount")).isEqualByComparingTo("13608.05");
    }

    @ParameterizedTest
    @CsvSource({"quantity,0", "term_months,0", "discount_percent,101", "payment_terms_days,-1", "currency,euro"})
    void refusesTermsThatCannotBe(String field, String value) {
        Object given = field.equals("currency") ? value : Integer.valueOf(value);
        assertThatThrownBy(() -> world.create("quote", Map.of("product_id", product, field, given)))
                .isInstanceOf(AppException.class);
    }

    @Test
    void takesSeveralProductsAsLines() {
        var line = Map.of("product_id", product.toString(), "quantity", 3, "unit_price", 12.5);
        var id = world.create("quote", Map.of("lines", List.of(line, Map.of("text", "Training", "quantity", 1))));
        assertThat((List<?>) world.get("quote", id).value("lines")).hasSize(2);
        assertThatThrownBy(() -> world.create("quote", Map.of("lines", List.of(Map.of("quantity", 3)))))
                .isInstanceOf(AppException.class);
    }

    @Test
    void keepsTheTermsOfADeal() {
        assertThat(((Number) world.get("deal", deal).value("quantity")).intValue())
                .isEqualTo(12);
        assertThat(((Number) world.get("deal", deal).value("discount_percent")).doubleValue())
                .isEqualTo(7.5);
    }
}
