package dev.windrose.revenue.price;

import dev.windrose.context.policy.Policies;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.revenue.price.QuoteArithmetic.Tiers;
import dev.windrose.revenue.price.Reckon.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What products cost. A price that no line of the price book tells is no price. */
@Component
public class PriceBook {

    private final Records records;
    private final Policies policies;

    PriceBook(Records records, Policies policies) {
        this.records = records;
        this.policies = policies;
    }

    /** The lines of a product that hold on a day and whose price may be seen. */
    @Transactional(readOnly = true)
    public List<PriceEntry> entries(UUID product, LocalDate day) {
        Permissions.require(Operation.READ, "price_book_entry");
        var found = new ArrayList<PriceEntry>();
        @Nullable String cursor = null;
        do {
            var page = records.page(RecordQuery.of("price_book_entry")
                    .where(Filter.is("product_id", product))
                    .sortedBy("name")
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            page.data().stream().flatMap(data -> PriceEntry.of(data).stream()).forEach(found::add);
            cursor = page.nextCursor();
        } while (cursor != null);
        found.removeIf(entry -> !entry.holdsOn(day));
        found.sort(Comparator.comparing(PriceEntry::once)
                .thenComparing(PriceEntry::least)
                .thenComparing(PriceEntry::id));
        return found;
    }

    /** Currencies that a product has prices in. */
    @Transactional(readOnly = true)
    public Set<String> currencies(UUID product, LocalDate day) {
        return entries(product, day).stream()
                .map(PriceEntry::currency)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** How quotes are reckoned today. A policy holds also for who may not read it; only its words are then not told. */
    @Transactional(readOnly = true)
    public QuoteArithmetic arithmetic() {
        var all = ReadArithmetic.of(policies.all());
        var clause = all.clause();
        boolean seen = clause == null
                || policies.readable().stream()
                        .anyMatch(policy -> policy.id().value().equals(clause.id()));
        return seen ? all : all.citing(null);
    }

    @Transactional(readOnly = true)
    public PriceAnswer price(PriceRequest request) {
        var all = entries(request.product(), request.day());
        if (all.isEmpty()) {
            return new PriceAnswer.None(
                    "The price book has no price for it on %s.".formatted(request.day()), List.of());
        }
        var inCurrency = all.stream()
                .filter(entry -> entry.currency().equals(request.currency()))
                .toList();
        if (inCurrency.isEmpty()) {
            return new PriceAnswer.None(
                    "The price book has no price in %s for it, only in %s."
                            .formatted(request.currency(), String.join(", ", currencies(all))),
                    List.of());
        }
        return priced(request, inCurrency);
    }

    private PriceAnswer priced(PriceRequest request, List<PriceEntry> entries) {
        var recurring = entries.stream().filter(entry -> !entry.once()).toList();
        var once = entries.stream().filter(PriceEntry::once).toList();
        var by = arithmetic();
        var main = recurring.isEmpty() ? once : recurring;
        var holding = holding(main, request);
        if (holding.isEmpty()) {
            return new PriceAnswer.None(ranges(main, request), main);
        }
        if (holding.size() > 1) {
            return new PriceAnswer.WhichTier(
                    holding.stream().map(PriceBook::tier).toList());
        }
        var units = new ArrayList<Units>(
                by.tiers() == Tiers.OWN_BAND && request.tier() == null
                        ? banded(main, request.quantity())
                        : List.of(new Units(holding.getFirst(), request.quantity())));
        if (!recurring.isEmpty()) {
            // What is paid once comes beside what recurs, by the quantity alone: a tier is one of what recurs.
            var beside = once.stream()
                    .filter(entry -> entry.holdsFor(request.quantity()))
                    .toList();
            beside.forEach(entry -> units.add(new Units(entry, request.quantity())));
        }
        return new PriceAnswer.Found(Reckon.of(request, units, by));
    }

    private static List<PriceEntry> holding(List<PriceEntry> entries, PriceRequest request) {
        var holding = entries.stream()
                .filter(entry -> entry.holdsFor(request.quantity()))
                .filter(entry -> request.tier() == null || request.tier().equalsIgnoreCase(entry.tier()))
                .toList();
        if (holding.size() < 2
                || holding.stream().map(PriceBook::tier).distinct().count() > 1) {
            return holding;
        }
        // Of two lines of one tier the one that began to hold later is meant.
        return holding.stream()
                .max(Comparator.comparing(entry -> Objects.requireNonNullElse(entry.from(), LocalDate.MIN)))
                .stream()
                .toList();
    }

    /** Units from below, each at the line that it falls into. */
    static List<Units> banded(List<PriceEntry> entries, int quantity) {
        var units = new ArrayList<Units>();
        int told = 0;
        for (var entry :
                entries.stream().sorted(Comparator.comparing(PriceEntry::least)).toList()) {
            int upTo = entry.most() == null ? quantity : Math.min(quantity, entry.most());
            if (upTo > told) {
                units.add(new Units(entry, upTo - told));
                told = upTo;
            }
        }
        return units;
    }

    private static String ranges(List<PriceEntry> entries, PriceRequest request) {
        var ranges = new LinkedHashSet<String>();
        for (var entry : entries) {
            String range = entry.most() == null
                    ? "from %d".formatted(entry.least())
                    : "%d to %d".formatted(entry.least(), entry.most());
            ranges.add(entry.tier() == null ? range : "%s %s".formatted(entry.tier(), range));
        }
        return "The price book has no price for %d%s, only for %s."
                .formatted(
                        request.quantity(),
                        request.tier() == null ? "" : " in the tier " + request.tier(),
                        String.join(", ", ranges));
    }

    private static Set<String> currencies(Collection<PriceEntry> entries) {
        var all = new TreeSet<String>();
        entries.forEach(entry -> all.add(entry.currency()));
        return all;
    }

    private static String tier(PriceEntry entry) {
        return entry.tier() == null ? entry.name() : entry.tier();
    }
}
