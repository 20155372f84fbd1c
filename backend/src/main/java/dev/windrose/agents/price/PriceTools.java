package dev.windrose.agents.price;

import dev.windrose.agents.tool.CallScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Argument;
import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import dev.windrose.platform.tool.Tool;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.revenue.price.DiscountHistory;
import dev.windrose.revenue.price.Offer;
import dev.windrose.revenue.price.OfferAnswer;
import dev.windrose.revenue.price.PrepareOffers;
import dev.windrose.revenue.price.QuoteWish;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What something costs, and quotes. Arithmetic is code, and every figure names the line of the price book that it comes from. */
@Component
public class PriceTools {

    private final PrepareOffers prepare;
    private final DiscountHistory history;
    private final Changes changes;

    PriceTools(PrepareOffers prepare, DiscountHistory history, Changes changes) {
        this.prepare = prepare;
        this.history = history;
        this.changes = changes;
    }

    /** What is to be priced. */
    public record Wanted(
            @Argument("The product") UUID productId,
            @Argument("How many units") Integer quantity,

            @Argument("The term in months; 12 where left out") @Nullable
            Integer termMonths,

            @Argument("The discount in percent, beside what the term takes off") @Nullable
            BigDecimal discountPercent,

            @Argument("Three capitals, as EUR; that of the customer where left out") @Nullable
            String currency,

            @Argument("The tier, where several hold for the quantity") @Nullable
            String tier,

            @Argument("The customer") @Nullable UUID companyId,
            @Argument("The deal") @Nullable UUID dealId,

            @Argument("Days to pay; what is usual by policy where left out") @Nullable
            Integer paymentTermsDays,

            @Argument("The last day on which it holds; by policy where left out") @Nullable
            LocalDate validUntil) {

        QuoteWish wish() {
            return new QuoteWish(
                    productId,
                    quantity,
                    currency,
                    termMonths,
                    discountPercent,
                    tier,
                    companyId,
                    dealId,
                    paymentTermsDays,
                    validUntil);
        }
    }

    @Tool(
            name = "price_quote",
            says =
                    "Reckons what a quantity of a product costs: by the price book, tiers, term, discount and currency, with each line it comes from, what policies say of the terms, and what was given on similar quotes.",
            effect = Effect.READ,
            tier = Tier.CORE,
            scope = "read")
    public Map<String, @Nullable Object> price(Wanted wanted) {
        var offer = offer(wanted);
        var similar = Permissions.allows(dev.windrose.platform.ActorScope.current(), Operation.READ, "quote")
                ? history.of(wanted.productId(), wanted.quantity(), null)
                : null;
        return OfferJson.of(offer, similar);
    }

    @Tool(
            name = "make_quote",
            says =
                    "Makes a quote as a draft: priced by the price book. What policies prohibit is refused, what needs an approval waits for it, with the clause named. Nothing is sent.",
            effect = Effect.WRITE,
            tier = Tier.CORE,
            scope = "write")
    public Map<String, @Nullable Object> make(Wanted wanted) {
        Permissions.require(Operation.CREATE, "quote");
        var offer = offer(wanted);
        offer.refusals().stream().findFirst().ifPresent(ruling -> {
            throw new AppException(CommonError.NOT_ALLOWED, "A policy prohibits this: " + ruling.clause());
        });
        var draft = ChangeDraft.of(
                CallScope.current().cause(),
                "Quote: %d %s".formatted(wanted.quantity(), offer.product()),
                DraftOperation.create("quote", offer.values())
                        .because(new Evidence(told(offer), null, null, null), null));
        return written(changes.apply(draft.askingBeforeOverwriting()), offer);
    }

    private Offer offer(Wanted wanted) {
        if (wanted.quantity() < 1) {
            throw new AppException(CommonError.BAD_VALUE, "A quantity is 1 or more.", "quantity");
        }
        if (wanted.termMonths() != null && (wanted.termMonths() < 1 || wanted.termMonths() > 600)) {
            throw new AppException(CommonError.BAD_VALUE, "A term has 1 to 600 months.", "term_months");
        }
        var discount = wanted.discountPercent();
        if (discount != null && (discount.signum() < 0 || discount.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new AppException(CommonError.BAD_VALUE, "A percentage is from 0 to 100.", "discount_percent");
        }
        return switch (prepare.of(wanted.wish())) {
            case OfferAnswer.Made(var offer) -> offer;
            case OfferAnswer.NoPrice(var why) -> throw new AppException(CommonError.NOT_FOUND, why);
            case OfferAnswer.Open(var question, var choices) ->
                throw new AppException(CommonError.REQUIRED, "%s %s".formatted(question, String.join(", ", choices)));
        };
    }

    /** What the figures of the quote come from, as its evidence. */
    private static String told(Offer offer) {
        return TellOffer.lines(offer);
    }

    static Map<String, @Nullable Object> written(ChangeSet set, @Nullable Offer offer) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("change_sets", List.of(set(set)));
        json.put(
                "waits_for_decision",
                set.operations().stream().anyMatch(operation -> operation.status() == OperationStatus.WAITING));
        if (offer != null) {
            json.put("offer", OfferJson.of(offer, null));
        }
        return json;
    }

    private static Map<String, @Nullable Object> set(ChangeSet set) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", set.id().toString());
        json.put("status", set.status().name().toLowerCase(Locale.ROOT));
        json.put("summary", set.summary());
        json.put(
                "operations",
                set.operations().stream()
                        .map(operation -> {
                            var one = new LinkedHashMap<String, @Nullable Object>();
                            one.put("op", operation.op().wire());
                            one.put("type", operation.recordType());
                            one.put("id", operation.recordId().toString());
                            one.put("title", operation.recordTitle());
                            one.put("status", operation.status().name().toLowerCase(Locale.ROOT));
                            one.put("reason", operation.reason());
                            return one;
                        })
                        .toList());
        return json;
    }
}
