package dev.windrose.context.policy.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a policy may ask about. A fact that is not given is not known. */
public enum Fact {
    DISCOUNT_PERCENT(Form.PERCENT, "discount"),
    REFUND_PERCENT(Form.PERCENT, "refunded part"),
    NET_TERMS_DAYS(Form.COUNT, "payment terms in days"),
    TRIAL_DAYS(Form.COUNT, "trial in days"),
    DAYS_SINCE_PURCHASE(Form.COUNT, "days since purchase"),
    CONTRACT_MONTHS(Form.COUNT, "contract in months"),
    HOURS_WAITING(Form.NUMBER, "hours of waiting"),
    AMOUNT(Form.MONEY, "amount"),
    REFUND_AMOUNT(Form.MONEY, "refund"),
    LIST_PRICE(Form.MONEY, "list price"),
    UNIT_PRICE(Form.MONEY, "unit price"),
    ANNUAL_REVENUE(Form.MONEY, "annual revenue"),
    LIABILITY_CAP(Form.MONEY, "liability cap"),
    CURRENCY(Form.NAME, "currency"),
    QUANTITY(Form.COUNT, "units"),
    COMPANY_SIZE(Form.COUNT, "employees"),
    PRODUCT(Form.NAME, "product"),
    PLAN(Form.NAME, "plan"),
    COMPETITOR(Form.NAME, "competitor"),
    PAYMENT(Form.CHOICE, "payment", "upfront", "monthly", "quarterly", "annually"),
    SEGMENT(
            Form.CHOICE,
            "segment",
            "enterprise",
            "mid_market",
            "small_business",
            "startup",
            "nonprofit",
            "public_sector",
            "education"),
    REGION(Form.NAME, "region"),
    COUNTRY(Form.NAME, "country"),
    INDUSTRY(Form.NAME, "industry"),
    CUSTOMER_STATE(Form.CHOICE, "customer state", "prospect", "trial", "active", "overdue", "churned"),
    ACTION(
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
            "create_lead"),
    STAGE_FROM(Form.NAME, "stage before"),
    STAGE_TO(Form.NAME, "stage"),
    FILLED(Form.LIST, "filled fields"),
    LEAD_SOURCE(Form.CHOICE, "source of the lead", "web_form", "referral", "event", "partner", "outbound"),
    ACTOR_ROLE(Form.NAME, "role"),
    IS_RENEWAL(Form.TRUTH, "renewal"),
    IS_NEW_CUSTOMER(Form.TRUTH, "new customer"),
    CUSTOM_TERMS(Form.TRUTH, "custom terms"),
    DATA_LOCATION(Form.CHOICE, "place of the data", "EU", "US", "UK", "Switzerland"),
    PRIORITY(Form.CHOICE, "priority", "low", "normal", "high", "urgent");

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

    private static final Map<String, Fact> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(Fact::key, Function.identity()));

    private final Form form;
    private final String label;
    private final List<String> choices;

    Fact(Form form, String label, String... choices) {
        this.form = form;
        this.label = label;
        this.choices = List.of(choices);
    }

    public static Optional<Fact> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
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
}
