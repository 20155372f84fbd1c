package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a deal is worth. Amounts of rivals, budgets, wishes, discounts and the past are not the deal's. */
final class ReadAmounts implements Grammar {

    private static final Pattern OTHER_THING = Pattern.compile(
            "\\b(?:discount|uplift|rabatt|remise|descuento|sconto|(?<!one[- ])off|parking|lunch|dinner|fee|setup|normally|"
                    + "list price|listenpreis|revenue|turnover|umsatz|raised|funding|series [a-d]|cheaper|savings?|save|"
                    + "wired|transferred|remitted|gezahlt|uberwiesen|pagou|pagaram|pagaron|(?:a|ont) (?:paye|regle|vire)|"
                    + "paid(?= (?:us|the|their|about|a|\\d|[€$£]))|saving|spend\\w*|salary|fine|penalty|"
                    + "credit|refund|gutschrift|each|per (?:user|seat|month|head|unit)|a seat|pro (?:nutzer|platz|monat)|pencil\\w*|"
                    + "threshold|(?<!as )offered|bid|bids|quoted them|charges|deposit|down ?payment|first instal+ment|anzahlung|acompte|"
                    + "anticipo|sinal|travel (?:costs?|budget|expenses)|expenses|limits?|reisekosten|freight costs?|shipping|bonus|"
                    + "rivals?|rival's|konkurren\\w*|mitbewerber\\w*|wettbewerber\\w*|concurrents?|competencia|concorren\\w*|"
                    + "vendor\\w*|competitor|incumbent|currently pay\\w*|paying|pro stuck|pro person|par (?:utilisateur|mois|tete)|"
                    + "por (?:usuario|mes|unidad\\w*|licen\\w*)|per (?:truck|site|licen[cs]e|machine|bed|room|pupil|student|employee|"
                    + "vehicle))\\b");
    /** A bound is no amount: directly before it, or after it. */
    private static final Pattern BOUND = Pattern.compile(
            "\\b(?:over|under|below|above|(?<!: |goes |went |gone |it's |now |moved |moves )up to|at least|at most|max(?:imum|"
                    + "imal)?\\.?|min(?:imum|destens)?\\.?|unter|(?<!angebot |"
                    + "vertrag |auftrag |rechnung |bestellung )uber|bis zu|less than|more than|"
                    + "hasta|menos de|mas de|jusqu'a|plus de|moins de|maximum|within|ate|mais de|no more than|not more than|hochstens)"
                    + "(?: (?:about|de|a|o))? ?$");

    private static final Pattern BOUND_AFTER = Pattern.compile(
            "^ ?(?:max\\b|maximum|at (?:the )?most|tops\\b|or (?:less|more)|hochstens|maximal|au maximum|gross|brutto|ttc|"
                    + "incl(?:uding|\\.)? (?:vat|tax)|inkl\\.? mwst|como maximo|no maximo)");
    /** "Up by 5k" says how much is added, not what it is worth then. */
    private static final Pattern STEP = Pattern.compile(
            "\\b(?:by|increase of|decrease of|raise of|rise of|um|de mas|(?:extra|additional|another|further|plus|"
                    + "zusatzlich\\w*)) (?:about |another |an extra )?$");

    private static final Pattern RATE = Pattern.compile(
            "^ ?(?:/|per|a|each|p\\.?|pro|par|por|im|al) ?(?:year|yr|a|month|jahr|monat|an|mois|ano|mes)\\b");
    private static final Pattern TOTAL = Pattern.compile(
            "\\b(?:total\\w*|tcv|contract value|in all|all in|altogether|over (?:\\d|two|three|four|five)|insgesamt|gesamt\\w*|"
                    + "au total|en total|no total)\\b");
    static final Pattern SUM_BEFORE = Pattern.compile(
            "(?:\\b(?:total(?:l?ing|s|s to)?|totalling|makes(?: it)?|making(?: it)?|comes to|adds up to|sum of|altogether|in all|"
                    + "all in|overall|grand total|insgesamt|zusammen|gesamt\\w*|macht|summe|au total|soit|total de|en total|suman?|"
                    + "no total|total de|ao todo|in totale|so)"
                    + "(?: (?:of|is|now|at|then|also|von|de|:))?|=) ?$");
    static final Pattern SUM_AFTER = Pattern.compile(
            "^,? ?(?:\\(?(?:in total|total|in all|all in|all told|altogether|overall|together|insgesamt|zusammen|gesamt|au total|"
                    + "en tout|en total|in totale|no total|ao todo|tcv))\\b");
    private static final Pattern AFTER_DISCOUNT = Pattern.compile(
            "\\b(?:after|nach|apres|tras|apos|with|including) (?:the |all |el |la |dem |o )?(?:discounts?|rebates?|rabatt|remise|"
                    + "descuento|desconto)\\b");
    /** What is paid first is not what it is worth. */
    private static final Pattern REST = Pattern.compile(
            "\\b(?:the (?:rest|remainder|balance|other half)|den rest|rest bei|le (?:reste|solde)|el resto|o restante|o resto)\\b");

    private static final Pattern AMOUNT_OF = Pattern.compile(
            "\\b(?:amount|value|price|total|betrag|wert|preis|montant|importe|monto|valor|prix|precio)(?: (?:is|now|to|of|auf|"
                    + "ist))*[:=]? ?(\\d{4,8})(?=[ .,;]*(?:$|[ ,;\\n]))");
    private static final Pattern GROUPED = Pattern.compile(
            "(?<![\\d.,/-])(\\d{1,3}(?:[.,'\\u00a0 ]\\d{3})+)(?:[.,]\\d{2})?(?= *(?:$|[.,;!()\\n]|(?:all in|in all|in total|total|"
                    + "instead|statt|rather|not|nicht|pas|no|from|von|down|up|now|net|netto|plus|excl|(?:a|per|pro|par|por|je|im|"
                    + "al) (?:year|annum|yr|jahr|jaar|an|ano)|as|after|and|und|et|y|e|for|"
                    + "for the|,|"
                    + "gesamt|insgesamt|au total|en total|todo|fechado|final)\\b))");
    private static final Pattern WISH = Pattern.compile(
            "\\b(?:unter uns|between us|entre nous|entre nosotros|wurden? [^.;]{0,24}(?:nehmen|zahlen|akzeptieren)|would (?:also |"
                    + "even )?(?:take|accept|pay)|"
                    + "prendrai(?:t|ent)|accepterai(?:t|ent)|aceptaria\\w*|pagaria\\w*|aceitaria\\w*|asked (?:for|about|if|whether)|"
                    + "asks?(?: for| about)|prefer\\w*|wish\\w*|would like|wants? "
                    + "(?:us )?(?:to (?:go|come|get) (?:down|to)|a price)|they want(?= [€$£])|hoping for|thinking|want it "
                    + "for|match|ratter|needs? to (?:come|get|go) (?:down|to)|come down|"
                    + "mochte\\w*|hatte gern|wunsch\\w*|souhait\\w*|voudrai\\w*|quiere\\w*|pide\\w*|maste ner|muss runter|"
                    + "i said|told (?:him|her|them)|quoted us|could be|what it'd cost|if they|only have|can only|can't go|"
                    + "won't pay|not agreed|haven't agreed|hasn't agreed)\\b");
    private static final Pattern PAST = Pattern.compile(
            "\\b(?:was|were|typed|mistyped|misspoke|wrote by mistake|back then|at the time|then|originally|previously|used to|last year|vorher|damals|"
                    + "bisher|avant|antes|instead of|not|nicht|rather than|no longer|down from|up from|statt|from|von|"
                    + "anstatt|au lieu de|en vez de|versus|vs\\.?|nicht mehr) (?:at )?(?:the )?$");
    private static final Pattern BUDGET = Pattern.compile(
            "\\b(?:budget\\w*|set aside|presupuesto|orcamento|budgett?e?t?|enveloppe|plafond|teto|tope|obergrenze|ceiling)\\b");
    private static final Pattern DECIDED = Pattern.compile(
            "\\b(?:(?:nehmen|nimmt|nehme) [^.;]{0,60} an\\b|we(?:'ll| will|) take|we(?:'ll| will|) go (?:with|for|ahead)|happy with|"
                    + "fine with|ok(?:ay)? with|acept\\w*|"
                    + "aceit\\w*|akzept\\w*|nehmen .{0,40} an\\b|zu den (?:genannten|vereinbarten)|wie (?:besprochen|vereinbart)|"
                    + "as (?:agreed|discussed)|"
                    + "come concordato|conforme combinado|segun lo acordado|comme convenu|d'accord|valide\\w*|approv\\w*|genehmigt|"
                    + "zugestimmt|stimm\\w+ .{0,40} zu\\b|einverstanden|no fault with|retenu votre|"
                    + "bewilligt|aprovad\\w*|aprovou|aprobo|"
                    + "capped at|that's the (?:number|price|deal|figure)|use that|so use|go w(?:ith|/)|deal (?:auf|to|at|is)|raise|"
                    + "approved|bestatigt|confirmed|final|"
                    + "agreed|freigegeben|punkt|make it|set to|update|put it|approuve|aprobad\\w*|we can do|good at|good "
                    + "with|works for us|accept\\w*|signed off)\\b");
    private static final Pattern CONTRAST = Pattern.compile(
            "\\b(?:not|nicht|pas|nao|statt|anstatt|instead of|rather than|au lieu d\\w*|en vez de|em vez de|up from|down from|niet|"
                    + "non)\\b");
    private static final Pattern LONG_AGO = Pattern.compile(
            "\\b(?:last (?:year|quarter|month|summer|winter|spring|autumn|fall)|back in|(?:years?|months?) ago|"
                    + "old notes?|previously|used to|at the time|back then|historically|formerly|letztes jahr|damals|l'an "
                    + "dernier|el ano pasado)\\b");
    /** What outsiders want done is not what they agree to. */
    private static final Pattern DEMAND = Pattern.compile(
            "\\b(?:please (?:set|put|change|update|mark|make|reduce|lower)|set (?:the|our|my)|change (?:the|our)|"
                    + "we need|we want|we'd like|could you|can you|bitte|ignore|must be|should be)\\b");

    private static final Pattern BARE = Pattern.compile(
            "(?:\\b(?:now|to|auf|jetzt|nun|sondern|plutot|ahora|agora|make (?:it|that|this)|at|still|final|is|w/|with|came in at|"
                    + "down to|up to|scratch that,?|wait,?|correction:?|should be|must be|becomes|(?:number|amount|price|total|"
                    + "figure)(?: for [\\p{L} ]{2,20})?:?|"
                    + "sorry,?|no,|i mean|actually|want|it's|for|@)|->|→|=) ?(?:[$€£] "
                    + "?)?(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,3}(?:\\.\\d{1,2})?)(?![\\d%:/]|[.,]\\d|(?:st|nd|rd|th)\\b| ?(?:%|seats|users|"
                    + "agents|"
                    + "people|days?|weeks?|months?|years?|yr|pm|am|min|k\\b|of\\b|sites?|[a-z]+ (?:seats|users|licen)))");

    @Override
    public void read(Reading reading) {
        for (var statement : reading.aboutDeals()) {
            if (statement.company == null
                    || statement.is(Mode.QUESTION)
                    || statement.is(Mode.HEARSAY)
                    || statement.is(Mode.OFF_RECORD)
                    || statement.is(Mode.CONDITION)
                    || statement.is(Mode.UNSURE)
                    || statement.is(Mode.STALE)
                    || reading.taken.contains(statement)) {
                continue;
            }
            for (var money : whole(statement)) {
                if (counts(reading, statement, money)) {
                    write(reading, statement, money);
                }
            }
            boolean written = reading.drafts.stream()
                    .map(draft -> draft.fields.get("deal_amount"))
                    .anyMatch(field -> field != null
                            && statement.span().start() <= field.evidence().start()
                            && field.evidence().end() <= statement.span().end());
            if (written) {
                continue;
            }
            if (replaced(reading, statement)) {
                continue;
            }
            bare(reading, statement, BARE);
            bare(reading, statement, NEW_FIGURE);
            bare(reading, statement, SO_IT_IS);
            bare(reading, statement, GROUPED);
            bare(reading, statement, AMOUNT_OF);
        }
    }

    /** An amount and its place. */
    record Told(BigDecimal amount, Span span) {}

    private static boolean replaced(Reading reading, Statement statement) {
        if (reading.message.fromOutside()
                || statement.part.passedOn()
                || statement.has(LONG_AGO)
                || reading.intents.contains("request_approval")) {
            return false;
        }
        boolean follows = TWO_NUMBERS.matcher(statement.folded).find()
                && reading.of(statement.company, "deal").stream()
                        .anyMatch(deal -> follows(statement, deal).isPresent());
        var deal = follows ? Deals.choose(reading, statement, Deals.Purpose.SALE) : Optional.<KnownRecord>empty();
        var told = deal.flatMap(found -> follows(statement, found));
        told.ifPresent(found -> reading.update(deal.get(), statement.span())
                .set("deal_amount", number(found.amount()), reading.evidence(found.span()), 0.8));
        return told.isPresent();
    }

    private static Optional<Told> follows(Statement statement, KnownRecord deal) {
        return ReplacedAmounts.in(statement, deal)
                .filter(found -> !Clauses.denied(statement, found.span())
                        && !WISH.matcher(statement.clauseText(found.span())).find());
    }

    private static final Pattern TWO_NUMBERS = Pattern.compile("(?s)\\d.*[^\\d.,].*\\d");

    private static final String FIGURE =
            "(\\d{1,3}(?:[.,'’ ]\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{4,9}|\\d{1,3}(?:\\.\\d{1,2})?)(?![\\d%:/']|[.,]\\d|(?:st|nd|"
                    + "rd|th)\\b|"
                    + " ?(?:%|seats|users|people|days?|weeks?|months?|years?|yr|pm|am|min|k\\b|sites?|licen\\w*|units?))";
    /** "New number is 1980", "agreed on 11.5", "unser Angebot über 31.500". */
    private static final Pattern NEW_FIGURE =
            Pattern.compile("(?:\\b(?:(?:new|final|revised|latest|agreed|neue[rs]?|endgultige[rs]?|"
                    + "nouveau|nouvelle|nuev[oa]|nov[oa]|definitiv[oa]) (?:no\\.?|nr\\.?|number|figure|amount|price|total|value|sum|"
                    + "fee|zahl|summe|betrag|"
                    + "preis|montant|chiffre|prix|importe|monto|precio|cifra|valor|preco)(?: (?:is|now|ist|est|es|e|of|von|de|"
                    + "for [\\p{L} ]{2,20}))*:?"
                    + "|agreed (?:on|at|to)|settled (?:on|at|for)|landed (?:on|at)|met at|shook (?:hands )?(?:on|at)|closed (?:on|at)|"
                    + "geeinigt auf|einigten uns auf|einigen uns auf|convenu de|d'accord (?:sur|pour|a)|tombes d'accord (?:sur|a)|"
                    + "acordamos|quedamos en|"
                    + "cerramos en|fechamos em|combinamos|ficou em|(?:offer|quote|proposal|angebot|devis|offre|oferta|propuesta|"
                    + "proposta|orcamento) "
                    + "(?:of|over|at|for|uber|de|por|a|von)) ?(?:about )?(?:[$€£] ?)?)" + FIGURE);
    /** "61'000 is right", "25 flat", "240 total". */
    private static final Pattern SO_IT_IS = Pattern.compile("(?<![\\p{L}\\d.,:/'-])" + FIGURE
            + "(?=,? (?:is (?:right|correct|final|it\\b|the (?:right |new |final )?(?:number|figure|price|amount))|it is\\b|flat\\b|"
            + "total\\b|"
            + "in total\\b|all in\\b|stimmt\\b|ist (?:richtig|korrekt)|est (?:juste|bon|correct)|es (?:correcto|lo correcto)|"
            + "esta (?:certo|correcto)|e o (?:certo|correto)))");

    /** The sum that an order or a request for an offer names. */
    static Optional<Money> asked(Statement statement) {
        var found = whole(statement).stream()
                .filter(money -> !money.range()
                        && money.amount().signum() > 0
                        && !OTHER_THING
                                .matcher(statement.before(money.span(), 20))
                                .find()
                        && !OTHER_THING
                                .matcher(statement.after(money.span(), 16))
                                .find()
                        && !BUDGET.matcher(statement.clauseText(money.span())).find()
                        && !BOUND.matcher(statement.before(money.span(), 26)).find())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The sum where parts and their sum are told, else all. */
    private static List<Money> whole(Statement statement) {
        if (statement.moneys.size() < 2) {
            return statement.moneys;
        }
        var sums = statement.moneys.stream()
                .filter(money -> SUM_BEFORE
                                .matcher(statement.before(money.span(), 24))
                                .find()
                        || SUM_AFTER.matcher(statement.after(money.span(), 18)).find())
                .toList();
        boolean wished = statement.moneys.stream().anyMatch(money -> PAST.matcher(statement.before(money.span(), 26))
                .find());
        return sums.size() == 1 && !wished ? sums : statement.moneys;
    }

    private static boolean counts(Reading reading, Statement statement, Money money) {
        if (money.range() || money.amount().signum() == 0) {
            return false;
        }
        var clause = statement.clause(money.span());
        var words = statement.between(clause.start(), clause.end());
        var before = statement.before(money.span(), 26);
        var near = statement.between(
                Math.max(clause.start(), money.span().start() - 34),
                Math.min(clause.end(), money.span().end() + 22));
        boolean offered = OFFER_OF.matcher(
                        statement.between(clause.start(), money.span().start()))
                .find();
        if (PAST.matcher(before).find()
                || BOUND.matcher(before).find() && !offered
                || BOUND_AFTER.matcher(statement.after(money.span(), 14)).find()
                || STEP.matcher(before).find()
                || RATE.matcher(statement.after(money.span(), 14)).find()
                        && statement.has(TOTAL)
                        && statement.moneys.size() > 1
                || before.matches("(?s).*\\bat\\b.*") && words.contains(" then")
                || OTHER_THING
                        .matcher(AFTER_DISCOUNT.matcher(near).replaceAll(""))
                        .find()
                || statement.has(REST)
                || WISH.matcher(words).find()) {
            return false;
        }
        return told(reading, statement, money, words);
    }

    /** "Ihr Angebot vom Freitag über 49.500": no bound. */
    private static final Pattern OFFER_OF = Pattern.compile(
            "\\b(?:angebot|auftrag|vertrag|bestellung|rechnung|offerte)\\w*(?: (?:vom|von|fur|zu) [\\p{L}\\d.]+)* uber ?(?:eur |"
                    + "[€$£] ?)?$");

    private static boolean told(Reading reading, Statement statement, Money money, String words) {
        if (statement.has(LONG_AGO) || reading.intents.contains("request_approval") && !statement.has(DECIDED)) {
            return false;
        }
        if (Clauses.denied(statement, money.span())
                || statement.has(Pattern.compile("\\b(?:nothing agreed|not agreed)\\b"))) {
            return false;
        }
        if ((reading.message.fromOutside() || statement.part.passedOn()) && statement.has(DEMAND)) {
            return false;
        }
        boolean outsider = reading.message.fromOutside() || statement.part.passedOn();
        if (outsider || BUDGET.matcher(words).find()) {
            return statement.has(DECIDED)
                    || !outsider && CONTRAST.matcher(statement.folded).find();
        }
        return true;
    }

    private static void write(Reading reading, Statement statement, Money money) {
        Deals.choose(reading, statement, Deals.Purpose.SALE)
                .filter(deal -> plausible(deal, money.amount(), statement))
                .ifPresent(deal -> {
                    var draft = reading.update(deal, statement.span())
                            .set("deal_amount", number(money.amount()), reading.evidence(money.span()), 0.9);
                    var currency = deal.text("deal_amount_currency");
                    if (money.currency() != null
                            && currency != null
                            && !money.currency().equals(currency)
                            && !(money.currency().equals("USD")
                                    && reading.text().contains("$"))) {
                        draft.set("deal_amount_currency", money.currency(), reading.evidence(money.span()), 0.7);
                    }
                });
    }

    /** A parking ticket is not the deal: what is far off needs the word "deal", "amount" or a closed deal's silence. */
    private static boolean plausible(KnownRecord deal, BigDecimal amount, Statement statement) {
        var now = deal.number("deal_amount");
        boolean said = statement.has(Pattern.compile(
                "\\b(?:deal|amount|value|worth|tcv|acv|arr|total|final|betrag|montant|importe|valor|monto)\\b"));
        if (!Deals.open(deal) && !said) {
            return false;
        }
        return now == null || Deals.ratio(amount, now) <= (said ? 50 : 4);
    }

    /** "still 77", "now 45": thousands are left out where the deal is in thousands. */
    private static void bare(Reading reading, Statement statement, Pattern form) {
        var matcher = form.matcher(statement.folded);
        while (matcher.find()) {
            var span = new Span(
                    matcher.start(1) + statement.span().start(),
                    matcher.end(1) + statement.span().start());
            boolean read = statement.moneys.stream()
                            .anyMatch(money -> money.span().overlaps(span))
                    || statement.dates.stream().anyMatch(date -> date.span().overlaps(span));
            boolean whole = matcher.group(1).matches(".*[.,'’ ]\\d{3}|\\d{4,}");
            var amount = whole
                    ? new BigDecimal(matcher.group(1).replaceAll("\\D", ""))
                    : new BigDecimal(matcher.group(1)).movePointRight(3);
            if (read
                    || WISH.matcher(statement.clauseText(span)).find()
                    || OTHER_THING.matcher(statement.clauseText(span)).find()
                    || PAST.matcher(statement.before(span, 26)).find()
                    || BOUND.matcher(statement.before(span, 26)).find()
                    || STEP.matcher(statement.before(span, 26)).find()
                    || BOUND_AFTER.matcher(statement.after(span, 14)).find()
                    || BUDGET.matcher(statement.clauseText(span)).find()
                    || Clauses.denied(statement, span)
                    || reading.intents.contains("request_approval")
                    || reading.message.fromOutside()) {
                continue;
            }
            var deals = new ArrayList<KnownRecord>(List.of());
            Deals.choose(reading, statement, Deals.Purpose.SALE).ifPresent(deals::add);
            for (var deal : deals) {
                var now = deal.number("deal_amount");
                if (now != null
                        && Deals.open(deal)
                        && now.compareTo(BigDecimal.valueOf(5000)) > 0
                        && Deals.ratio(amount, now) < 2) {
                    reading.update(deal, statement.span())
                            .set("deal_amount", number(amount), reading.evidence(span), 0.7);
                }
            }
        }
    }

    static Number number(BigDecimal amount) {
        var plain = amount.stripTrailingZeros();
        if (plain.scale() <= 0) {
            return plain.longValueExact();
        }
        return plain;
    }
}
