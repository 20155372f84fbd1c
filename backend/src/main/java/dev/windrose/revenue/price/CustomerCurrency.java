package dev.windrose.revenue.price;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which currency a customer is quoted where nobody said. */
@Component
class CustomerCurrency {

    private final Records records;
    private final Workspaces workspaces;

    CustomerCurrency(Records records, Workspaces workspaces) {
        this.records = records;
        this.workspaces = workspaces;
    }

    /**
     * That of the deal, of the customer's last quote or deal, of its country, of the workspace: the first that there are prices in. The only one that
     * there are prices in, where none of these is.
     */
    Optional<String> of(@Nullable UUID company, @Nullable UUID deal, Set<String> priced) {
        var used = Stream.of(
                        ofDeal(deal),
                        last("quote", "currency", company),
                        last("deal", "deal_amount_currency", company),
                        country(company),
                        Optional.of(workspaces.current().baseCurrency()))
                .flatMap(Optional::stream)
                .filter(priced::contains)
                .findFirst();
        return used.or(() -> priced.size() == 1 ? Optional.of(priced.iterator().next()) : Optional.empty());
    }

    private Optional<String> ofDeal(@Nullable UUID deal) {
        return deal == null
                ? Optional.empty()
                : records.findAlone("deal", deal).map(data -> data.text("deal_amount_currency"));
    }

    private Optional<String> last(String type, String field, @Nullable UUID company) {
        if (company == null) {
            return Optional.empty();
        }
        return records
                .query(RecordQuery.of(type)
                        .where(Filter.is("company_id", company))
                        .sortedBy("-created_at")
                        .showing(Set.of(field))
                        .limit(20))
                .stream()
                .map(data -> data.text(field))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<String> country(@Nullable UUID company) {
        if (company == null) {
            return Optional.empty();
        }
        return records.findAlone("company", company)
                .map(data -> data.text("country_hq"))
                .filter(code -> code.length() == 2)
                .map(code -> Currency.getInstance(Locale.of("", code)))
                .map(Currency::getCurrencyCode);
    }
}
