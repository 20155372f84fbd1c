package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says which deal of the account a statement is about; asks where it cannot. */
final class Deals {

    private static final Pattern RENEWAL = Pattern.compile(
            "\\b(?:renew\\w*|verlanger\\w*|renouvel\\w*|renovaci\\w*|rinnov\\w*|renovac\\w*|verleng\\w*|forny\\w*)\\b");

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,:/])(\\d{1,3}(?:[.,]\\d{3})+|" + "\\d{2,7}(?:[.,]\\d{1,2})?)(?![\\d%:/]|[.,]\\d)");

    enum Purpose {
        /** Stage, amount, expected dates: what is still open comes first. */
        SALE,
        /** Payment, health, end: what is running comes first. */
        CONTRACT
    }

    private Deals() {}

    static Optional<KnownRecord> choose(Reading reading, Statement statement, Purpose purpose) {
        var named = product(reading, statement);
        if (reading.newDeals.containsKey(statement)) {
            return Optional.empty();
        }
        if (purpose == Purpose.SALE && isNew(reading, statement, named)) {
            return Optional.empty();
        }
        var all = reading.of(statement.company, "deal");
        var fitting = named.map(product -> all.stream()
                        .filter(deal -> product.name().equalsIgnoreCase(deal.text("product")))
                        .toList())
                .orElse(all);
        if (fitting.size() > 1) {
            fitting = renewal(reading, statement, fitting);
        }
        if (fitting.size() > 1) {
            fitting = narrowed(fitting, purpose);
        }
        if (fitting.size() > 1) {
            fitting = byAmount(statement, bySpoken(reading, statement, fitting));
        }
        if (fitting.size() > 1) {
            fitting = byNumber(reading, statement, fitting);
        }
        if (fitting.size() > 1) {
            fitting = earlier(reading, byOwner(reading, fitting));
        }
        if (fitting.size() == 1) {
            return Optional.of(fitting.getFirst());
        }
        if (fitting.size() > 1) {
            reading.ask("Which deal of " + Reading.companyName(statement.company) + " do you mean?", fitting);
        }
        return Optional.empty();
    }

    /** The message brings in a deal of its own: what it says of that product, or of a sale where none stands open, is about that one. */
    private static boolean isNew(Reading reading, Statement statement, Optional<KnownRecord> named) {
        boolean other = named.isEmpty()
                && reading.of(statement.company, "deal").stream().anyMatch(Deals::open);
        return !other
                && reading.drafts.stream()
                        .filter(draft -> draft.entity.equals("deal")
                                && draft.record == null
                                && Reading.companyName(statement.company).equals(draft.key.get("company")))
                        .anyMatch(draft -> named.isEmpty() || named.get().name().equals(draft.key.get("product")));
    }

    static boolean open(KnownRecord deal) {
        return !List.of("won", "lost").contains(deal.textOr("stage", "lead"));
    }

    /** The product of this statement, or of the one before it in the same line. */
    static Optional<KnownRecord> product(Reading reading, Statement statement) {
        if (!statement.products.isEmpty()) {
            return Optional.of(statement.products.getFirst().record());
        }
        return Optional.empty();
    }

    /** Is a renewal spoken of? What it brings does not change the contract that runs. */
    static boolean renewing(Reading reading, Statement statement) {
        return statement.has(RENEWAL)
                || reading.statements.stream()
                        .anyMatch(other -> other.company == statement.company && other.has(RENEWAL));
    }

    private static List<KnownRecord> renewal(Reading reading, Statement statement, List<KnownRecord> deals) {
        if (!renewing(reading, statement)) {
            return deals;
        }
        var renewals = deals.stream()
                .filter(deal -> RENEWAL.matcher(dev.windrose.llm.language.Fold.inPlace(deal.name()))
                        .find())
                .toList();
        return renewals.isEmpty() ? deals : renewals;
    }

    private static List<KnownRecord> narrowed(List<KnownRecord> deals, Purpose purpose) {
        var first = deals.stream()
                .filter(deal -> purpose == Purpose.SALE
                        ? open(deal)
                        : deal.textOr("stage", "").equals("won"))
                .toList();
        if (!first.isEmpty()) {
            return first;
        }
        var running = deals.stream()
                .filter(deal -> !deal.textOr("stage", "").equals("lost"))
                .toList();
        return running.isEmpty() ? deals : running;
    }

    /** The sum that one of the deals stands at, in full or in thousands, here or where the account is spoken of without a product. */
    private static List<KnownRecord> byNumber(Reading reading, Statement statement, List<KnownRecord> deals) {
        var here = byNumber(statement, deals);
        if (here.size() == 1 || !statement.products.isEmpty()) {
            return here;
        }
        var told = reading.statements.stream()
                .filter(other -> statement.company != null
                        && statement.company.sameAs(other.company)
                        && other.products.isEmpty()
                        && other.part == statement.part)
                .map(other -> byNumber(other, deals))
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .distinct()
                .toList();
        return told.size() == 1 ? told : deals;
    }

    private static List<KnownRecord> byNumber(Statement statement, List<KnownRecord> deals) {
        var numbers = NUMBER.matcher(statement.folded)
                .results()
                .map(match -> new BigDecimal(
                        match.group(1).replaceAll("[.,](?=\\d{3}\\b)", "").replace(',', '.')))
                .filter(number -> number.signum() > 0)
                .toList();
        return one(
                deals,
                deal -> deal.number("deal_amount") != null
                        && numbers.stream()
                                .anyMatch(number -> number.compareTo(deal.number("deal_amount")) == 0
                                        || number.compareTo(BigDecimal.TEN) >= 0
                                                && number.movePointRight(3).compareTo(deal.number("deal_amount"))
                                                        == 0));
    }

    /** An amount close to what one of the deals has, and to none of the others. */
    private static List<KnownRecord> byAmount(Statement statement, List<KnownRecord> deals) {
        var close = deals.stream()
                .filter(deal -> deal.number("deal_amount") != null)
                .filter(deal -> statement.moneys.stream()
                        .anyMatch(money -> ratio(money.amount(), deal.number("deal_amount")) < 1.15))
                .toList();
        return close.size() == 1 ? close : deals;
    }

    /** The product spoken of just before, the date it had, or "the deal in negotiation". */
    private static List<KnownRecord> bySpoken(Reading reading, Statement statement, List<KnownRecord> deals) {
        var dated = one(deals, deal -> statement.dates.stream()
                .anyMatch(date -> date.date().equals(deal.date("deal_expected_signing_date"))));
        if (dated.size() == 1) {
            return dated;
        }
        var staged = one(
                deals,
                deal -> statement.folded.matches(
                        "(?s).*\\b(?:(?:deal|opp\\w*|one|contract|offer) (?:that is |that's |which is |still )?(?:in|at|auf|en)(?: the)? "
                                + deal.textOr("stage", "-") + "|" + deal.textOr("stage", "-")
                                + "(?: stage)? (?:deal|opp\\w*|one))\\b.*"));
        if (staged.size() == 1) {
            return staged;
        }
        int at = reading.statements.indexOf(statement);
        for (int i = at - 1; i >= 0; i--) {
            var before = reading.statements.get(i);
            boolean same =
                    statement.company != null && statement.company.sameAs(before.company) || before.company == null;
            if (!same) {
                break;
            }
            if (!before.products.isEmpty()) {
                return one(deals, deal -> before.products.stream()
                        .anyMatch(product -> product.record().name().equalsIgnoreCase(deal.text("product"))));
            }
        }
        return deals;
    }

    /** The author speaks of the deal that is his or hers, where only one is. */
    private static List<KnownRecord> byOwner(Reading reading, List<KnownRecord> deals) {
        var author = reading.message.author();
        return author == null ? deals : one(deals, deal -> author.name().equalsIgnoreCase(deal.text("owner")));
    }

    private static List<KnownRecord> one(List<KnownRecord> deals, java.util.function.Predicate<KnownRecord> wanted) {
        var found = deals.stream().filter(wanted).toList();
        return found.size() == 1 ? found : deals;
    }

    private static List<KnownRecord> earlier(Reading reading, List<KnownRecord> deals) {
        var earlier = reading.message.earlier();
        var view = reading.message.view();
        var same = deals.stream()
                .filter(deal -> earlier != null && deal.sameAs(earlier.deal()) || deal.sameAs(view))
                .toList();
        return same.size() == 1 ? same : deals;
    }

    static double ratio(BigDecimal a, @org.jspecify.annotations.Nullable BigDecimal b) {
        if (b == null || a.signum() == 0 || b.signum() == 0) {
            return Double.MAX_VALUE;
        }
        double ratio = a.doubleValue() / b.doubleValue();
        return ratio < 1 ? 1 / ratio : ratio;
    }
}
