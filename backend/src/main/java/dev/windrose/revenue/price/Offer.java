package dev.windrose.revenue.price;

import dev.windrose.revenue.price.QuoteClauses.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quote as it would be, with what it comes from.
 *
 * @param assumed what nobody said and was taken, in sentences
 * @param rulings what policies say of it
 */
public record Offer(
        QuoteWish wish,
        String product,
        Priced priced,
        @Nullable Integer paymentTermsDays,
        @Nullable LocalDate validUntil,
        @Nullable Days validity,
        List<String> assumed,
        List<QuoteRuling> rulings) {

    public Offer {
        assumed = List.copyOf(assumed);
        rulings = List.copyOf(rulings);
    }

    public String currency() {
        return priced.request().currency();
    }

    /** The policies that prohibit it. */
    public List<QuoteRuling> refusals() {
        return rulings.stream()
                .filter(ruling -> ruling.refuses() && !ruling.guessed())
                .toList();
    }

    /** The policies that ask for an approval which whoever asks may not give. */
    public List<QuoteRuling> approvals() {
        return rulings.stream()
                .filter(ruling -> !ruling.held() || ruling.refuses() && ruling.guessed())
                .filter(ruling -> !ruling.refuses() || ruling.guessed())
                .toList();
    }

    /** Fields of the quote as a record. */
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        put(values, "deal_id", wish.deal());
        put(values, "company_id", wish.company());
        values.put("product_id", wish.product());
        values.put("quantity", wish.quantity());
        values.put("unit_price", priced.main().entry().listPrice());
        values.put("currency", currency());
        values.put("term_months", priced.request().termMonths());
        values.put("discount_percent", priced.request().discountPercent());
        values.put("yearly_amount", priced.yearly());
        put(values, "payment_terms_days", paymentTermsDays);
        put(values, "valid_until", validUntil);
        if (priced.lines().size() > 1) {
            values.put("lines", lines());
        }
        return values;
    }

    private List<Map<String, Object>> lines() {
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : priced.lines()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("product_id", line.entry().product().toString());
            one.put("text", line.entry().name());
            one.put("quantity", line.quantity());
            one.put("unit_price", line.entry().listPrice());
            one.put("discount_percent", line.discountPercent());
            one.put("amount", line.amount());
            one.put("per", line.entry().per().name().toLowerCase(java.util.Locale.ROOT));
            lines.add(one);
        }
        return lines;
    }

    private static void put(Map<String, @Nullable Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** The lines of the price book and the policies that it rests on. */
    public List<UUID> sources() {
        var ids = new ArrayList<UUID>();
        priced.lines().forEach(line -> ids.add(line.entry().id()));
        var clause = priced.arithmetic().clause();
        if (clause != null) {
            ids.add(clause.id());
        }
        rulings.forEach(ruling -> ids.add(ruling.id()));
        return ids;
    }

    /** The same terms at another discount are asked for again. */
    static BigDecimal discount(QuoteWish wish) {
        return wish.discountPercent() == null ? BigDecimal.ZERO : wish.discountPercent();
    }
}
