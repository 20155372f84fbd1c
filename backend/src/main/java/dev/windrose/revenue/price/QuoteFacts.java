package dev.windrose.revenue.price;

import dev.windrose.context.policy.CompanyFacts;
import dev.windrose.context.policy.HoldToPolicies;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.Write;
import dev.windrose.records.query.Records;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a quote says of the facts that policies ask about. */
@Component
public class QuoteFacts implements HoldToPolicies.ReadFacts {

    private static final Map<String, Fact> FIELDS = Map.of(
            "discount_percent", Fact.DISCOUNT_PERCENT,
            "term_months", Fact.CONTRACT_MONTHS,
            "payment_terms_days", Fact.NET_TERMS_DAYS,
            "quantity", Fact.QUANTITY,
            "unit_price", Fact.UNIT_PRICE,
            "yearly_amount", Fact.AMOUNT,
            "currency", Fact.CURRENCY,
            "product_id", Fact.PRODUCT);

    private final Records records;
    private final CompanyFacts companies;
    private final Workspaces workspaces;

    QuoteFacts(Records records, CompanyFacts companies, Workspaces workspaces) {
        this.records = records;
        this.companies = companies;
        this.workspaces = workspaces;
    }

    @Override
    public Set<Fact> changed(Write write, Set<Fact> asked) {
        var changed = new TreeSet<Fact>();
        FIELDS.forEach((field, fact) -> {
            if (write.changes(field)) {
                changed.add(fact);
            }
        });
        if (write.op() == Op.CREATE) {
            changed.add(Fact.ACTION);
        }
        if (write.changes("company_id")) {
            changed.addAll(CompanyFacts.ALL);
        }
        return changed;
    }

    @Override
    public Facts after(Write write, Set<Fact> asked) {
        return facts(new QuoteTerms(
                write.value("company_id") instanceof UUID id ? id : null,
                write.value("product_id") instanceof UUID id
                        ? records.find("product", id)
                                .map(product -> product.title())
                                .orElse(null)
                        : null,
                whole(write.value("quantity")),
                write.value("currency") instanceof String code ? code : null,
                number(write.value("unit_price")),
                number(write.value("yearly_amount")),
                whole(write.value("term_months")),
                number(write.value("discount_percent")),
                whole(write.value("payment_terms_days")),
                workspaces.today()));
    }

    /** A machine asks a person also where a policy only may say something; a person who fills in a form is told. */
    @Override
    public boolean asksWhereGuessed(Write write) {
        return write.cause().kind() == CauseKind.MESSAGE || write.cause().kind() == CauseKind.RUN;
    }

    /** Of a quote that is to be made. */
    public Facts facts(QuoteTerms terms) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put(Fact.ACTION.key(), "quote");
        put(facts, Fact.PRODUCT, terms.product());
        put(facts, Fact.QUANTITY, terms.quantity());
        put(facts, Fact.CURRENCY, terms.currency());
        put(facts, Fact.UNIT_PRICE, terms.unitPrice());
        put(facts, Fact.AMOUNT, terms.yearlyAmount());
        put(facts, Fact.CONTRACT_MONTHS, terms.termMonths());
        put(facts, Fact.DISCOUNT_PERCENT, terms.discountPercent());
        put(facts, Fact.NET_TERMS_DAYS, terms.paymentTermsDays());
        var company = terms.company();
        if (company != null) {
            companies.read(company, facts);
        }
        return known(facts);
    }

    /** A value that no fact can have is as if it were not known. */
    private static Facts known(Map<String, Object> written) {
        var known = new LinkedHashMap<String, Object>();
        written.forEach((key, value) -> {
            try {
                Facts.of(Map.of(key, value));
                known.put(key, value);
            } catch (AppException _) {
                known.remove(key);
            }
        });
        return Facts.of(known);
    }

    private static void put(Map<String, Object> facts, Fact fact, @Nullable Object value) {
        if (value != null) {
            facts.put(fact.key(), value);
        }
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
