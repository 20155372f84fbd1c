package dev.windrose.revenue.price;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns what is wanted into a quote as it would be: priced by the price book and held against the policies. Writes nothing. */
@Component
public class PrepareOffers {

    private static final int YEAR = 12;

    private final PriceBook book;
    private final CustomerCurrency currencies;
    private final QuoteClauses clauses;
    private final Records records;
    private final Workspaces workspaces;

    PrepareOffers(
            PriceBook book, CustomerCurrency currencies, QuoteClauses clauses, Records records, Workspaces workspaces) {
        this.book = book;
        this.currencies = currencies;
        this.clauses = clauses;
        this.records = records;
        this.workspaces = workspaces;
    }

    @Transactional(readOnly = true)
    public OfferAnswer of(QuoteWish wish) {
        return of(wish, workspaces.today());
    }

    /** @param day by whose prices and policies */
    @Transactional(readOnly = true)
    public OfferAnswer of(QuoteWish wish, LocalDate day) {
        Permissions.require(Operation.READ, "price_book_entry");
        var product = records.findAlone("product", wish.product())
                .filter(data -> !data.binned())
                .map(RecordData::title)
                .orElse(null);
        if (product == null) {
            return new OfferAnswer.NoPrice("There is no such product.");
        }
        var priced = book.currencies(wish.product(), day);
        var currency = wish.currency() != null
                ? wish.currency()
                : currencies.of(wish.company(), wish.deal(), priced).orElse(null);
        if (currency == null && priced.size() > 1) {
            return new OfferAnswer.Open("In which currency?", List.copyOf(priced));
        }
        var request = new PriceRequest(
                wish.product(),
                wish.quantity(),
                Objects.requireNonNullElse(currency, workspaces.current().baseCurrency()),
                Objects.requireNonNullElse(wish.termMonths(), YEAR),
                Offer.discount(wish),
                wish.tier(),
                day);
        return switch (book.price(request)) {
            case PriceAnswer.None none -> new OfferAnswer.NoPrice("%s: %s".formatted(product, none.why()));
            case PriceAnswer.WhichTier(var tiers) ->
                new OfferAnswer.Open("Which tier of %s: %s?".formatted(product, String.join(" or ", tiers)), tiers);
            case PriceAnswer.Found(var found) -> new OfferAnswer.Made(offer(wish, product, found, day));
        };
    }

    private Offer offer(QuoteWish wish, String product, Priced priced, LocalDate day) {
        var assumed = new ArrayList<String>();
        if (wish.termMonths() == null && !priced.onlyOnce()) {
            assumed.add("No term was given, so %d months are taken.".formatted(YEAR));
        }
        var validity = wish.validUntil() == null ? clauses.validity().orElse(null) : null;
        var payment = wish.paymentTermsDays() != null
                ? wish.paymentTermsDays()
                : clauses.usualPayment().map(QuoteClauses.Days::days).orElse(null);
        var until =
                wish.validUntil() != null ? wish.validUntil() : validity == null ? null : day.plusDays(validity.days());
        return new Offer(wish, product, priced, payment, until, validity, assumed, rulings(wish, product, priced, day));
    }

    private List<QuoteRuling> rulings(QuoteWish wish, String product, Priced priced, LocalDate day) {
        return clauses.of(new QuoteTerms(
                wish.company(),
                product,
                wish.quantity(),
                priced.request().currency(),
                priced.main().entry().listPrice(),
                priced.yearly(),
                priced.request().termMonths(),
                priced.request().discountPercent(),
                wish.paymentTermsDays(),
                day));
    }
}
