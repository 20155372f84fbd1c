package dev.windrose.intake.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that messages speak of, by kind of record, with what a value of each may be. */
public final class CanonicalFields {

    enum Form {
        NUMBER,
        DATE,
        CHOICE,
        FLAG,
        MAIL,
        PHONE,
        TEXT,
        PRODUCT,
        PERSON,
        CONTACTS,
        CURRENCY,
        DECIMAL,
        MONEY,
        COUNTRY;

        /** How a value of this form is written, where that does not go without saying. */
        String written() {
            return switch (this) {
                case DATE -> "YYYY-MM-DD";
                case MONEY -> "amount and currency, as 1200000 EUR";
                case COUNTRY -> "two letters";
                case FLAG -> "true|false";
                case NUMBER, CHOICE, MAIL, PHONE, TEXT, PRODUCT, PERSON, CONTACTS, CURRENCY, DECIMAL -> "";
            };
        }
    }

    /** @param choices what a choice may be */
    record Canonical(Form form, List<String> choices) {

        /** The field in words. */
        String told(String name) {
            var values = choices.isEmpty() ? form.written() : String.join("|", choices);
            return values.isEmpty() ? name : name + " (" + values + ")";
        }
    }

    private static final Canonical NUMBER = new Canonical(Form.NUMBER, List.of());
    private static final Canonical DATE = new Canonical(Form.DATE, List.of());
    private static final Canonical TEXT = new Canonical(Form.TEXT, List.of());

    /** Words of the reader's own, so two readers may differ in them. */
    static final Set<String> TOLD = Set.of("summary", "description", "resolution", "lost_reason");

    private static final Map<String, Map<String, Canonical>> FIELDS = Map.of(
            "company",
            Map.of(
                    "website_url",
                    TEXT,
                    "industry_vertical",
                    TEXT,
                    "customer_segment_label",
                    TEXT,
                    "employee_size",
                    NUMBER,
                    "revenue",
                    new Canonical(Form.MONEY, List.of()),
                    "country_hq",
                    new Canonical(Form.COUNTRY, List.of()),
                    "b2b_or_b2c",
                    choice("B2B", "B2C"),
                    "customer_state",
                    choice("dormant", "exploring", "buying", "using", "churned")),
            "contact",
            Map.of(
                    "email", new Canonical(Form.MAIL, List.of()),
                    "phone", new Canonical(Form.PHONE, List.of()),
                    "title", TEXT,
                    "influence_role",
                            choice("champion", "decision_maker", "influencer", "blocker", "user", "economic_buyer"),
                    "is_primary", new Canonical(Form.FLAG, List.of())),
            "deal",
            deal(),
            "issue",
            Map.of(
                    "title",
                    TEXT,
                    "issue_type",
                    choice("bug", "question", "feature_request", "billing", "onboarding", "access", "outage", "other"),
                    "priority",
                    choice("low", "medium", "high", "urgent"),
                    "due_date",
                    DATE,
                    "assignee",
                    new Canonical(Form.PERSON, List.of()),
                    "status",
                    choice("open", "in_progress", "waiting", "resolved", "closed"),
                    "resolution",
                    TEXT),
            "task",
            Map.of("title", TEXT, "due_date", DATE, "assignee", new Canonical(Form.PERSON, List.of())),
            "feedback",
            Map.of(
                    "summary",
                    TEXT,
                    "sentiment",
                    choice("positive", "neutral", "negative"),
                    "product",
                    new Canonical(Form.PRODUCT, List.of())),
            "project",
            Map.of(
                    "project_type",
                    choice(
                            "marketing_campaign",
                            "product_launch",
                            "sales_initiative",
                            "customer_success_program",
                            "capability"),
                    "start_date",
                    DATE,
                    "target_end_date",
                    DATE),
            "objection",
            Map.of(
                    "summary", TEXT,
                    "category",
                            choice(
                                    "price",
                                    "timing",
                                    "security",
                                    "competitor",
                                    "feature_gap",
                                    "authority",
                                    "contract",
                                    "other"),
                    "competitor", TEXT),
            "interaction",
            Map.of(
                    "interaction_type",
                    choice("call", "meeting", "email", "chat", "event", "demo", "note"),
                    "date",
                    DATE,
                    "contacts",
                    new Canonical(Form.CONTACTS, List.of())));

    private CanonicalFields() {}

    private static Canonical choice(String... choices) {
        return new Canonical(Form.CHOICE, List.of(choices));
    }

    private static Map<String, Canonical> deal() {
        var fields = new LinkedHashMap<String, Canonical>();
        fields.put("product", new Canonical(Form.PRODUCT, List.of()));
        fields.put("deal_amount", NUMBER);
        fields.put("deal_amount_currency", new Canonical(Form.CURRENCY, List.of()));
        fields.put("stage", choice("lead", "qualified", "discovery", "proposal", "negotiation", "won", "lost"));
        for (var date :
                List.of("deal_expected_signing_date", "deal_signing_date", "deal_start_date", "deal_end_date")) {
            fields.put(date, DATE);
        }
        fields.put("payment_frequency", choice("monthly", "quarterly", "annual", "one_time"));
        fields.put("deal_payment_status", choice("unpaid", "invoiced", "paid", "overdue"));
        fields.put("deal_health", choice("good", "at_risk", "bad"));
        fields.put("lost_reason", TEXT);
        fields.put("acquisition_channel_source", TEXT);
        return Map.copyOf(fields);
    }

    static boolean has(String entity, String field) {
        return FIELDS.getOrDefault(entity, Map.of()).containsKey(field);
    }

    static Canonical of(String entity, String field) {
        return FIELDS.getOrDefault(entity, Map.of()).getOrDefault(field, TEXT);
    }

    public static List<String> entities() {
        return FIELDS.keySet().stream().sorted().toList();
    }

    /** Every field in words, a kind of record a line. */
    public static String told() {
        var lines = new StringBuilder();
        for (var entity : entities()) {
            lines.append(entity).append(": ");
            lines.append(String.join(
                    ", ",
                    FIELDS.get(entity).entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(field -> field.getValue().told(field.getKey()))
                            .toList()));
            lines.append('\n');
        }
        return lines.toString();
    }
}
