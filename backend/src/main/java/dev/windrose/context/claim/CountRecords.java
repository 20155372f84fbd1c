package dev.windrose.context.claim;

import dev.windrose.context.claim.ClaimReport.Evidence;
import dev.windrose.llm.language.Fold;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds claims of how many customers, won deals and products there are against a count of the records. */
final class CountRecords {

    private static final String NOT_ALL =
            "The records may know how many there are, but not all of them are known to you.";

    private static final Pattern OURS = Pattern.compile("\\b(?:we|us|our|ours|wir|uns|unsere?\\p{L}*)\\b");
    private static final Pattern WON = Pattern.compile("\\b(?:won|win|wins|closed|signed)\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(?:in|during|since) (20\\d\\d)\\b");

    private static final Set<String> CUSTOMERS = stems("customer client kunde");
    private static final Set<String> FIRMS = stems("company firm business organisation organization");
    private static final Set<String> DEALS = stems("deal");
    private static final Set<String> PRODUCTS = stems("product");
    private static final Set<String> OF_CUSTOMERS = stems(
            "customer client company firm business organisation organization use using trust rely work serve count active today worldwide world already have number buy bought total kunde");
    private static final Set<String> OF_DEALS =
            stems("deal win won close sign year last quarter month far total new number");
    private static final Set<String> OF_PRODUCTS =
            stems("product sell offer make have range portfolio list number total");

    private final ReadRecords records;
    private final LocalDate today;
    private final String own;

    CountRecords(ReadRecords records, LocalDate today, String own) {
        this.records = records;
        this.today = today;
        this.own = Fold.words(own);
    }

    private static Set<String> stems(String words) {
        return Stream.of(words.split(" ")).map(Stems::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Null where the claim counts nothing that records can count. */
    @Nullable
    RecordVerdict of(ClaimText claim, String folded) {
        var counted = claim.quantities().stream()
                .filter(one -> one.counts() && !one.weak() && !one.nouns().isEmpty())
                .toList();
        boolean others = claim.quantities().stream()
                .anyMatch(one -> !one.counts()
                        && !one.weak()
                        && !one.dimension().equals("year")
                        && !one.dimension().equals("time"));
        boolean strange = claim.names().stream()
                .anyMatch(name -> !name.folded().equals(own)
                        && claim.products().stream()
                                .noneMatch(product -> Fold.words(product).equals(name.folded())));
        if (counted.size() != 1 || others || strange) {
            return null;
        }
        var said = counted.getFirst();
        boolean ours = OURS.matcher(folded).find()
                || claim.names().stream().anyMatch(name -> name.folded().equals(own));
        if (counts(said, DEALS) && WON.matcher(folded).find() && ours && only(claim, OF_DEALS)) {
            return deals(claim, said, folded);
        }
        boolean period = claim.quantities().stream()
                .anyMatch(
                        one -> one.dimension().equals("year") || one.dimension().equals("time"));
        boolean customers =
                counts(said, CUSTOMERS) || counts(said, FIRMS) && !claim.words().isEmpty();
        if (customers && !period && (ours || claim.products().size() == 1) && only(claim, OF_CUSTOMERS)) {
            return claim.products().isEmpty() ? customers(claim, said) : buyers(claim, said);
        }
        boolean products =
                counts(said, PRODUCTS) && ours && !period && claim.products().isEmpty();
        return products && only(claim, OF_PRODUCTS) ? products(claim, said) : null;
    }

    private static boolean counts(Quantity said, Set<String> things) {
        return !Collections.disjoint(said.nouns(), things);
    }

    private static boolean only(ClaimText claim, Set<String> allowed) {
        return claim.words().stream().allMatch(word -> allowed.contains(word.stem()));
    }

    private RecordVerdict customers(ClaimText claim, Quantity said) {
        if (!records.seesAll("company", "customer_state")) {
            return RecordVerdict.unknown(NOT_ALL);
        }
        var filter = Filter.is("customer_state", "using");
        return told(
                claim, said, records.count("company", filter), "customers", "company", json("customer_state", "using"));
    }

    private RecordVerdict buyers(ClaimText claim, Quantity said) {
        if (!records.seesAll("deal", "deal_state", "product_id", "company_id")) {
            return RecordVerdict.unknown(NOT_ALL);
        }
        var product = records.called("product", claim.products().getFirst());
        if (product.size() != 1) {
            return RecordVerdict.unknown("No live entry says it, and no record that is known to you.");
        }
        var id = product.getFirst().id().toString();
        var filter = Filter.and(Filter.is("deal_state", "won"), Filter.is("product_id", id));
        return told(
                claim,
                said,
                records.different("deal", filter, "company_id"),
                "customers with a won deal",
                "deal",
                Map.of("and", List.of(json("deal_state", "won"), json("product_id", id))));
    }

    private RecordVerdict deals(ClaimText claim, Quantity said, String folded) {
        if (!records.seesAll("deal", "deal_state", "deal_signing_date")) {
            return RecordVerdict.unknown(NOT_ALL);
        }
        var parts = new ArrayList<Filter>(List.of(Filter.is("deal_state", "won")));
        var told = new ArrayList<Map<String, ?>>(List.of(json("deal_state", "won")));
        var period = period(folded);
        if (period != null) {
            parts.add(new Filter.Compare(
                    "deal_signing_date", FilterOp.GTE, period.from().toString()));
            parts.add(new Filter.Compare(
                    "deal_signing_date", FilterOp.LTE, period.to().toString()));
            told.add(Map.of(
                    "field",
                    "deal_signing_date",
                    "op",
                    "gte",
                    "value",
                    period.from().toString()));
            told.add(Map.of(
                    "field",
                    "deal_signing_date",
                    "op",
                    "lte",
                    "value",
                    period.to().toString()));
        }
        return told(
                claim, said, records.count("deal", new Filter.And(parts)), "deals won", "deal", Map.of("and", told));
    }

    private RecordVerdict products(ClaimText claim, Quantity said) {
        if (!records.seesAll("product")) {
            return RecordVerdict.unknown(NOT_ALL);
        }
        return told(claim, said, records.count("product", Filter.ALL), "products", "product", Map.of());
    }

    private record Days(LocalDate from, LocalDate to) {}

    private @Nullable Days period(String folded) {
        var year = YEAR.matcher(folded);
        if (year.find()) {
            int named = Integer.parseInt(year.group(1));
            boolean since = year.group().startsWith("since");
            return new Days(LocalDate.of(named, 1, 1), since ? today : LocalDate.of(named, 12, 31));
        }
        if (folded.contains("this year")) {
            return new Days(today.withDayOfYear(1), today);
        }
        if (folded.contains("last year")) {
            return new Days(LocalDate.of(today.getYear() - 1, 1, 1), LocalDate.of(today.getYear() - 1, 12, 31));
        }
        var month = today.withDayOfMonth(1);
        if (folded.contains("this month")) {
            return new Days(month, today);
        }
        if (folded.contains("last month")) {
            return new Days(month.minusMonths(1), month.minusDays(1));
        }
        var quarter = month.minusMonths((today.getMonthValue() - 1) % 3);
        if (folded.contains("this quarter")) {
            return new Days(quarter, today);
        }
        return folded.contains("last quarter") ? new Days(quarter.minusMonths(3), quarter.minusDays(1)) : null;
    }

    private static Map<String, ?> json(String field, String value) {
        return Map.of("field", field, "op", "is", "value", value);
    }

    private static RecordVerdict told(
            ClaimText claim, Quantity said, OptionalLong count, String what, String type, Map<String, ?> filter) {
        if (count.isEmpty()) {
            return RecordVerdict.unknown("There are too many records to count them here.");
        }
        var known = "%d %s".formatted(count.getAsLong(), what);
        var evidence = new Evidence(type, null, 0, "Records behind the count", "record", known, true, filter);
        return CompareRecord.of(claim, said, known, evidence, "The records count %s.".formatted(known), "records");
    }
}
