package dev.windrose.context.policy.rule;

import dev.windrose.llm.language.Fold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a policy may ask about. A fact that is not given is not known. Beside those that are listed here a clause may name facts of its own, such as
 * travel costs: the end of their key says what their values look like.
 */
public final class Fact implements Comparable<Fact> {

    private static final Map<String, Fact> KNOWN = new LinkedHashMap<>();

    public static final Fact DISCOUNT_PERCENT = known("discount_percent", Form.PERCENT, "discount");
    public static final Fact REFUND_PERCENT = known("refund_percent", Form.PERCENT, "refunded part");
    public static final Fact NET_TERMS_DAYS = known("net_terms_days", Form.COUNT, "payment terms in days");
    public static final Fact TRIAL_DAYS = known("trial_days", Form.COUNT, "trial in days");
    public static final Fact DAYS_SINCE_PURCHASE = known("days_since_purchase", Form.COUNT, "days since purchase");
    public static final Fact CONTRACT_MONTHS = known("contract_months", Form.COUNT, "contract in months");
    public static final Fact HOURS_WAITING = known("hours_waiting", Form.NUMBER, "hours of waiting");
    public static final Fact AMOUNT = known("amount", Form.MONEY, "amount");
    public static final Fact REFUND_AMOUNT = known("refund_amount", Form.MONEY, "refund");
    public static final Fact LIST_PRICE = known("list_price", Form.MONEY, "list price");
    public static final Fact UNIT_PRICE = known("unit_price", Form.MONEY, "unit price");
    public static final Fact ANNUAL_REVENUE = known("annual_revenue", Form.MONEY, "annual revenue");
    public static final Fact LIABILITY_CAP = known("liability_cap", Form.MONEY, "liability cap");
    public static final Fact CURRENCY = known("currency", Form.NAME, "currency");
    public static final Fact QUANTITY = known("quantity", Form.COUNT, "units");
    public static final Fact COMPANY_SIZE = known("company_size", Form.COUNT, "employees");
    public static final Fact PRODUCT = known("product", Form.NAME, "product");
    public static final Fact PLAN = known("plan", Form.NAME, "plan");
    public static final Fact COMPETITOR = known("competitor", Form.NAME, "competitor");
    public static final Fact PAYMENT =
            known("payment", Form.CHOICE, "payment", "upfront", "monthly", "quarterly", "annually");
    public static final Fact SEGMENT = known(
            "segment",
            Form.CHOICE,
            "segment",
            "enterprise",
            "mid_market",
            "small_business",
            "startup",
            "nonprofit",
            "public_sector",
            "education");
    public static final Fact REGION = known("region", Form.NAME, "region");
    public static final Fact COUNTRY = known("country", Form.NAME, "country");
    public static final Fact INDUSTRY = known("industry", Form.NAME, "industry");
    public static final Fact CUSTOMER_STATE =
            known("customer_state", Form.CHOICE, "customer state", "prospect", "trial", "active", "overdue", "churned");
    public static final Fact ACTION = known(
            "action",
            Form.CHOICE,
            "action",
            "quote",
            "refund",
            "credit",
            "free_trial",
            "send_mail",
            "sign",
            "delete",
            "share_data",
            "renew",
            "change_stage",
            "create_lead");
    public static final Fact STAGE_FROM = known("stage_from", Form.NAME, "stage before");
    public static final Fact STAGE_TO = known("stage_to", Form.NAME, "stage");
    public static final Fact FILLED = known("filled", Form.LIST, "filled fields");
    public static final Fact LEAD_SOURCE = known(
            "lead_source", Form.CHOICE, "source of the lead", "web_form", "referral", "event", "partner", "outbound");
    public static final Fact ACTOR_ROLE = known("actor_role", Form.NAME, "role");
    public static final Fact IS_RENEWAL = known("is_renewal", Form.TRUTH, "renewal");
    public static final Fact IS_NEW_CUSTOMER = known("is_new_customer", Form.TRUTH, "new customer");
    public static final Fact CUSTOM_TERMS = known("custom_terms", Form.TRUTH, "custom terms");
    public static final Fact DATA_LOCATION =
            known("data_location", Form.CHOICE, "place of the data", "EU", "US", "UK", "Switzerland");
    public static final Fact PRIORITY = known("priority", Form.CHOICE, "priority", "low", "normal", "high", "urgent");
    public static final Fact FREE_MONTHS = known("free_months", Form.COUNT, "free months");
    public static final Fact CUSTOMER_MONTHS = known("customer_months", Form.COUNT, "months as a customer");
    public static final Fact NOTICE_DAYS = known("notice_days", Form.COUNT, "notice period in days");
    public static final Fact UPTIME_PERCENT = known("uptime_percent", Form.PERCENT, "uptime");
    public static final Fact MARGIN_PERCENT = known("margin_percent", Form.PERCENT, "margin");
    public static final Fact PRICE_INCREASE_PERCENT = known("price_increase_percent", Form.PERCENT, "price increase");
    public static final Fact HEALTH_SCORE = known("health_score", Form.NUMBER, "health score");
    public static final Fact IS_RAMP_DEAL = known("is_ramp_deal", Form.TRUTH, "ramp deal");

    private static final int LONGEST = 80;
    private static final Pattern OWN =
            Pattern.compile("(is_)?([a-z][a-z0-9]*(?:_[a-z0-9]+)*?)(?:_(percent|amount|days|months|hours|count))?");

    /** What values look like. */
    public enum Form {
        PERCENT,
        COUNT,
        NUMBER,
        MONEY,
        NAME,
        CHOICE,
        TRUTH,
        LIST
    }

    private final String key;
    private final int ordinal;
    private final Form form;
    private final String label;
    private final List<String> choices;

    private Fact(String key, int ordinal, Form form, String label, List<String> choices) {
        this.key = key;
        this.ordinal = ordinal;
        this.form = form;
        this.label = label;
        this.choices = choices;
    }

    private static Fact known(String key, Form form, String label, String... choices) {
        var fact = new Fact(key, KNOWN.size(), form, label, List.of(choices));
        KNOWN.put(key, fact);
        return fact;
    }

    /** Those that every workspace has. */
    public static List<Fact> all() {
        return List.copyOf(KNOWN.values());
    }

    /** One of those that every workspace has. */
    public static Optional<Fact> known(String key) {
        return Optional.ofNullable(KNOWN.get(key));
    }

    /** Also one that only a clause names. */
    public static Optional<Fact> of(String key) {
        return known(key).or(() -> Optional.ofNullable(own(key)));
    }

    /**
     * A fact that a clause names itself.
     *
     * @param measure percent, amount, days, months, hours or count; null for what is true or not
     */
    public static Optional<Fact> named(String words, @Nullable String measure) {
        var name = Fold.words(words).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.isEmpty() ? Optional.empty() : of(measure == null ? "is_" + name : name + "_" + measure);
    }

    private static @Nullable Fact own(String key) {
        var parts = OWN.matcher(key);
        if (key.length() > LONGEST || !parts.matches() || (parts.group(1) == null) == (parts.group(3) == null)) {
            return null;
        }
        var words = parts.group(2).replace('_', ' ');
        var measure = parts.group(3);
        if (measure == null) {
            return new Fact(key, Integer.MAX_VALUE, Form.TRUTH, words, List.of());
        }
        return switch (measure) {
            case "percent" -> new Fact(key, Integer.MAX_VALUE, Form.PERCENT, words, List.of());
            case "amount" -> new Fact(key, Integer.MAX_VALUE, Form.MONEY, words, List.of());
            case "count" -> new Fact(key, Integer.MAX_VALUE, Form.NUMBER, words, List.of());
            default -> new Fact(key, Integer.MAX_VALUE, Form.NUMBER, words + " in " + measure, List.of());
        };
    }

    /** Only a clause names it. */
    public boolean own() {
        return ordinal == Integer.MAX_VALUE;
    }

    public String key() {
        return key;
    }

    public Form form() {
        return form;
    }

    public String label() {
        return label;
    }

    /** All values there are; empty for open ones. */
    public List<String> choices() {
        return choices;
    }

    public boolean numeric() {
        return switch (form) {
            case PERCENT, COUNT, NUMBER, MONEY -> true;
            case NAME, CHOICE, TRUTH, LIST -> false;
        };
    }

    /** Has no values between two whole numbers. */
    public boolean whole() {
        return form == Form.COUNT;
    }

    @Override
    public int compareTo(Fact other) {
        int order = Integer.compare(ordinal, other.ordinal);
        return order != 0 ? order : key.compareTo(other.key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact && key.equals(fact.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key.toUpperCase(Locale.ROOT);
    }
}
