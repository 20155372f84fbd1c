package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How and whether a deal is paid, and how healthy it is. */
final class ReadPayment implements Grammar {

    private static final String PAY =
            "settle|settles|reglerons|reglera|reglons|reglent|regle|paid|pay|pays|paying|payment\\w*|billed|billing|invoic\\w+|bill|"
                    + "bills|instal\\w+|zahlung\\w*|zahlen|zahlt|"
                    + "bezahl\\w*|"
                    + "abrechnung|abgerechnet|verrechn\\w*|rechnung|raten|rate|rates|reglement|paiement\\w*|pai\\w*|pay[ae]\\w*|factur\\w*|"
                    + "pag[aou]\\w*|"
                    + "fattur\\w*|fatur\\w*|parcel\\w*|cuotas?|betaling|betalen|betala\\w*|betalning|facturatie";
    private static final Map<String, Pattern> FREQUENCY = new LinkedHashMap<>();
    private static final Map<String, Pattern> STATUS = new LinkedHashMap<>();
    private static final Map<String, Pattern> HEALTH = new LinkedHashMap<>();
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:asked|asks|asking|wants?|would|instead of|prefers?|nothing agreed|not agreed|check w|till|requested|maste)\\b");
    private static final Pattern AGREED = Pattern.compile(
            "\\b(?:agreed(?! yet)|ok\\b|fine by|works for us|no problem|granted|said yes|we said (?:yes|fine)|passt|geht klar|"
                    + "confirm\\w*|approved|fine with|einverstanden|bestatigt|d'accord|de acuerdo|standard)\\b");

    /** "17k, annual", "yearly upfront". */
    private static final Map<String, Pattern> ALONE = Map.of(
            "monthly", alone("monthly|monatsraten|monatlich|mensuel|mensual|mensal"),
            "quarterly",
                    alone("quarterly|au trimestre|quartalsraten|quartalsweise|vierteljahrlich|trimestriel|trimestral"),
            "annual", alone("annual|annually|yearly|jahrlich|annuel|anual"),
            "one_time", alone("one[- ]off|one[- ]time|einmalig|pago unico"));
    /** "42k a year" is a rate, not the way it is paid. */
    private static final Pattern RATE = Pattern.compile(
            "\\d[\\d.,]* ?(?:k|m|mil|lakhs?|tsd\\.?|[a-z]{3}|[€$£]|euros?|pounds|dollars)? ?(?:a|per|each|every|pro|par|por|al|im|"
                    + "/) ?(?:year|month|quarter|jahr|monat|quartal|an|mois|ano|mes)\\b");

    private static Pattern alone(String words) {
        return Pattern.compile("(?<=^|[,;(/+:] |[,;(/+:])(?:" + words + ")(?= ?(?:[,;.)+/]|$))|\\b(?:" + words
                + ")\\b(?= (?:up ?front|in advance|im voraus|vorab|d'avance|por adelantado|antecipad\\w+))|(?<=\\d[km]?,? )(?:"
                + words
                + ")(?= ?(?:[,;.)+]|$))|(?<=\\b(?:so|stays?|agreed:?|agreed on|remains?|bleibt|reste|queda|fica|"
                + "switch(?:ed)? to|changed? to|moved? to|on|to|auf|en|billed|,) )(?:"
                + words + ")(?= ?(?:[,;.)]|$| (?:invoices?|billing|payments?|instal\\w+|then|now|please|pls)\\b))");
    }

    /** "Monthly billing instead of annual" names the way that is given up. */
    private static final Pattern INSTEAD = Pattern.compile(
            "\\b(?:instead of|rather than|not|statt|nicht|au lieu d\\S*|pas|en vez de|em vez de) \\w+$");

    private static boolean rate(Statement statement, Span place) {
        var words = statement.between(place.start(), place.end());
        return RATE.matcher(words).find()
                || IN_FULL.matcher(words).find()
                || INSTEAD.matcher(words).find();
    }

    static {
        FREQUENCY.put(
                "monthly",
                around(
                        "monthly|mthly|mnthly|(?:twelve|12|zwolf|douze|doce|doze) (?:invoices|bills|payments|instal\\w+|rechnungen|"
                                + "raten|factures|facturas|faturas|parcelas|cuotas)(?: (?:a|per|im|pro|par|al|por) (?:year|yr|jahr|an|ano))?|"
                                + "mes a mes|au mois|month[- ]by[- ]month|each month|every month|by the month|per month|jeden monat|"
                                + "pro monat|tous les mois|chaque mois|"
                                + "par mois|cada mes|todos los meses|mensalmente|todo mes|ogni mese|month by month|monatlich\\w*|"
                                + "mensuel\\w*|mensual\\w*|mensile|mensal|mensais|mensalidades|mensualidades|mensualites|au mois|"
                                + "maandelijks\\w*|manadsvis\\w*"));
        FREQUENCY.put(
                "quarterly",
                around(
                        "quarterly|qtrly|qrtly|(?:four|4|vier|quatre|cuatro|quatro) (?:invoices|bills|payments|instal\\w+|rechnungen|"
                                + "raten|factures|echeances|facturas|faturas|pagos|pagamentos|parcelas|cuotas)(?: (?:a|per|im|pro|par|al|"
                                + "por) (?:year|yr|jahr|an|ano))?|quartalsraten|per quarter|every quarter|each quarter|by the quarter|"
                                + "every three months|"
                                + "alle drei monate|pro quartal|jedes quartal|"
                                + "tous les trimestres|chaque trimestre|par trimestre|cada trimestre|por trimestre|trimestralmente|"
                                + "ogni trimestre|quartalsweise|vierteljahrlich|trimestriel\\w*|trimestral\\w*|trimestrais|au trimestre|"
                                + "trimestrale|per kwartaal|kvartalsvis\\w*"));
        FREQUENCY.put(
                "annual",
                around(
                        "(?:one|a single|eine|une(?: seule)?|una(?: sola)?|uma(?: so)?) (?:invoice|bill|rechnung|facture|factura|"
                                + "fatura)s? (?:a|per|im|pro|par|al|por) (?:year|yr|annum|jahr|an|ano)|yrly|once (?:per|every|"
                                + "each) year|once yearly|einmal pro jahr|une fois l'an|en una exhibicion anual|(?<!semi-|bi-|"
                                + "half-)annual(?:ly)?|a l'annee|"
                                + "(?<!half-|half )yearly|per year|every year|each year|a year|"
                                + "once a year|einmal im jahr|einmal jahrlich|une fois par an|una vez al ano|uma vez por ano|pro jahr|"
                                + "jedes jahr|par an|"
                                + "tous les ans|chaque annee|cada ano|por ano|al ano|all'anno|jahrlich\\w*|annuel\\w*|anual\\w*|anuais|"
                                + "annuale|jaarlijks\\w*|arsvis\\w*|arligen"));
        FREQUENCY.put(
                "one_time",
                around(
                        "one[- ]time|one[- ]off|(?:a |one |the )?(?:single|one) (?:hit|go|shot|cheque|check|transfer|wire|"
                                + "exhibit\\w*)|(?:una )?sola exhibicion|una exhibicion|de contado|a vista|de uma (?:so )?vez|"
                                + "de una (?:sola )?vez|auf einen schlag|auf einmal|in einem rutsch|in einem betrag|d'un (?:seul )?coup|"
                                + "comptant|one payment|single (?:payment|invoice)|in one (?:go|sum|payment|instal\\w*)|lump sum|"
                                + "all at once|in full|einmalig|"
                                + "einer summe|einmalzahlung|en une (?:seule )?fois|pago unico|un solo pago|(?:uma )?unica parcela|"
                                + "parcela unica|una sola cuota|un solo plazo|einer rate|una tantum|in un'unica|"
                                + "ineens|allt pa en gang|i en summa"));
        STATUS.put(
                "overdue",
                Pattern.compile(
                        "\\b(?:overdue|past due|\\d+ days (?:late|over)|(?:hasn't|hasnt|haven't|has not|have not|still not|"
                                + "not) paid[^.;]{0,30}\\blate|"
                                + "behind on (?:their )?payments?|im verzug|en retard|impagad[oa]|atrasad[oa]|em atraso|"
                                + "late on (?:the )?payment|uberfallig|en retard de paiement|vencid[oa]|"
                                + "scadut[oa]|achterstallig|forfallen)\\b"));
        STATUS.put(
                "paid",
                Pattern.compile(
                        "\\b(?:(?:has|have|they've|they|is|was|been|it's|accounts says \\w+|finally|just|fully|in full)? "
                                + "?paid(?! (?:about |around |only |us )?[€$£\\d]| annual| monthly| quarter| yearly| up ?front| in "
                                + "advance| per| off| attention| by)|wired|transferred|remitted|cleared (?:the|our|their|"
                                + "your) (?:bill|invoice|balance|account)|gezahlt|uberwiesen|(?:a|ont) (?:enfin |bien |deja |finalement |tout )?(?:regle|paye|vire)|(?:han |"
                                + "ha )?pagaron|pagou|pagaram|quitou|har betalat|heeft betaald|payment (?:received|came (?:in|"
                                + "through)|has arrived|arrived|"
                                + "is in|landed|cleared)|settled (?:the|their) (?:invoice|bill)|(?:geld|uberweisung) ist (?:da|"
                                + "eingegangen)|money (?:is in|"
                                + "arrived)|bezahlt|zahlung (?:eingegangen|erhalten|ist da)|paye|paiement recu|pagad[oa]|pago recibido|"
                                + "pagat[oa]|pag[oa]s|betaald|betald|betalt)\\b"));
        STATUS.put(
                "invoiced",
                Pattern.compile(
                        "\\b(?:invoiced|invoice (?:is )?(?:already )?(?:out|sent|issued|went)|(?:sent|issued) (?:the |an |"
                                + "them the )?invoice|rechnung (?:ist |ging |geht )?(?:schon |bereits |auch |heute |gestern |"
                                + "letzte woche )*(?:raus|rausgegangen|draussen|gestellt|geschrieben|verschickt|versandt|unterwegs)|"
                                + "facture envoyee|(?:a|ai|avons|ont|est|ete|deja) facturee?s?|facturees?|faturad[oa]s?|"
                                + "facturad[oa]|gefactureerd|fakturerad|fakturiert)\\b"));
        HEALTH.put(
                "at_risk",
                Pattern.compile(
                        "\\b(?:at[- ]risk|wobbling|wobbles|in jeopardy|on the brink|on a knife'?s? edge|precarious|might lose (?:it|"
                                + "this|them)|could lose (?:it|this|them)|about to lose|worried (?:about (?:the|this) (?:deal|one)|"
                                + "we(?:'ll| will|'re going to)? los\\w+)|wackelt|auf der kippe|in gefahr|kippt|menacee?|"
                                + "en danger|en peligro|peligra|em perigo|ameacad[oa]|compromis[eo]?|slipping away|touch and go|in danger|"
                                + "wobbly|shaky|gefahrdet|en riesgo|a risque|a rischio|em risco)\\b"));
        HEALTH.put(
                "good",
                Pattern.compile(
                        "\\b(?:deal health (?:is )?(?:good|green)|in (?:good|great|fine|perfect|rude) health|kerngesund|"
                                + "bei bester gesundheit|"
                                + "(?:green|healthy) again|back (?:in|to) (?:the )?green|wieder grun|au vert|de nuevo en verde|"
                                + "de volta ao verde|en (?:bonne|pleine) sante|goza de buena salud|com boa saude|healthy(?: again)?|"
                                + "back on track|on track|health (?:to |= "
                                + "?|: ?)?good)\\b"));
        HEALTH.put(
                "bad",
                Pattern.compile(
                        "\\b(?:health ?(?:is |to |=|:)? ?(?:now )?(?:bad|red)|(?:ampel|zustand|sante|salud|saude) ?(?:ist |:|=|auf |"
                                + "est |es |esta )? ?(?:jetzt )?(?:rot|schlecht|rouge|mauvaise?|roj[oa]|mal[oa]?|vermelh[oa]|ruim)|"
                                + "(?:now |is |"
                                + "looks )bad in my (?:eyes|book|view|opinion)|in bad shape|going south|critical condition)\\b"));
    }

    private static final String SINGLE =
            "single payment|one-?off payment|einmalzahlung|pago unico|paiement unique|pagamento unico|parcela unica|un solo pago";

    private static Pattern around(String words) {
        return Pattern.compile("\\b(?:" + (words.contains("one[- ]time") ? SINGLE + "|" : "") + "(?:" + PAY
                + ")\\b[^.;]{0,24}\\b(?:" + words + ")|(?:" + words + ")\\b[^.;,]{0,16}\\b(?:" + PAY + "))\\b");
    }

    /** "Put it back to good", "set health to red". */
    private static final Map<String, Pattern> SET_HEALTH = Map.of(
            "good", order("good|green|healthy|gut|grun|bon|bonne|vert|bien|verde|bom"),
            "at_risk",
                    order("at[- ]risk|amber|yellow|gefahrdet|gelb|a risque|en riesgo|em risco|amarill[oa]|amarel[oa]"),
            "bad", order("bad|red|rot|schlecht|mauvais|rouge|mal|roj[oa]|vermelh[oa]|ruim"));

    /** "The contract back to green": the contract and its colour, with or without a verb. */
    private static final Map<String, Pattern> COLOURED = Map.of(
            "good", coloured("green|healthy|grun|vert|verde|gruen"),
            "at_risk",
                    coloured(
                            "at[- ]risk|amber|yellow|orange|gefahrdet|gelb|a risque|en risque|en riesgo|em risco|a rischio|"
                                    + "amarill[oa]|amarel[oa]|jaune"),
            "bad", coloured("red|rot|rouge|roj[oa]|vermelh[oa]|rosso"));

    private static Pattern coloured(String words) {
        return Pattern.compile(
                "\\b(?:deal|contract|renewal|opp\\w*|health|ampel|vertrag|deal-ampel|contrat|affaire|contrato|negocio|"
                        + "trato|contratto)\\b[^.;!?]{0,24}?\\b(?:auf|to|on|en|em|is|now|as|ist|est|esta|back|wieder|in|a|de)"
                        + "(?: (?:wieder|now|back|state|status|nouveau))? ?[\"'«“„‚(]* ?(?:" + words
                        + ")\\b(?= ?[\"'»”“)]*(?:$|[.,;!)]))");
    }

    private static Pattern order(String words) {
        return Pattern.compile(
                "\\b(?:set|mark|put|move|turn|flag|change|remets|mets|passe|setz\\w*|stell\\w*|pon\\w*|pasa|marca|flagged|"
                        + "coloca|bota)\\b[^.;,]{0,28}?\\b(?:"
                        + words
                        + ")\\b(?= ?(?:$|[.,;!)]|health|again|please|pls|bitte|stp|svp|por favor|cote sante|(?:for|on|w/|bc|because|"
                        + "since|as|due|til|till|until|bis|jusqu'a|hasta|ate)\\b))");
    }

    @Override
    public void read(Reading reading) {
        for (var statement : reading.aboutDeals()) {
            if (statement.company == null || !statement.firm() || reading.taken.contains(statement)) {
                continue;
            }
            FREQUENCY.forEach(
                    (value, cue) -> Stream.concat(statement.all(cue).stream(), statement.all(ALONE.get(value)).stream())
                            .filter(place -> agreed(reading, statement, place) && !rate(statement, place))
                            .findFirst()
                            .ifPresent(place -> Deals.choose(reading, statement, Deals.Purpose.SALE)
                                    .ifPresent(deal -> reading.update(deal, statement.span())
                                            .set("payment_frequency", value, reading.evidence(place), 0.85))));
            if (!reading.message.fromOutside()) {
                status(reading, statement);
                HEALTH.forEach((value, cue) -> statement
                        .find(cue)
                        .or(() -> statement.find(SET_HEALTH.get(value)))
                        .or(() -> statement.find(COLOURED.get(value)))
                        .filter(place -> !Clauses.denied(statement, place) && ofTheDeal(statement, place))
                        .ifPresent(place -> Deals.choose(reading, statement, Deals.Purpose.SALE)
                                .ifPresent(deal -> reading.update(deal, statement.span())
                                        .set("deal_health", value, reading.evidence(place), 0.85))));
            }
        }
    }

    /** "at-risk renewals" in general are not this deal. */
    private static boolean ofTheDeal(Statement statement, Span place) {
        return !statement.after(place, 12).matches("^ (?:renewals|accounts|deals|customers)\\b.*");
    }

    /** How often is paid, where it is told as agreed. */
    static Optional<Map.Entry<String, Span>> frequency(Reading reading, Statement statement) {
        return FREQUENCY.entrySet().stream()
                .flatMap(entry -> Stream.concat(
                                statement.all(entry.getValue()).stream(),
                                statement.all(ALONE.get(entry.getKey())).stream())
                        .filter(place -> agreed(reading, statement, place) && !rate(statement, place))
                        .map(place -> Map.entry(entry.getKey(), place)))
                .findFirst();
    }

    /** How a customer asks to pay is a wish until the author says that it is agreed; customers say it of themselves. */
    private static boolean agreed(Reading reading, Statement statement, Span place) {
        if (Clauses.denied(statement, place) || statement.has(Pattern.compile("\\b(?:nothing agreed|not agreed)\\b"))) {
            return false;
        }
        return reading.message.fromOutside()
                || !ASKED.matcher(statement.clauseText(place)).find()
                || statement.has(AGREED);
    }

    /** A part that was paid does not settle the deal, and a way of paying is no payment. */
    private static final Pattern PART = Pattern.compile(
            "\\b(?:deposit|down ?payment|part(?:ly|ial\\w*)?|half|first (?:half|part|instal+ment|rate)|anzahlung|teilweise|halfte|"
                    + "acompte|moitie|"
                    + "anticipo|mitad|sinal|metade|to be paid|paid (?:each|every|by the|in (?:instal|rates|parts)))\\b");

    private static final Pattern STILL_OPEN = Pattern.compile(
            "\\b(?:em aberto|still (?:open|unpaid|outstanding)|unpaid|noch offen|nicht (?:da|eingegangen)|impayee?|pendiente de pago|"
                    + "sin pagar|not (?:arrived|in yet|received)|nothing (?:has )?(?:arrived|come in))\\b");
    private static final Pattern SAID_PAID =
            Pattern.compile("\\b(?:paid|bezahlt|paye|pagad[oa]|pagaram|pagaron|gezahlt|wired)\\b");

    /** Paid by the one, still open by the other: a person has to say. */
    private static boolean settled(Reading reading, Statement statement) {
        boolean both = statement.has(STILL_OPEN) && statement.has(SAID_PAID);
        if (both) {
            reading.intents.add("update_record");
            reading.ask(
                    "Has " + Reading.companyName(statement.company) + " paid or not?",
                    reading.of(statement.company, "deal"));
        }
        return !both;
    }

    /** Where a bill of ours stands, and nothing wrong with it. */
    static boolean tells(Statement statement) {
        return STATUS.values().stream().anyMatch(statement::has) && !statement.has(TROUBLE);
    }

    private static final Pattern TROUBLE = Pattern.compile(
            "\\b(?:wrong|twice|double|error|fehler|falsch|doppelt|erreur|can't|cannot|could not|duplicat\\w*|incorrect|missing|"
                    + "should (?:be|have)|complain\\w*|dispute\\w*|charged)\\b");

    /** "Paid monthly" says how, not that. */
    private static boolean often(Statement statement, Span place) {
        return FREQUENCY.values().stream()
                .flatMap(cue -> statement.all(cue).stream())
                .anyMatch(found -> found.overlaps(place)
                        && !IN_FULL.matcher(statement.between(found.start(), found.end()))
                                .find());
    }

    private static final Pattern IN_FULL = Pattern.compile(
            "\\b(?:paid|settled|bezahlt|paye|pagad[oa]|pagaron|pagaram|pagou)\\b.{0,16}(?:in full|vollstandig|en totalite|"
                    + "all at once|in one go)");

    private static Optional<Span> composed(Statement statement, String value) {
        return switch (value) {
            case "paid" -> PaymentCues.in(statement, PaymentCues.PAID);
            case "overdue" -> statement.find(PaymentCues.OVERDUE);
            case "invoiced" -> PaymentCues.in(statement, PaymentCues.INVOICED);
            default -> Optional.empty();
        };
    }

    private static void status(Reading reading, Statement statement) {
        STATUS.forEach((value, cue) -> statement
                .find(cue)
                .or(() -> composed(statement, value))
                .filter(place -> !("paid".equals(value) && often(statement, place)))
                .filter(place -> ("overdue".equals(value) || !Clauses.denied(statement, place))
                        && !statement
                                .before(place, 20)
                                .matches(".*\\b(?:will|be|get|to|if|when|until|gets|once|wird|werden|haven't|hasn't|"
                                        + "expected)(?: be)? $"))
                .filter(_ -> settled(reading, statement))
                .filter(place -> !PART.matcher(statement.clauseText(place)).find())
                .filter(place -> !statement.before(place, 16).matches(".*(?:invoiced twice|twice|double).*")
                        && !statement.after(place, 14).matches("^ (?:twice|double|wrong).*"))
                .ifPresent(place -> Deals.choose(reading, statement, Deals.Purpose.CONTRACT)
                        .ifPresent(deal -> {
                            var draft = reading.update(deal, statement.span());
                            if (!draft.has("deal_payment_status")) {
                                draft.set("deal_payment_status", value, reading.evidence(place), 0.85);
                            }
                        })));
    }
}
