package dev.windrose.agents.price;

import dev.windrose.revenue.price.DiscountHistory.Similar;
import dev.windrose.revenue.price.Offer;
import dev.windrose.revenue.price.PricedLine;
import dev.windrose.revenue.price.QuoteArithmetic;
import dev.windrose.revenue.price.QuoteRuling;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An offer as programs and pages read it. */
final class OfferJson {

    private OfferJson() {}

    static Map<String, @Nullable Object> of(Offer offer, @Nullable Similar similar) {
        var priced = offer.priced();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("product", offer.product());
        json.put("currency", offer.currency());
        json.put("term_months", priced.request().termMonths());
        json.put("discount_percent", priced.request().discountPercent());
        json.put("price_day", priced.request().day().toString());
        json.put("lines", priced.lines().stream().map(OfferJson::line).toList());
        json.put("monthly_amount", priced.onlyOnce() ? null : priced.monthly());
        json.put("yearly_amount", priced.yearly());
        json.put("once_amount", priced.once());
        json.put("first_year_amount", priced.firstYear());
        json.put("total_amount", priced.total());
        json.put("arithmetic", arithmetic(priced.arithmetic()));
        json.put("payment_terms_days", offer.paymentTermsDays());
        json.put(
                "valid_until",
                offer.validUntil() == null ? null : offer.validUntil().toString());
        json.put("assumed", offer.assumed());
        json.put("clauses", offer.rulings().stream().map(OfferJson::ruling).toList());
        json.put("refused", !offer.refusals().isEmpty());
        json.put("needs_approval", !offer.approvals().isEmpty());
        if (similar != null) {
            json.put("similar_quotes", similar(similar));
        }
        return json;
    }

    private static Map<String, @Nullable Object> line(PricedLine line) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var entry = line.entry();
        json.put("price_book_entry_id", entry.id().toString());
        json.put("name", entry.name());
        json.put("tier", entry.tier());
        json.put("unit", entry.unit());
        json.put("quantity", line.quantity());
        json.put("list_price", entry.listPrice());
        json.put("per", entry.per().name().toLowerCase(Locale.ROOT));
        json.put("list_amount", line.listAmount());
        json.put("term_reduction_percent", line.termPercent());
        json.put("discount_percent", line.discountPercent());
        json.put("unit_price", line.unitPrice());
        json.put("amount", line.amount());
        return json;
    }

    private static Map<String, @Nullable Object> arithmetic(QuoteArithmetic by) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("tiers", by.tiers().name().toLowerCase(Locale.ROOT));
        json.put("discount_of", by.discountOf().name().toLowerCase(Locale.ROOT));
        json.put("once_at_list", by.onceAtList());
        json.put("decimals", by.scale());
        json.put("rounding", by.rounding().name().toLowerCase(Locale.ROOT));
        json.put("rounded", by.rounded().name().toLowerCase(Locale.ROOT));
        var clause = by.clause();
        json.put(
                "clause",
                clause == null
                        ? null
                        : Map.of("id", clause.id().toString(), "title", clause.title(), "text", clause.text()));
        return json;
    }

    private static Map<String, @Nullable Object> ruling(QuoteRuling ruling) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", ruling.id().toString());
        json.put("title", ruling.title());
        json.put("clause", ruling.clause());
        json.put("asks", ruling.refuses() ? "refuse" : "approval");
        json.put("roles", ruling.roles());
        json.put("may_be_given", ruling.held());
        json.put("guessed", ruling.guessed());
        return json;
    }

    private static Map<String, @Nullable Object> similar(Similar similar) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("count", similar.count());
        json.put("median_discount_percent", plain(similar.median()));
        json.put("accepted", similar.accepted());
        json.put("median_discount_percent_accepted", plain(similar.medianAccepted()));
        return json;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
