package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Events of other systems: signed contracts, payments, records of another CRM, tickets. */
final class ReadPayload implements Grammar {

    private static final Pattern KIND = Pattern.compile(
            "(?:.*\\.)?(?:type|event|event_?name|event_?type|evt|hook|webhook|kind|trigger|status|state|action|object|topic)");

    private static final Pattern PRODUCT = Pattern.compile(
            "(?i)(?:.*\\.)?(?:product|product_?name|sku|plan|plan_?name|subscription|item|line_?items?|package|licen[cs]e|"
                    + "module)(?:\\.\\d+)?(?:\\.(?:name|title|product|product_?name|description))?");

    @Override
    public void read(Reading reading) {
        if (!Payload.isJson(reading.text()) || !reading.message.fromOutside()) {
            return;
        }
        var leaves = Payload.leaves(reading.text());
        var kind = new StringBuilder();
        leaves.forEach((path, value) -> {
            if (KIND.matcher(path).matches()) {
                kind.append(' ').append(Fold.inPlace(value).replace('_', ' ').replace('.', ' '));
            }
        });
        var words = kind.toString();
        var deal = deal(reading, leaves);
        if (words.contains("ticket") || words.contains("case created") || words.contains("incident")) {
            reading.intents.add("report_issue");
        }
        if (ReadTicketPayload.isVoid(leaves)) {
            return;
        }
        signed(reading, leaves, words, deal);
        paid(reading, leaves, words, deal);
        renewed(reading, leaves, words, deal);
        healthy(reading, leaves, words, deal);
        upsert(reading, leaves, words, deal);
    }

    private static final Pattern OLD =
            Pattern.compile("(?i)(?:.*[._])?(?:previous|prev|old|before|prior|former|was|from)(?:[._].*)?");
    private static final Pattern OFTEN = Pattern.compile(
            "(?i)(?:.*\\.)?(?:billing_?|payment_?)?(?:interval|frequency|billing|cycle|period|billing_?cycle|billing_?period)");

    /** What runs goes on: until when, for how much, paid how often. */
    private static void renewed(Reading reading, Map<String, String> leaves, String words, Optional<KnownRecord> deal) {
        if (deal.isEmpty()
                || !words.matches(".*\\b(?:subscription|contract|licen[cs]e|renewal|plan)\\b.*")
                || !words.matches(".*\\b(?:updated|renewed|changed|extended|amended|upgraded|downgraded)\\b.*")) {
            return;
        }
        var draft = reading.update(deal.get(), all(reading));
        worth(reading, leaves, draft);
        dates(reading, leaves, draft);
        leaves.entrySet().stream()
                .filter(leaf -> OFTEN.matcher(leaf.getKey()).matches()
                        && !OLD.matcher(leaf.getKey()).matches())
                .flatMap(leaf -> often(Fold.inPlace(leaf.getValue())).stream())
                .findFirst()
                .ifPresent(value -> draft.set("payment_frequency", value, reading.evidence(all(reading)), 0.85));
    }

    private static Optional<String> often(String value) {
        return value.matches("month|monthly|1m|p1m")
                ? Optional.of("monthly")
                : value.matches("quarter|quarterly|3m|p3m")
                        ? Optional.of("quarterly")
                        : value.matches("year|yearly|annual|annually|12m|1y|p1y|p12m")
                                ? Optional.of("annual")
                                : value.matches("one[_ -]?time|once|single")
                                        ? Optional.of("one_time")
                                        : Optional.empty();
    }

    /** A score of health that changed says what it is now. */
    private static void healthy(Reading reading, Map<String, String> leaves, String words, Optional<KnownRecord> deal) {
        if (deal.isEmpty() || !words.contains("health")) {
            return;
        }
        leaf(leaves, "to|new|new_value|current|health|value|score|health_status|new_health|band|level|colour|color")
                .map(value -> Fold.inPlace(value).replace('_', ' ').replace('-', ' '))
                .map(value -> value.matches("good|green|healthy")
                        ? "good"
                        : value.matches("at risk|amber|yellow|orange|warning")
                                ? "at_risk"
                                : value.matches("bad|red|poor|critical") ? "bad" : "")
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> reading.update(deal.get(), all(reading))
                        .set("deal_health", value, reading.evidence(all(reading)), 0.85));
    }

    private static Optional<KnownRecord> deal(Reading reading, Map<String, String> leaves) {
        var names = new FindMentions(reading.known, String.join(" ; ", leaves.values()));
        var companies = names.all().stream()
                .filter(mention -> mention.is("company") && mention.clear())
                .map(Mention::record)
                .distinct()
                .toList();
        var mail = leaves.values().stream()
                .filter(value -> value.contains("@") && !value.contains(" "))
                .flatMap(value -> reading.known.contactWithMail(value).stream())
                .findFirst();
        var company =
                mail.flatMap(reading::companyOf).or(() -> companies.stream().findFirst());
        if (company.isEmpty()) {
            return Optional.empty();
        }
        var products = products(reading, leaves);
        var deals = reading.of(company.get(), "deal").stream()
                .filter(found -> products.isEmpty()
                        || products.stream()
                                .anyMatch(product -> product.record().name().equals(found.text("product"))))
                .toList();
        var open = deals.stream().filter(Deals::open).toList();
        return deals.size() == 1
                ? Optional.of(deals.getFirst())
                : open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    /** The field that names the product decides; where none does, what the other fields name, but never words of a note. */
    private static List<Mention> products(Reading reading, Map<String, String> leaves) {
        var known = reading.known.products();
        var named = leaves.entrySet().stream()
                .filter(leaf -> PRODUCT.matcher(leaf.getKey()).matches())
                .flatMap(leaf -> Products.in(leaf.getValue(), known).stream())
                .toList();
        return named.isEmpty()
                ? leaves.entrySet().stream()
                        .filter(leaf -> !Payload.isProse(leaf.getKey()))
                        .flatMap(leaf -> Products.in(leaf.getValue(), known).stream())
                        .toList()
                : named;
    }

    private static Span all(Reading reading) {
        return new Span(0, reading.text().length());
    }

    private static Span place(Reading reading, String value) {
        int at = reading.text().indexOf(value);
        return at < 0 ? all(reading) : new Span(at, at + value.length());
    }

    /** Signed by one of several is not signed. */
    private static void signed(Reading reading, Map<String, String> leaves, String words, Optional<KnownRecord> deal) {
        boolean esign = Fold.inPlace(reading.text())
                .matches(
                        "(?s).*\\b(?:e-?sign\\w*|docusign|signature|envelope|adobe ?sign|hellosign|pandadoc|agreement)\\b.*");
        boolean complete =
                words.matches(".*\\b(?:completed|fully signed|all signed|signature request all signed|executed)\\b.*");
        if (deal.isEmpty() || !esign || !complete || !Deals.open(deal.get())) {
            return;
        }
        var day = leaves.entrySet().stream()
                .filter(leaf -> leaf.getKey().matches(".*(?:completed|signed|executed)(?:_at|_on|At|_date|Date)?")
                        && leaf.getValue().matches("\\d{4}-\\d{2}-\\d{2}.*"))
                .map(leaf -> leaf.getValue().substring(0, 10))
                .findFirst()
                .orElse(reading.message.day().toString());
        var draft = reading.update(deal.get(), all(reading))
                .set("stage", "won", reading.evidence(place(reading, "completed")), 0.85)
                .set("deal_signing_date", day, reading.evidence(place(reading, day)), 0.85);
        worth(reading, leaves, draft);
        dates(reading, leaves, draft);
    }

    private static void paid(Reading reading, Map<String, String> leaves, String words, Optional<KnownRecord> deal) {
        boolean invoice = Fold.inPlace(reading.text())
                .matches("(?s).*\\b(?:invoice|payment|charge|subscription|dunning)\\w*\\b.*");
        if (deal.isEmpty() || !invoice) {
            return;
        }
        String status = words.matches(".*\\b(?:past due|overdue|dunning|uncollectible)\\b.*")
                ? "overdue"
                : words.matches(".*\\b(?:paid|payment succeeded|succeeded|settled)\\b.*")
                                && !words.contains("partially")
                                && !words.contains("unpaid")
                        ? "paid"
                        : words.matches(".*\\binvoice (?:sent|finalized|issued|created)\\b.*") ? "invoiced" : null;
        if (status != null) {
            reading.update(deal.get(), all(reading))
                    .set("deal_payment_status", status, reading.evidence(all(reading)), 0.85);
        }
    }

    /** A message that is itself a deal record. */
    private static void upsert(Reading reading, Map<String, String> leaves, String words, Optional<KnownRecord> deal) {
        if (!words.matches(
                        ".*\\b(?:deal|opportunity)\\b.*\\b(?:upsert\\w*|created?|updated?|changed?|won|sync\\w*)\\b.*")
                || words.contains("invoice")) {
            return;
        }
        var company = leaf(leaves, "account|company|customer|organization|account_name|company_name");
        var product = leaf(leaves, "product|product_name|line_item|plan");
        if (company.isEmpty()) {
            return;
        }
        var draft = deal.map(found -> reading.update(found, all(reading)))
                .orElseGet(() -> reading.create("deal", null, all(reading))
                        .key("company", company.get())
                        .key("product", product.orElse(null)));
        worth(reading, leaves, draft);
        leaf(leaves, "stage|deal_stage|pipeline_stage")
                .map(value -> StageCues.named(Fold.inPlace(value).replace('_', ' ')))
                .filter(StageCues.RANK::containsKey)
                .ifPresent(value -> draft.set("stage", value, reading.evidence(all(reading)), 0.85));
        dates(reading, leaves, draft);
        leaves.entrySet().stream()
                .filter(entry -> entry.getKey()
                        .matches(
                                ".*(?:lead_source|(?:deal|opportunity|lead|payload|data|record|object|properties|fields)"
                                        + "\\.(?:source|channel))"))
                .map(Map.Entry::getValue)
                .findFirst()
                .ifPresent(value ->
                        draft.set("acquisition_channel_source", value, reading.evidence(place(reading, value)), 0.8));
    }

    private static void worth(Reading reading, Map<String, String> leaves, Draft draft) {
        leaf(leaves, "amount|value|deal_amount|deal_value|contract_value|total|total_amount")
                .filter(value -> value.matches("\\d+(?:\\.\\d+)?"))
                .ifPresent(value -> draft.set(
                        "deal_amount",
                        ReadAmounts.number(new BigDecimal(value)),
                        reading.evidence(place(reading, value)),
                        0.9));
        leaf(leaves, "currency|deal_currency")
                .ifPresent(value -> draft.set(
                        "deal_amount_currency",
                        value.toUpperCase(java.util.Locale.ROOT),
                        reading.evidence(place(reading, value)),
                        0.9));
    }

    private static void dates(Reading reading, Map<String, String> leaves, Draft draft) {
        leaf(
                        leaves,
                        "close_date|close|close_by|closing_date|sign_by|target_close|expected_close|expected_close_date|"
                                + "expected_signing_date|closedate")
                .filter(value -> value.matches("\\d{4}-\\d{2}-\\d{2}.*"))
                .ifPresent(value -> draft.set(
                        "deal_expected_signing_date",
                        value.substring(0, 10),
                        reading.evidence(place(reading, value)),
                        0.9));
        leaf(leaves, "start_date|start|term_start|contract_start|starts_on|starts_at|valid_from")
                .filter(value -> value.matches("\\d{4}-\\d{2}-\\d{2}.*"))
                .ifPresent(value -> draft.set(
                        "deal_start_date", value.substring(0, 10), reading.evidence(place(reading, value)), 0.9));
        leaf(
                        leaves,
                        "end_date|end|current_period_end|period_end|renews_until|term_end|contract_end|ends_on|ends_at|valid_until|"
                                + "valid_to|expires_on")
                .filter(value -> value.matches("\\d{4}-\\d{2}-\\d{2}.*"))
                .ifPresent(value -> draft.set(
                        "deal_end_date", value.substring(0, 10), reading.evidence(place(reading, value)), 0.9));
    }

    private static Optional<String> leaf(Map<String, String> leaves, String names) {
        return leaves.entrySet().stream()
                .filter(leaf -> !OLD.matcher(leaf.getKey()).matches())
                .filter(leaf -> List.of(names.split("\\|"))
                        .contains(leaf.getKey().replaceAll("\\.name$", "").replaceAll("^.*\\.", "")))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
