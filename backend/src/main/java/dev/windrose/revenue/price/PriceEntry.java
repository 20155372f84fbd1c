package dev.windrose.revenue.price;

import dev.windrose.records.RecordData;
import dev.windrose.revenue.PriceBookEntry.Per;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the price book.
 *
 * @param most the last quantity it holds for; null without limit
 * @param reductions percent off by months; null where the line says nothing of terms
 */
public record PriceEntry(
        UUID id,
        String name,
        UUID product,
        @Nullable String tier,
        int least,
        @Nullable Integer most,
        @Nullable String unit,
        String currency,
        BigDecimal listPrice,
        Per per,
        @Nullable Map<Integer, BigDecimal> reductions,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Empty where the price is hidden from whoever reads. */
    static Optional<PriceEntry> of(RecordData data) {
        if (!(data.value("list_price") instanceof BigDecimal price)
                || data.text("currency") == null
                || data.text("per") == null) {
            return Optional.empty();
        }
        return Optional.of(new PriceEntry(
                data.id(),
                data.title(),
                Objects.requireNonNull(data.reference("product_id")),
                data.text("tier"),
                whole(data.value("min_quantity"), 1),
                data.value("max_quantity") instanceof Number most ? Integer.valueOf(most.intValue()) : null,
                data.text("unit"),
                String.valueOf(data.text("currency")),
                price,
                Per.valueOf(String.valueOf(data.text("per")).toUpperCase(Locale.ROOT)),
                reductions(data.value("term_reduction_percent")),
                data.value("valid_from") instanceof LocalDate day ? day : null,
                data.value("valid_to") instanceof LocalDate day ? day : null));
    }

    private static int whole(@Nullable Object value, int otherwise) {
        return value instanceof Number number ? number.intValue() : otherwise;
    }

    private static @Nullable Map<Integer, BigDecimal> reductions(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            return null;
        }
        var byMonths = new TreeMap<Integer, BigDecimal>();
        map.forEach((months, percent) ->
                byMonths.put(Integer.valueOf(String.valueOf(months)), new BigDecimal(String.valueOf(percent))));
        return byMonths;
    }

    /** Both days are included. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    public boolean holdsFor(int quantity) {
        return quantity >= least && (most == null || quantity <= most);
    }

    public boolean once() {
        return per == Per.ONCE;
    }
}
