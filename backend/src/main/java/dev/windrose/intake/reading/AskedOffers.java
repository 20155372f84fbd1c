package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.List;
import java.util.regex.Pattern;

/** A customer who asks in a mail for an offer on a product that no deal of theirs stands open for brings a lead. */
final class AskedOffers {

    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:issue|tender|submit|make|draw up|work out|receive|erhalten|bekommen|unterbreit\\w*|erbitt\\w*|etabli\\w*|recevoir|transmett\\w*|"
                    + "recibir|recib\\w+|remit\\w+|elabor\\w+|prepar\\w+|facilit\\w+|receber|receb\\w+|ricevere|mandar\\w*|send|quote|give|provide|prepare|share|need|want|like|request|get|receive|order|buy|purchase|senden|schicken|"
                    + "erstellen|brauchen|benotigen|mochten|bitte|bestellen|envoyer|"
                    + "souhait\\w+|voudri\\w+|aimeri\\w+|besoin|commander|chiffr\\w+|acheter|achat|adquirir|encomend\\w+|enviar\\w*|"
                    + "envien|mandar\\w*|necesit\\w+|queremos|"
                    + "quisieramos|enviem|precisamos|gostariamos|inviar\\w*|vorremmo|sturen|graag)\\b");
    private static final Pattern OFFER = Pattern.compile(
            "\\b(?:(?:a |an |your |us |us for |formal |price )?quot(?:e|ation)|offer|proposal|pricing|prices|angebot|offerte|"
                    + "devis|offre|oferta|cotizacion|presupuesto|orcamento|proposta|preventivo|"
                    + "(?:to|like to|want to|wish to) (?:order|buy|purchase)|bestellen|commander|chiffr\\w+|acheter|comprar|adquirir|"
                    + "encomend\\w+|pedir)\\b");

    /** Beside an order nothing is to be quoted. */
    private static final Pattern QUOTE = Pattern.compile(
            "\\b(?:quotes?|quotation|offer(?! to)|proposal|pricing|angebot\\w*|offerte|devis|offre|chiffr\\w+|oferta|cotizacion|presupuesto|"
                    + "orcamento|proposta|preventivo)\\b");

    private AskedOffers() {}

    static void read(Reading reading) {
        for (var statement : reading.statements) {
            var company = statement.company;
            var products = wanted(reading, statement);
            if (company == null
                    || company.id().startsWith(Reading.NEW)
                    || products.size() != 1
                    || statement.is(Mode.OFF_RECORD)
                    || statement.part.kind() != Part.Kind.OWN
                    || !statement.has(ASKS)
                    || !statement.has(OFFER)
                    || statement
                            .find(OFFER)
                            .filter(place -> Clauses.denied(statement, place))
                            .isPresent()) {
                continue;
            }
            var product = products.getFirst();
            if (free(reading, company, product)) {
                draft(reading, statement, company, product);
                return;
            }
        }
    }

    private static void draft(Reading reading, Statement statement, KnownRecord company, KnownRecord product) {
        var told = reading.statements.stream()
                .filter(other -> other.part == statement.part && company.equals(other.company))
                .toList();
        if (told.stream().anyMatch(other -> other.has(QUOTE))) {
            reading.intents.add("price_quote");
        }
        var draft = reading.create("deal", company, statement.span())
                .key("company", company.name())
                .key("product", product.name())
                .set("stage", "lead", reading.evidence(statement.span()), 0.8)
                .set("product", product.name(), reading.evidence(statement.span()), 0.85);
        told.forEach(other -> dates(reading, other, draft));
        ReadAmounts.asked(statement).ifPresent(money -> draft.set(
                        "deal_amount", ReadAmounts.number(money.amount()), reading.evidence(money.span()), 0.8)
                .set("deal_amount_currency", money.currency(), reading.evidence(money.span()), 0.8));
        told.stream()
                .flatMap(other -> ReadPayment.frequency(reading, other).stream())
                .findFirst()
                .ifPresent(often ->
                        draft.set("payment_frequency", often.getKey(), reading.evidence(often.getValue()), 0.8));
    }

    private static final Pattern BUY = Pattern.compile(
            "\\b(?:buy|purchase|order|decide|place (?:the|an|our) order|kaufen|bestellen|beschaffen|entscheiden|acheter|commander|"
                    + "decider|comprar|pedir|"
                    + "adquirir|decidir|encomendar|fechar)\\b[^.;]{0,40}$");

    /** When they mean to buy and to begin. */
    private static void dates(Reading reading, Statement statement, Draft draft) {
        if (!statement.firm()) {
            return;
        }
        for (var date : statement.dates) {
            if (!date.date().isAfter(reading.message.day()) || Clauses.denied(statement, date.span())) {
                continue;
            }
            boolean buys = BUY.matcher(statement.between(
                            statement.clause(date.span()).start(), date.span().start()))
                    .find();
            var role = DateRoles.of(statement, date);
            var field = role == DateRoles.Role.START && !buys
                    ? "deal_start_date"
                    : buys || role == DateRoles.Role.SIGN ? "deal_expected_signing_date" : null;
            if (field != null && !draft.has(field)) {
                draft.set(field, date.date().toString(), reading.evidence(date.span()), 0.8);
            }
        }
    }

    /** What the offer is to be for: named in the sentence, or wanted in the one before. */
    private static List<KnownRecord> wanted(Reading reading, Statement statement) {
        var named = statement.products.isEmpty()
                ? reading.before(statement)
                        .filter(before -> before.part == statement.part && before.firm() && before.has(ASKS))
                        .map(before -> before.products)
                        .orElse(List.of())
                : statement.products;
        return named.stream().map(Mention::record).distinct().toList();
    }

    private static boolean free(Reading reading, KnownRecord company, KnownRecord product) {
        return reading.of(company, "deal").stream()
                        .noneMatch(deal -> product.name().equalsIgnoreCase(deal.text("product")))
                && reading.drafts.stream().noneMatch(draft -> draft.entity.equals("deal") && draft.record == null);
    }
}
