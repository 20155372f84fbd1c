package dev.windrose.revenue.price;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was given on similar quotes, of those that whoever asks may see. */
@Component
public class DiscountHistory {

    private static final int MONTHS = 24;
    private static final Set<String> FIELDS =
            Set.of("quantity", "discount_percent", "status", "created_at", "company_id");

    private final Records records;
    private final Workspaces workspaces;

    DiscountHistory(Records records, Workspaces workspaces) {
        this.records = records;
        this.workspaces = workspaces;
    }

    /**
     * Quotes for the same product with half to twice the quantity, made within two years and more than drafts.
     *
     * @param median of their discounts; null where there are none
     * @param accepted how many of them the customers took
     */
    public record Similar(
            int count,
            int accepted,
            @Nullable BigDecimal median,
            @Nullable BigDecimal medianAccepted,
            List<UUID> quotes) {

        public Similar {
            quotes = List.copyOf(quotes);
        }
    }

    /** @param except a quote that is not counted */
    @Transactional(readOnly = true)
    public Similar of(UUID product, int quantity, @Nullable UUID except) {
        var since = workspaces.today().minusMonths(MONTHS);
        var zone = ZoneId.of(workspaces.current().timeZone());
        var all = new ArrayList<BigDecimal>();
        var accepted = new ArrayList<BigDecimal>();
        var quotes = new ArrayList<UUID>();
        @Nullable String cursor = null;
        do {
            var page = records.page(RecordQuery.of("quote")
                    .where(Filter.is("product_id", product))
                    .showing(FIELDS)
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            for (var quote : page.data()) {
                boolean late = !LocalDate.ofInstant(quote.createdAt(), zone).isBefore(since);
                if (!quote.id().equals(except)
                        && late
                        && !"draft".equals(quote.text("status"))
                        && quote.value("quantity") instanceof Number units
                        && units.longValue() * 2 >= quantity
                        && units.longValue() <= quantity * 2L
                        && quote.value("discount_percent") instanceof Number percent) {
                    var given = new BigDecimal(percent.toString());
                    all.add(given);
                    quotes.add(quote.id());
                    if ("accepted".equals(quote.text("status"))) {
                        accepted.add(given);
                    }
                }
            }
            cursor = page.nextCursor();
        } while (cursor != null);
        return new Similar(all.size(), accepted.size(), median(all), median(accepted), quotes);
    }

    static @Nullable BigDecimal median(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return null;
        }
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO, 4, RoundingMode.HALF_UP);
    }
}
