package dev.windrose.context.claim;

import dev.windrose.context.claim.ClaimReport.Evidence;
import dev.windrose.llm.language.Fold;
import dev.windrose.records.Money;
import dev.windrose.records.RecordData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds claims that no entry decides against the records: prices, customers, amounts. A sentence that says more than such a claim is left alone. */
final class CheckRecords {

    private static final String UNKNOWN = "No live entry says it, and no record that is known to you.";

    private static final Pattern PRICE = Pattern.compile(
            "\\b(?:costs?|prices?|priced|list(?:s|ed)?|charge[sd]?|sold for|sells for|available (?:for|from|at)|kostet|preis)\\b");
    private static final Pattern SPECIAL = Pattern.compile(
            "\\b(?:discount(?:ed)?|rebate|instead of|special|for you|saving|saves?|less|cheaper|dearer|budget|project|refund|before|was|used to|until|per cent|installation|training|shipping)\\b|%");
    private static final Pattern IS_CUSTOMER = Pattern.compile(
            "\\b(?:is|are|has been|became|remains?)\\b.{0,30}\\b(?:customers?|clients?)\\b|\\b(?:customers?|clients?) (?:such as|like|including)\\b");
    private static final Pattern USES = Pattern.compile(
            "\\b(?:uses?|using|works? with|rel(?:y|ies) on|trusts?|bought|has bought|chose|has chosen|runs? on|ordered)\\b");
    private static final Pattern SIGNED = Pattern.compile(
            "\\b(?:signed|bought|ordered|closed|won|worth|contract|deal|order|paid|pays|spent|spends)\\b");
    private static final Pattern EMPLOYS =
            Pattern.compile("\\b(?:employees?|staff|people|employs?|workforce|colleagues|mitarbeiter\\p{L}*)\\b");

    /** Words beside names and numbers that such claims have. */
    private static final Set<String> RELATION = stems(
            "customer client use using work rely trust buy bought choose chose run order since year already long today company firm happy loyal satisfied among count serve");

    private static final Set<String> DEAL = stems(
            "sign buy bought order close win won worth contract deal pay paid spend value total amount company last first new");
    private static final Set<String> STAFF =
            stems("employee staff people employ workforce colleague mitarbeiter company work firm size");

    private final ReadRecords records;
    private final CountRecords counts;
    private final List<Source> sources;
    private final boolean outside;

    CheckRecords(ReadRecords records, CountRecords counts, List<Source> sources, boolean outside) {
        this.records = records;
        this.counts = counts;
        this.sources = sources;
        this.outside = outside;
    }

    private static Set<String> stems(String words) {
        return Stream.of(words.split(" ")).map(Stems::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Null where the claim is of no kind that records can say something of. */
    @Nullable
    RecordVerdict of(ClaimText claim) {
        var folded = Fold.inPlace(claim.text());
        if (claim.polarity().negated().size() > 0) {
            return null;
        }
        var moneys = claim.quantities().stream()
                .filter(one -> one.dimension().startsWith("money:"))
                .toList();
        if (claim.companies().isEmpty()) {
            boolean price = claim.products().size() == 1
                    && moneys.size() == 1
                    && PRICE.matcher(folded).find()
                    && !SPECIAL.matcher(folded).find();
            return price ? price(claim, moneys.getFirst()) : counts.of(claim, folded);
        }
        return claim.companies().size() == 1 ? ofCompany(claim, folded, moneys) : null;
    }

    private @Nullable RecordVerdict ofCompany(ClaimText claim, String folded, List<Quantity> moneys) {
        var name = claim.companies().getFirst();
        var heads = claim.quantities().stream()
                .filter(one -> one.counts() && !one.weak())
                .toList();
        if (moneys.size() == 1 && SIGNED.matcher(folded).find() && only(claim, DEAL)) {
            return amount(claim, name, moneys.getFirst());
        }
        if (heads.size() == 1 && moneys.isEmpty() && EMPLOYS.matcher(folded).find() && only(claim, STAFF)) {
            return staff(claim, name, heads.getFirst());
        }
        boolean related =
                IS_CUSTOMER.matcher(folded).find() || USES.matcher(folded).find();
        boolean plain = claim.quantities().stream()
                .allMatch(one -> one.weak() || one.dimension().equals("year"));
        return related && plain && only(claim, RELATION) ? relation(claim, name) : null;
    }

    private static boolean only(ClaimText claim, Set<String> allowed) {
        return claim.words().stream().allMatch(word -> allowed.contains(word.stem()));
    }

    private RecordVerdict price(ClaimText claim, Quantity said) {
        if (!records.shows("product", "list_price")) {
            return RecordVerdict.unknown("The list price is not known to you.");
        }
        var found = records.called("product", claim.products().getFirst());
        if (found.size() != 1 || !(found.getFirst().value("list_price") instanceof Money price)) {
            return RecordVerdict.unknown(UNKNOWN);
        }
        var known = written(price.amount(), price.currency());
        var evidence = evidence(found.getFirst(), "List price: " + known, true);
        return CompareRecord.of(claim, said, known, evidence, "The list price is %s.".formatted(known), "list price");
    }

    private RecordVerdict amount(ClaimText claim, String name, Quantity said) {
        var company = one(name);
        if (company == null || !records.shows("deal", "deal_amount", "deal_amount_currency", "company_id")) {
            return RecordVerdict.unknown(UNKNOWN);
        }
        var deals = records.dealsOf(company.id()).stream()
                .filter(deal -> deal.value("deal_amount") instanceof BigDecimal)
                .toList();
        for (var deal : deals) {
            if (CompareRecord.same(said, amountOf(deal))) {
                return outside
                        ? barred(
                                "The record says it, but amounts of deals are not for the outside.",
                                deal,
                                amountOf(deal))
                        : RecordVerdict.of(
                                Verdict.SUPPORTED,
                                "The deal \"%s\" says it.".formatted(deal.text("name")),
                                evidence(deal, "Amount: " + amountOf(deal), true));
            }
        }
        if (deals.size() != 1 || outside) {
            return RecordVerdict.unknown(UNKNOWN);
        }
        var known = amountOf(deals.getFirst());
        return CompareRecord.of(claim, said, known, evidence(deals.getFirst(), "Amount: " + known, true), "", "deal");
    }

    private RecordVerdict staff(ClaimText claim, String name, Quantity said) {
        var company = one(name);
        if (company == null || !(company.value("employee_size") instanceof Number size)) {
            return RecordVerdict.unknown(UNKNOWN);
        }
        var known = size + " employees";
        var evidence = evidence(company, "Employees: " + size, true);
        var verdict = CompareRecord.of(claim, said, known, evidence, "The account says it.", "account");
        return verdict.verdict() == Verdict.SUPPORTED && !mayBeNamed(name) ? unnamed(company, name, known) : verdict;
    }

    private RecordVerdict relation(ClaimText claim, String name) {
        var company = one(name);
        if (company == null || !records.shows("company", "customer_state")) {
            return RecordVerdict.unknown(UNKNOWN);
        }
        var state = Objects.requireNonNullElse(company.text("customer_state"), "");
        var quote = "Customer state: " + state;
        boolean customer = state.equals("using");
        if (!claim.products().isEmpty()) {
            return bought(claim.products().getFirst(), company, name);
        }
        if (customer) {
            return mayBeNamed(name)
                    ? RecordVerdict.of(Verdict.SUPPORTED, "The account says it.", evidence(company, quote, true))
                    : unnamed(company, name, quote);
        }
        return state.isEmpty()
                ? RecordVerdict.unknown(UNKNOWN)
                : RecordVerdict.of(
                        Verdict.CONTRADICTED,
                        "The account is not a customer: its state is \"%s\".".formatted(state),
                        evidence(company, quote, true));
    }

    /** A won deal of the product says that it was bought; none says nothing, for there were sales before the record. */
    private RecordVerdict bought(String product, RecordData company, String name) {
        if (!records.shows("deal", "deal_state", "product_id", "company_id")) {
            return RecordVerdict.unknown(UNKNOWN);
        }
        var sold = records.called("product", product);
        for (var deal : records.dealsOf(company.id())) {
            boolean same =
                    sold.stream().anyMatch(one -> one.id().toString().equals(String.valueOf(deal.value("product_id"))));
            if (same && "won".equals(deal.text("deal_state"))) {
                var quote = "Won: %s".formatted(deal.text("name"));
                return mayBeNamed(name)
                        ? RecordVerdict.of(Verdict.SUPPORTED, "A won deal says it.", evidence(deal, quote, true))
                        : unnamed(deal, name, quote);
            }
        }
        return RecordVerdict.unknown(UNKNOWN);
    }

    /** Whoever is named outside has agreed to it, or need not: a live proof says so. */
    private boolean mayBeNamed(String name) {
        return !outside
                || sources.stream()
                        .anyMatch(source -> name.equals(source.customer())
                                && source.live()
                                && source.citation() != null
                                && source.cited());
    }

    private static RecordVerdict unnamed(RecordData record, String name, String quote) {
        return barred(
                "The record says it, but no live proof says that %s may be named.".formatted(name), record, quote);
    }

    private static RecordVerdict barred(String why, RecordData record, String quote) {
        return RecordVerdict.of(Verdict.UNSUPPORTED, why, evidence(record, quote, false));
    }

    private @Nullable RecordData one(String name) {
        var found = records.called("company", name);
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static String amountOf(RecordData deal) {
        return written(
                (BigDecimal) Objects.requireNonNull(deal.value("deal_amount")),
                Objects.requireNonNullElse(deal.text("deal_amount_currency"), ""));
    }

    static String written(BigDecimal amount, String currency) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return "%s %s"
                .formatted(
                        whole
                                ? String.format(Locale.ROOT, "%,d", amount.longValue())
                                : String.format(Locale.ROOT, "%,.2f", amount),
                        currency)
                .strip();
    }

    private static Evidence evidence(RecordData record, String quote, boolean usable) {
        return new Evidence(
                record.type(),
                record.id().toString(),
                record.version(),
                Objects.requireNonNullElse(record.text("name"), ""),
                "record",
                quote,
                usable,
                Map.of());
    }
}
