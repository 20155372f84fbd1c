package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A deal is created where an employee asks for it, or gives a product together with an amount or a stage. */
final class ReadNewDeals implements Grammar {

    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:(?:open|create|add|log|new|start|set up|make|register|raise|anlegen|lege?|neue[rsn]?|nouvelle?|ouvr(?:ir|e|ez|"
                    + "ons)|creer|cree[rz]?|"
                    + "abr(?:e|ir|am?|id)|crear?|criar?|cria|opprett\\w*|skapa|lag|aanmaken|apri\\w*|"
                    + "nueva?|nuova?|ny|nieuwe) (?:a |an |the |up |another |one |un |une |una |um |uma |l'|la |le |el |o |eine |"
                    + "einen |en |et |ny |pls |please )*(?:new )?(?:\\w+ )?(?:opp\\w*|deals?|"
                    + "opportunity|chance|verkaufschance|opportunite|oportunidad\\w*|oportunidade|opportunita|affaires?|negocio|"
                    + "trato|mulighet|salgsmulighet|affar\\w*)|deal anlegen|new "
                    + "opp)\\b");
    private static final Pattern LATER = Pattern.compile(
            "\\b(?:next year|phase (?:2|two|ii)|someday|down the line|in the future|not yet|no deal|keinen deal|"
                    + "vielleicht|perhaps|maybe|later)\\b");
    private static final Pattern WANTED = Pattern.compile(
            "\\b(?:wants?|wanted|needs?|would like|looking for|looks for|interested in|asks? for|another|"
                    + "additional|brauch\\w*|mocht\\w*|will|wollen|veut|veulent|voudrai\\w*|quiere\\w*|vuole|vogliono|vil ha|"
                    + "wil|willen)\\b");
    private static final Pattern SAID_SOURCE = Pattern.compile(
            "\\b(?:new to us from|(?:venus?|venue?s?|arrives?) (?:par|via)|vien\\w+ (?:de|por|par)|llegaron (?:por|via|de)|"
                    + "vinieron (?:por|de)|vieram (?:pela?o?|por|da|do)|kilde:?|bron:?|kalla:?|fonte:?|"
                    + "gekommen uber|kamen uber|came to us (?:from|through|via|at)|source:? |lead source|came (?:in |to us )?(?:from|"
                    + "through|via)|found us (?:through|via|on|at|by)|heard (?:of|"
                    + "about) us|lead (?:came|is) from|originated|herkunft:?|quelle:?|origine:?|origen:?|origem:?|veio (?:pelo|"
                    + "pela|do|da|por)|sourced (?:from|via)|referred by|referral from)");
    private static final Pattern SOURCE = Pattern.compile(
            "\\b(?:new to us from|(?:venus?|venue?s?|arrives?) (?:par|via)|llegaron (?:por|via)|vinieron (?:por|de)|vieram (?:pelo|"
                    + "pela|por|da|do)|kilde:?|bron:?|kalla:?|fonte:?|"
                    + "gekommen uber|kamen uber|found us (?:through|via|on|at|by)|heard (?:of|about) us (?:through|via|on|at|from)|"
                    + "came to us (?:via|through|from)|"
                    + "herkunft:?|quelle:?|origine:?|origen:?|origem:?|came (?:from|in (?:via|through)|out of|via|through)|"
                    + "source ?[:=]?|sourced (?:from|via)|referred by|"
                    + "referral from|via|from (?=the .{0,20}(?:booth|fair|webinar|event|conference|website))|uber|kam "
                    + "uber) +(?:the |a |our |this |die |den |la |le |el |o |une? )?([^,;.\\n]{3,50})");

    private static final Pattern STEP_NAME = Pattern.compile("lead|qualified|discovery|proposal|negotiation");
    /** "…, 18k, qualified": the step stands alone between commas. */
    private static final Pattern STEP = Pattern.compile(
            "(?:[,;(–-]|\\bin|\\bat|\\bas(?: an?)?) ?(?:already |now |currently )?(?:in |at )?(?:lead|qualified|discovery|proposal|"
                    + "negotiation)"
                    + "(?: stage| phase| already| for now| by now| now)?(?= ?(?:[,;.()]|$))");

    /** "Open the product for them": the deal is not named. */
    private static final Pattern OPENED = Pattern.compile(
            "\\b(?:open|create|add|log|set up|raise|register|start|anlegen|leg\\w*|erfass\\w*|ouvr\\w+|cree\\w*|abr[aei]\\w*|crea\\w*|"
                    + "cria\\w*)\\b(?: (?:up|a|an|the|new|una?|um|uma|eine?n?))* $");

    private static final Pattern NEVER =
            Pattern.compile("\\b(?:not yet|no deal|keinen deal|vielleicht|perhaps|maybe)\\b");

    /** "The new one is qualified": the deal that was brought in, though others were spoken of between. */
    private static final Pattern NEW_ONE = Pattern.compile(
            "\\b(?:the|this|that) (?:new|second|fresh|other new) (?:one|deal|opp\\w*)\\b|\\b(?:der|die|das|"
                    + "den) neue[nrs]?\\b(?! \\p{L}+(?:er|in)\\b)|\\b(?:le nouveau|la nouvelle|cette nouvelle)(?: (?:affaire|deal|"
                    + "opportunite))?(?= (?:est|en|passe|a )|[,:])|"
                    + "\\b(?:el nuevo|la nueva)(?: (?:deal|negocio|oportunidad))?(?= (?:esta|en|pasa|va|viene|ya)\\b|[,:])|\\b(?:o novo|"
                    + "a nova)(?: (?:deal|negocio|oportunidade))?(?= (?:esta|em|vai|ja|veio|e)\\b|[,:])");

    @Override
    public void read(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (var statement : reading.statements) {
            goesOn(reading, statement);
            begun(reading, statement);
        }
    }

    private void begun(Reading reading, Statement statement) {
        if (statement.company == null
                || statement.is(Mode.OFF_RECORD)
                || statement.is(Mode.HEARSAY)
                || statement.is(Mode.QUESTION)
                || statement.is(Mode.UNSURE)
                || statement.part.kind() != Part.Kind.OWN && statement.part.kind() != Part.Kind.SUBJECT) {
            return;
        }
        var product = product(reading, statement);
        boolean asked = statement
                        .find(ASKED)
                        .filter(place -> !Clauses.denied(statement, place))
                        .isPresent()
                || statement.products.stream()
                        .anyMatch(mention -> OPENED.matcher(statement.before(mention.span(), 24))
                                        .find()
                                && !Clauses.denied(statement, mention.span()));
        if (product.isPresent()
                && isFree(reading, statement, statement.company, product.get())
                && (asked || given(reading, statement))
                && !(asked ? NEVER : LATER).matcher(statement.folded).find()) {
            create(reading, statement, statement.company, product.get());
        } else if (statement.has(SAID_SOURCE) && !asked && statement.firm()) {
            Deals.choose(reading, statement, Deals.Purpose.SALE)
                    .filter(deal -> deal.text("acquisition_channel_source") == null)
                    .ifPresent(deal -> source(reading, statement, reading.update(deal, statement.span())));
        } else if (asked
                && product.isEmpty()
                && reading.of(statement.company, "deal").isEmpty()
                && reading.known.products().size() == 1) {
            create(
                    reading,
                    statement,
                    statement.company,
                    reading.known.products().getFirst());
        }
    }

    /** What the next sentences say of a deal that this message brings in is said of that one. */
    private void goesOn(Reading reading, Statement statement) {
        boolean back = statement.has(NEW_ONE);
        var before = back ? statement : reading.before(statement).orElse(null);
        var last = back ? brought(reading, statement) : before == null ? null : reading.newDeals.get(before);
        if (!back && before != null && last == null) {
            last = reading.drafts.stream()
                    .filter(draft -> draft.entity.equals("deal")
                            && draft.record == null
                            && draft.evidence.start() == before.span().start())
                    .findFirst()
                    .orElse(null);
        }
        boolean other = !statement.products.isEmpty()
                || statement.companies.stream()
                        .anyMatch(mention -> !mention.record().sameAs(before == null ? null : before.company));
        boolean same = last != null
                && !other
                && statement.company != null
                && statement.part == before.part
                && before.company != null
                && statement.company.sameAs(before.company);
        if (!same) {
            return;
        }
        var draft = last;
        reading.newDeals.put(statement, draft);
        if (!statement.firm() || reading.taken.contains(statement)) {
            return;
        }
        if (!draft.has("deal_amount")) {
            ReadAmounts.asked(statement)
                    .ifPresent(money -> amount(reading, statement, draft, statement.company, money));
        }
        stage(reading, statement, draft);
        dates(reading, statement, draft);
        source(reading, statement, draft);
        frequency(reading, statement, draft);
    }

    private static void frequency(Reading reading, Statement statement, Draft draft) {
        if (!draft.has("payment_frequency")) {
            ReadPayment.frequency(reading, statement)
                    .ifPresent(often ->
                            draft.set("payment_frequency", often.getKey(), reading.evidence(often.getValue()), 0.8));
        }
    }

    /** The deal that this message brought in for the account before. */
    private static @Nullable Draft brought(Reading reading, Statement statement) {
        return reading.drafts.stream()
                .filter(draft -> draft.entity.equals("deal")
                        && draft.record == null
                        && Reading.companyName(statement.company).equals(draft.key.get("company"))
                        && draft.evidence.start() < statement.span().start())
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /** No deal for the product stands open; where one was closed before, somebody has to want it again. */
    private static boolean isFree(Reading reading, Statement statement, KnownRecord company, KnownRecord product) {
        var same = reading.of(company, "deal").stream()
                .filter(deal -> product.name().equalsIgnoreCase(deal.text("product")))
                .toList();
        return same.stream().noneMatch(Deals::open) && (same.isEmpty() || statement.has(WANTED));
    }

    private static Optional<KnownRecord> product(Reading reading, Statement statement) {
        if (!statement.products.isEmpty()) {
            return Optional.of(statement.products.getLast().record());
        }
        boolean asked = statement.has(ASKED);
        return asked
                ? reading.before(statement)
                        .filter(before -> statement.company != null && statement.company.sameAs(before.company))
                        .flatMap(before ->
                                before.products.stream().map(Mention::record).reduce((a, b) -> b))
                : Optional.empty();
    }

    /** An amount of money for it, or a stage it is in; a wish to know the price is neither. */
    private static boolean given(Reading reading, Statement statement) {
        boolean money = statement.moneys.stream().anyMatch(found -> !found.range());
        boolean stage = statement.has(StageCues.SET);
        boolean question = statement.has(Pattern.compile(
                        "\\b(?:ballpark|i said|not .{0,20}as deal|instead of|wrong product|not \\w+ -)\\b"))
                || statement.products.size() > 1;
        return (money || stage) && !question && !statement.is(Mode.CONDITION);
    }

    private void create(Reading reading, Statement statement, KnownRecord company, KnownRecord product) {
        var existing = reading.drafts.stream()
                .filter(draft -> draft.entity.equals("deal")
                        && draft.record == null
                        && product.name().equals(draft.key.get("product"))
                        && company.name().equals(draft.key.get("company")))
                .findFirst();
        var draft = existing.orElseGet(() -> reading.create("deal", company, statement.span())
                .key("company", company.name())
                .key("product", product.name()));
        var evidence = reading.evidence(statement.span());
        statement.moneys.stream()
                .filter(found -> !found.range() && found.amount().signum() > 0)
                .reduce((a, b) -> b)
                .ifPresent(money -> amount(reading, statement, draft, company, money));
        stage(reading, statement, draft);
        dates(reading, statement, draft);
        source(reading, statement, draft);
        frequency(reading, statement, draft);
        if (!draft.has("acquisition_channel_source")) {
            reading.before(statement)
                    .filter(before ->
                            before.part == statement.part && company.sameAs(before.company) && before.has(SAID_SOURCE))
                    .ifPresent(before -> source(reading, before, draft));
        }
        draft.set("product", product.name(), evidence, 0.9);
    }

    private static void amount(Reading reading, Statement statement, Draft draft, KnownRecord company, Money money) {
        draft.set("deal_amount", ReadAmounts.number(money.amount()), reading.evidence(money.span()), 0.85);
        draft.set("deal_amount_currency", currency(money, statement, company), reading.evidence(money.span()), 0.85);
    }

    private static void dates(Reading reading, Statement statement, Draft draft) {
        for (var date : statement.dates) {
            switch (DateRoles.of(statement, date)) {
                case SIGN ->
                    draft.set(
                            "deal_expected_signing_date", date.date().toString(), reading.evidence(date.span()), 0.85);
                case START -> draft.set("deal_start_date", date.date().toString(), reading.evidence(date.span()), 0.8);
                case END, OTHER, NONE -> {}
            }
        }
    }

    private static void stage(Reading reading, Statement statement, Draft draft) {
        var stage = StageCues.SET.matcher(statement.folded);
        if (stage.find()) {
            draft.set(
                    "stage",
                    StageCues.named(stage.group(1)),
                    reading.evidence(new Span(
                            stage.start(1) + statement.span().start(),
                            stage.end(1) + statement.span().start())),
                    0.85);
        }
        StageCues.REPORTED.forEach(cue -> statement
                .find(cue.getValue())
                .filter(place ->
                        !draft.has("stage") && !Clauses.denied(statement, place) && !Polarity.ahead(statement, place))
                .ifPresent(place -> draft.set("stage", cue.getKey(), reading.evidence(place), 0.8)));
        if (!draft.has("stage") || "lead".equals(draft.value("stage"))) {
            statement
                    .find(STEP)
                    .ifPresent(place -> draft.set(
                            "stage",
                            STEP_NAME
                                    .matcher(statement.between(place.start(), place.end()))
                                    .results()
                                    .findFirst()
                                    .orElseThrow()
                                    .group(),
                            reading.evidence(place),
                            0.8));
        }
    }

    /** A lakh or a krone is counted in the money of the company's country. */
    private static @Nullable String currency(Money money, Statement statement, KnownRecord company) {
        var words = statement.between(money.span().start(), money.span().end() + 6);
        var country = company.textOr("country_hq", "");
        if (money.currency() != null) {
            return money.currency();
        }
        if (words.matches(".*\\b(?:lakhs?|lacs?|crores?|cr)\\b.*")) {
            return switch (country) {
                case "IN" -> "INR";
                case "PK" -> "PKR";
                case "BD" -> "BDT";
                case "NP" -> "NPR";
                case "LK" -> "LKR";
                default -> null;
            };
        }
        return !words.matches(".*\\b(?:kr|kroner|kronor)\\b.*")
                ? null
                : switch (country) {
                    case "NO" -> "NOK";
                    case "SE" -> "SEK";
                    case "DK" -> "DKK";
                    case "IS" -> "ISK";
                    default -> null;
                };
    }

    private static void source(Reading reading, Statement statement, Draft draft) {
        var match = SOURCE.matcher(statement.folded);
        if (match.find()) {
            var span = new Span(
                    match.start(1) + statement.span().start(),
                    match.end(1) + statement.span().start());
            if (match.group(1)
                    .matches(
                            "(?:(?:at|on|in|by) )?(?:\\d|today|yesterday|tomorrow|this|now|me\\b|us\\b|him|her|e-?mail|phone|zoom|"
                                    + "teams|friday|monday|tuesday|wednesday|thursday).*")) {
                return;
            }
            draft.set("acquisition_channel_source", span.of(reading.text()).strip(), reading.evidence(span), 0.75);
        }
    }
}
