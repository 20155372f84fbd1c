package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Amounts, dates and wins that a message tells of, but not of this deal: of others, of other things, or only wished for. */
final class DealGuards {

    /** Nobody has agreed to it: it is asked, offered back or imagined. */
    private static final Pattern WISHED = Pattern.compile(
            "\\b(?:float(?:s|ed|ing)?|fish(?:es|ed|ing) for|angl(?:es|ed|ing) for|table[ds]|mooted|dangl\\w+|hint(?:s|ed|ing) at|"
                    + "push(?:es|ed|ing) for|tr(?:ies|ied|ying) (?:it on|to get|for)|toss\\w* out|threw|throws? out|has in mind|had in mind|"
                    + "have in mind|thinks? of|thought of|(?:talk|speak)s? of|aim(?:s|ing)? for|sees? it at|feel better|be happier|"
                    + "traumt|schwebt|peilt|stellt sich|vorgestellt|wunscht|reve\\w*|vise|imagine\\w*|propose|suena con|sugirio|"
                    + "sugiere|plante[oa]\\w*|sonha\\w*|queria\\w*|sugeriu|propos|sogna|would|could|might|hopes?|hoped|hoping|hofft|"
                    + "hoffen|esperan?|espera|spera|sperano|espere|esperent|dreams? of|wishes|asks?|asked|asking|counter(?:ed|s|ing|"
                    + "-?offer\\w*)?|request(?:ed|s)?|propos(?:ed|"
                    + "es) (?:to pay|paying)|begg?\\w*|wurden?|ware|waren|konnten?|mochten?|"
                    + "(?:she|he|they|we|who)'d(?! (?:already|just|been|had|agreed|signed|better)\\b)|hatten? gern\\w*|verlang\\w*|fordert\\w*|gegenangebot|seria|serian|podria\\w*|gustaria|quisiera\\w*|"
                    + "quier\\w+ pagar|pide\\w*|pidi\\w*|contraoferta|poderia\\w*|gostaria\\w*|"
                    + "pediu|pedem|pedindo|contraproposta|aimerai\\w*|voudrai\\w*|souhait\\w*|pourrai\\w*|demande\\w*|serait|"
                    + "contre-offre|vorrebbe\\w*|chied\\w*|controfferta|zou|zouden|vraagt|vragen)\\b");
    /** What else is paid, capped or counted. */
    private static final Pattern THING = Pattern.compile(
            "\\b(?:cap|limit|ceiling|threshold|commission|bonus|deposit|down ?payment|voucher|onboarding|implementation|"
                    + "migration|hardware|shipping|delivery|installation|travel|training|"
                    + "rebate|gap|difference|grant|loan|donation|subsidy|ticket|instal?ment|extra|top-?up|prize|award|insurance|"
                    + "rent|wages?|damage\\w*|loss(?:es)?|debt|"
                    + "provision|anzahlung|gebuhr\\w*|zuschuss|forderung|kosten|miete|versand|schulung|limite|plafond|acompte|"
                    + "frais|amende|subvention|formation|livraison|"
                    + "tope|comision|anticipo|tasa|multa|flete|envio|formacion|teto|comissao|sinal|entrada|taxa|frete|"
                    + "treinamento|acconto|spese|contributo)\\b");

    /** "198k with training": the sum of both is the deal's. */
    private static final Pattern INCLUDED = Pattern.compile(
            "^[ ,(]*(?:with|incl\\w*\\.?|inkl\\w*\\.?|mit|samt|avec|y compris|con|incluid[oa]s?|incluyendo|com|ja com|incluindo|"
                    + "con) (?:the |die |der |la |le |el |a |o )?\\w+");

    private static final Pattern RIVAL = Pattern.compile(
            "\\b(?:old|current|existing|previous|other|another|incumbent|present|legacy) (?:vendor|provider|supplier|system|"
                    + "tool|software|solution|partner|agency|contract|firm|shop)s?\\b|"
                    + "\\b(?:altanbieter|(?:alte\\w*|aktuelle\\w*|bisherige\\w*|andere\\w*) (?:anbieter|lieferant|system|"
                    + "software|dienstleister)\\w*|mitbewerb\\w*|wettbewerb\\w*|konkurren\\w*|(?:ancien|autre) (?:fournisseur|"
                    + "prestataire)|fournisseur actuel|concurren\\w*|"
                    + "(?:otro|anterior) proveedor|proveedor (?:actual|anterior)|competidor\\w*|competencia|outro fornecedor|"
                    + "fornecedor (?:atual|antigo)|sistema (?:antigo|atual|actual|viejo|anterior|vecchio|attuale)|(?:ancien|"
                    + "vieux) (?:systeme|logiciel|outil)|(?:systeme|logiciel|outil) actuel|(?:spends?|spending|gastan?|gastam?|"
                    + "depensent?|spendono) (?:\\w+ )?(?:today|currently|now|hoje|atualmente|hoy|actualmente|aujourd'hui|"
                    + "actuellement|oggi)|concorren\\w*|fornitore attuale|concorrent\\w*|competitors?|rivals?|rival's|"
                    + "someone else|somebody else)\\b");
    private static final Pattern CONTRACT_WITH = Pattern.compile(
            "\\b(?:contract|agreement|deal|vertrag|contrat|contrato|contratto)\\w* (?:with|mit|avec|con|com|"
                    + "bei) (?:the |dem |der |la |le |el |o |a )?(?!us\\b|uns\\b|nous\\b|nosotros\\b|a gente\\b)\\p{L}");
    private static final Pattern QUOTED = Pattern.compile(
            "(\\p{Lu}[\\p{L}&-]+)(?:'s)? (?:just |have |has |had |also |hat |a |ha )*(?:quoted|quotes|quote|offered|offers|"
                    + "offer|bid|bids|does (?:it|this|that|the same)|would do it|sells?|undercuts?|charges?|charged|pitched|"
                    + "undercut\\w*|came in|bietet|bot|geboten|verlangt|propose|demande|"
                    + "ofrece|ofrecio|oferece|ofereceu|offre|vraagt)\\b");
    private static final Pattern WRONG = Pattern.compile(
            "\\b(?:is|was|are|were|isn't|wasn't|not) (?:completely |just |simply |plain )?(?:wrong|incorrect|(?<=(?:not|"
                    + "n't) )(?:quite |all )?(?:right|true)|"
                    + "outdated|a mistake|nonsense|off the table|obsolete|made up|fake|history)\\b|"
                    + "\\b(?:stimmt nicht|ist falsch|war falsch|falsche zahl|est faux|n'est pas (?:juste|bon|vrai)|es falso|"
                    + "no es (?:cierto|correcto)|es incorrecto|e falso|nao procede|esta errado|e sbagliato|klopt niet)\\b");
    private static final Pattern OTHER_PRIZE = Pattern.compile(
            "^ (?:(?:an?|the|their|his|her|this year's|first|second|another|gold|silver|\\d\\w*) )+(?!deal|contract|opp|"
                    + "business|renewal|account|order|project|one|tender|bid|pitch|logo)[\\p{L}]");
    private static final Pattern STARTS = Pattern.compile(
            "(\\p{L}[\\p{L}'-]*) (?:start(?:s|ed|ing)?|begin(?:s|ning)?|open(?:s|ing)?|kick(?:s|ing)? off|beginnt|startet|"
                    + "commence|debute|empieza|comienza|comeca|inizia|begint)\\b[^.;]*$");
    private static final Pattern OURS = Pattern.compile(
            "they|we|i|it|he|she|who|that|which|deal|contract|term|subscription|licen[cs]es?|service|services|billing|rollout|"
                    + "implementation|agreement|deployment|and|to|will|wants?|would|can|could|should|must|may|"
                    + "now|then|live|both|also|want|plan|plans|hope|hopes|date|date:|not|either|only|all|payment|payments|"
                    + "invoicing|pilot|project|go|use|usage|vertrag|laufzeit|abo|lizenz|contrat|abonnement|contrato|suscripcion|"
                    + "licencia|assinatura|licenca|contratto");

    private final Reading reading;

    DealGuards(Reading reading) {
        this.reading = reading;
    }

    private static final Pattern HANDS_OFF = Pattern.compile(
            "\\b(?:do not|don't|dont|never|please no|no) (?:\\w+ )?(?:touch|change|update|edit|alter|mess with|move|mark|close) (?:the|"
                    + "that|this|his|her|their|its|any) (?:\\w+ ){0,2}(?:deals?|opp\\w*|pipeline)\\b(?! (?:amount|value|stage|date|name|"
                    + "owner|size)|'s)"
                    + "|\\b(?:leave|keep) (?:the|that|this|his|her|their) (?:\\w+ )?(?:deal|opp\\w*) (?:alone|as (?:it )?is|untouched|"
                    + "unchanged)|hands off (?:the|that|this|their) (?:\\w+ )?(?:deal|opp\\w*)|"
                    + "finger weg (?:vom|von) (?:\\w+ )?(?:deal|chance|angebot|vertrag)|\\b(?:deal|chance|"
                    + "opportunity)\\b (?:\\w+ )?(?:bitte )?(?:nicht|nix) (?:an(?:fassen|ruhren)|andern|anpassen|verandern)|"
                    + "\\b(?:ne|n') ?(?:touch\\w*|modifi\\w*|chang\\w*|boug\\w*) (?:pas|rien) (?:a |au )?(?:l'|la |le |cette |"
                    + "ce )?(?:affaire|deal|opportunite|dossier)|"
                    + "\\bno (?:lo |la )?(?:toques?|toqueis|toquen|cambies|cambien|muevas|muevan|modifiques) (?:el|la|ese|esa|este|esta|"
                    + "nada del|nada de la) (?:trato|deal|negocio|oportunidad|operacion)|"
                    + "\\bnao (?:mex\\w+|toq\\w+|alter\\w+|mud\\w+) (?:no|na|o|a|nesse|nessa|nada no|nada na) (?:deal|negocio|"
                    + "oportunidade|contrato)\\b");

    /** Said outright: this deal is not to be changed, whatever else the message tells of it. */
    boolean handsOff(dev.windrose.intake.names.KnownRecord deal) {
        return reading.statements.stream()
                .filter(statement -> !statement.part.passedOn() && !reading.message.fromOutside())
                .filter(statement -> statement.has(HANDS_OFF) && !statement.is(Mode.CONDITION))
                .filter(statement ->
                        statement.company == null || statement.company.id().equals(deal.companyId()))
                .anyMatch(statement -> statement.products.isEmpty()
                        || statement.products.stream()
                                .anyMatch(product -> product.record().name().equalsIgnoreCase(deal.text("product"))));
    }

    /** Is the value of this field, read at this place, one of the deal? */
    boolean ofTheDeal(FieldValue field, Statement statement, Span place) {
        boolean deal = field.field().startsWith("deal_") || field.field().equals("stage");
        if (deal && (conditional(statement) || hangs(statement))) {
            return false;
        }
        return switch (field.field()) {
            case "deal_amount" -> amount(statement, place);
            case "deal_start_date" ->
                statement.phones.isEmpty() && !rival(statement, statement.clause(place)) && begins(statement, place);
            case "deal_end_date", "deal_expected_signing_date" ->
                !rival(statement, statement.clause(place)) && !away(statement, place);
            case "stage" ->
                !"won".equals(field.value()) || !otherPrize(statement, place) && !currency(statement, place);
            default -> true;
        };
    }

    /** An approval is asked for, and this comes only then. */
    private boolean hangs(Statement statement) {
        return reading.intents.contains("request_approval")
                && HANGS.matcher(statement.folded).find();
    }

    private static final Pattern HANGS = Pattern.compile(
            "\\b(?:would|could|they'd|he'd|she'd|wurden?|konnten?)\\b|^\\W*(?:and |und |et |y |e )?(?:then|only then|dann|erst dann|"
                    + "alors|ensuite|entonces|luego|entao|dai|ai)\\b");

    /** "Moved to qualified was wrong". */
    static boolean wrong(Statement statement, Span place) {
        var rest = statement.after(place, 40);
        var match = WRONG.matcher(rest);
        return match.find() && match.start() < 16;
    }

    /** "86k, but only if the fee is dropped": what comes next takes it back. */
    private boolean conditional(Statement statement) {
        int end = statement.span().end();
        var next = dev.windrose.llm.language.Fold.inPlace(
                reading.text().substring(end, Math.min(reading.text().length(), end + 40)));
        return IF.matcher(next).find();
    }

    private static final Pattern IF = Pattern.compile(
            "^[ ,]*(?:but |aber |mais |pero |mas |and |- )?(?:only |nur |seulement |solo |so )?(?:if|provided|unless|assuming|falls|"
                    + "sofern|vorausgesetzt|a condition|siempre que|desde que)\\b");

    /** "Moved to qualified was wrong": what is said of the value takes it back. */
    static boolean takenBack(Statement statement, Span place) {
        var clause = statement.clause(place);
        var rest = statement.between(place.end(), clause.end());
        return rest.length() < 60 && TAKEN_BACK.matcher(rest).find();
    }

    private static final Pattern TAKEN_BACK = Pattern.compile(
            "\\b(?:was|were) (?:completely |just |simply |plain |all )?(?:wrong|incorrect|a mistake|a typo|nonsense|not true|"
                    + "not right|premature|too early|too optimistic|fake)\\b|"
                    + "\\b(?:war falsch|war ein (?:irrtum|fehler)|stimmte nicht|etait faux|etait une erreur|era falso|fue un error|"
                    + "era un error|estava errado|foi (?:um )?engano|era sbagliato|was fout)\\b");

    private boolean amount(Statement statement, Span place) {
        var clause = statement.clause(place);
        var before = statement.between(clause.start(), place.start());
        var rest = statement.between(place.start(), statement.span().end());
        boolean sum = ReadAmounts.SUM_BEFORE
                        .matcher(statement.before(place, 24))
                        .find()
                || ReadAmounts.SUM_AFTER.matcher(statement.after(place, 18)).find();
        boolean thing = !sum
                && (THING.matcher(statement.before(place, 26)).find()
                        || THING.matcher(INCLUDED.matcher(statement.after(place, 24))
                                        .replaceFirst(""))
                                .find());
        boolean told = statement.part.kind() == Part.Kind.OWN && !reading.message.fromOutside();
        return !(told && WISHED.matcher(before).find())
                && !WISHED_AFTER.matcher(statement.after(place, 14)).find()
                && !thing
                && !rival(statement, clause)
                && !WRONG.matcher(rest).find()
                && !quoted(statement, place);
    }

    /** A rival's offer, or a contract with somebody who is none of ours. */
    private static boolean rival(Statement statement, Span clause) {
        var text = statement.between(clause.start(), clause.end());
        if (RIVAL.matcher(text).find()) {
            return true;
        }
        var with = CONTRACT_WITH.matcher(text);
        while (with.find()) {
            int at = clause.start() + with.end() - 1;
            if (Stream.of(statement.companies, statement.contacts, statement.people)
                    .flatMap(List::stream)
                    .noneMatch(mention ->
                            mention.span().start() <= at && at < mention.span().end())) {
                return true;
            }
        }
        return false;
    }

    private static final Pattern WISHED_AFTER =
            Pattern.compile("^ (?:would|could|might|ware|wurde|seria|serait|sarebbe|zou)\\b");

    /** "Somebody Else quoted 36,000". */
    private boolean quoted(Statement statement, Span place) {
        var match = QUOTED.matcher(reading.text()).region(statement.span().start(), place.start());
        while (match.find()) {
            var name = new Span(match.start(1), match.end(1));
            boolean ours = match.group(1)
                            .matches("We|I|They|He|She|It|Our|And|But|Wir|Ich|Sie|Er|On|Nous|Je|Nos|Eu|Final|New|Price")
                    || statement.companies.stream()
                            .anyMatch(mention -> mention.span().overlaps(name))
                    || statement.contacts.stream()
                            .anyMatch(mention -> mention.span().overlaps(name))
                    || statement.people.stream()
                            .anyMatch(mention -> mention.span().overlaps(name))
                    || statement.products.stream()
                            .anyMatch(mention -> mention.span().overlaps(name));
            if (!ours) {
                return true;
            }
        }
        return false;
    }

    /** "Won an award": somebody's own prize. */
    private static boolean otherPrize(Statement statement, Span place) {
        return statement.between(place.start(), place.end()).equals("won")
                && OTHER_PRIZE.matcher(statement.after(place, 50)).find();
    }

    /** "They're closed over Christmas": nobody is there, and nothing is meant to be signed then. */
    private static boolean away(Statement statement, Span place) {
        return AWAY.matcher(statement.clauseText(place)).find();
    }

    private static final Pattern AWAY = Pattern.compile(
            "(?:\\b(?:are|is|be|office|shop|plant|everything|we|they)|'re|'s) (?:all )?(?:closed|shut|off|away|on (?:leave|holiday|"
                    + "vacation)|out(?: of (?:the )?office)?)\\b(?! (?:won|lost))|\\b(?:closes|shuts(?: down)?|closed|shut) (?:over|for|from|"
                    + "during|between|until)\\b|\\b(?:betriebsferien|geschlossen|im urlaub|fermes?|en conges|cerrad[oa]s?|de vacaciones|"
                    + "fechad[oa]s? (?:para|de) ferias|de ferias|chius[oi] per)\\b");

    /** "45M won" is money. */
    private static boolean currency(Statement statement, Span place) {
        return statement.between(place.start(), place.end()).equals("won")
                && statement.before(place, 8).matches("(?s).*\\d ?(?:k|m|mn|mio|million|bn|thousand)? $");
    }

    /** "The school year starts in August" is no start of a contract. */
    private boolean begins(Statement statement, Span place) {
        var clause = statement.clause(place);
        var match = STARTS.matcher(statement.between(clause.start(), place.start()));
        if (!match.find()) {
            return true;
        }
        var subject = new Span(clause.start() + match.start(1), clause.start() + match.end(1));
        boolean name = Character.isUpperCase(reading.text().charAt(subject.start()))
                || statement.companies.stream()
                        .anyMatch(mention -> mention.span().overlaps(subject))
                || statement.products.stream()
                        .anyMatch(mention -> mention.span().overlaps(subject))
                || statement.contacts.stream()
                        .anyMatch(mention -> mention.span().overlaps(subject));
        return name || OURS.matcher(match.group(1)).matches();
    }
}
