package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** A sale that is over without us: they refuse, take somebody else, call it off, or we are told that we are out. */
final class Losses {

    private static final String OURS =
            "(?:us|our(?: \\w+){1,2}|the (?:offer|proposal|quote|deal|bid)|this(?: one| deal)?|it|the (?:whole )?(?:thing|idea|"
                    + "project|purchase|order))";

    /** Words that say it by themselves. */
    static final Pattern LOST = DealWords.of(
            "(?<![a-z])(?:fell through|falls through|fallen through|(?<!i )(?<!we )said no(?! (?:to|one|need|problem|rush|more|"
                    + "later))|said no thanks|thanks but no thanks|"
                    + "(?:it's|its|is) a (?:firm |hard |clear )?no(?: from|[.,!]|$)|passed on(?! (?:the (?:contact|info|message|"
                    + "details|news|word)|this|it\\b|his|her|my|your|that|to))|"
                    + "took a pass|no[- ]go(?! for \\w+ weeks)|kill (?:the |this )?(?:\\w+ )?(?:opp\\w*|deal)|"
                    + "qualified out|disqualified|walked away|back(?:ed|ing) out|dropped out|bailed(?: out)?(?= |$)|(?:not|aren't|"
                    + "isn't|won't|will not|"
                    + "won't be|can't be|no longer) (?:be )?(?:moving|going|go|move|proceed\\w*|continu\\w+|carry\\w*|take it|"
                    + "taking it|pursu\\w+)(?: it| this)? ?(?:forward|ahead|further|any further|with (?:us|it|this)|on with it)|"
                    + "decided not to (?:buy|proceed|move|go|sign|continue|"
                    + "pursue|renew|order|take)|(?:decided|decide|voted|chosen|ruled) against(?= (?:us|it|the|our|buying|going|lift|"
                    + "this)|[.,;!]|$)|called (?:it|the (?:deal|project|whole thing)) off|deal is off|"
                    + "pulled (?:out|the plug)|pulling (?:out|the plug)|(?:is|are|it's|-|:|=) dead(?! (?:against|set|line|end))|"
                    + "dead in the water|no longer (?:needs?|wants?)(?= (?:it|us|this|the|our|\\w+[,.]))|(?:don't|do not|"
                    + "doesn't) need (?:us|it any ?more|it after all)|(?:write|writing|strike|striking|cross|crossing) (?:it|them|"
                    + "this|this one|the deal|that one) off|(?<=(?:^|[,:>-] )|^\\W{0,2})(?:dead|dropped|cancelled|canceled|"
                    + "scrapped|killed|"
                    + "no go)(?= ?(?:$|[.,;!(]))|close it out|closing (?:it|this "
                    + "one) out|(?:this|it|them|that|deal|opp\\w*) (?:one )?out as lost|closed?[- ]?lost|(?<!get )lost(?! (?:in|"
                    + "for words|without|touch|my|it'?s way))|"
                    + "not interested(?: any ?more| after all)?(?= ?(?:$|[.,;!:]|because|in (?:buying|going|the|our)))|"
                    + "no longer interested|lost interest|no interest any ?more)(?![a-z])",
            "\\b(?:turned|shot|knocked|voted|talked) " + OURS + " down\\b",
            "\\b(?:turned|shot|knocked|voted) down " + OURS + "\\b",
            "(?<!we )(?<!i )\\b(?:rejected|declined|refused|vetoed|killed|binned|axed|nixed|canned|scrapped|dropped|ditched|blocked|buried|"
                    + "cancelled|canceled) " + OURS
                    + "\\b(?! (?:price|discount|date|meeting|demo|call|invite|login|access))",
            "\\b(?:" + DealWords.SALE
                    + ")\\b(?: (?:is|was|got|has been|been|just|gets|ist|wurde|wird|est|a ete|foi|fue|esta|quedo|et|"
                    + "on)){0,3} (?:cancelled|canceled|scrapped|axed|killed|abandoned|binned|dropped|collapsed|"
                    + "called off|pulled|withdrawn|dead|gone|over|off|gestoppt|abgesagt|eingestellt|gestrichen|gestorben|geplatzt|tot|"
                    + "abandonne|annule|enterre|mort|tombe a l'eau|cancelado|cancelada|muerto|"
                    + "suspendido definitivamente|caido|se cayo|morreu|caiu)\\b",
            "\\b(?:we|we've|we were|we got|got|i'm afraid we|were|been) (?:just |sadly |narrowly |only )?(?:lost out|missed out|"
                    + "came (?:in )?(?:second|third|last)|finished (?:second|third)|beaten|outbid|"
                    + "undercut on the final|out of the (?:running|race)|knocked out|eliminated|ruled out|not (?:selected|chosen|"
                    + "shortlisted|picked|successful))\\b",
            "\\b(?:didn't|didnt|did not|don't|haven't|failed to|not) (?:make|made|get|got|win|won|reach) (?:it|the (?:cut|shortlist|"
                    + "short list|list|final\\w*|last \\w+|next (?:round|stage)|job|deal|contract|business|nod|work|"
                    + "tender|award|bid)|this one)(?= ?(?:$|[.,;:!(-]| (?:at|with|from|for|to|because|this|on)\\b))",
            "\\b(?:(?:sees?|saw|has|have|had) no (?:more |further )?(?:need|use|point)(?: (?:for|in) (?:it|us|this|that))?(?= ?(?:$|"
                    + "[.,;!]))|"
                    + "bin it(?= ?(?:$|[.,;!]))|(?:sieht|sehen|hat|haben) keinen? (?:bedarf|nutzen|sinn)(?: mehr)?(?= ?(?:$|[.,;!]|darin))|"
                    + "n'en (?:a|ont|voi\\w+) plus (?:besoin|l'utilite)|ya no (?:lo|la|nos) necesitan?|nao (?:precisam?|veem?) mais)\\b",
            "\\b(?:weren't|were not|wasn't|haven't been|not been) (?:chosen|selected|picked|shortlisted|successful|considered)\\b|"
                    + "\\bunsuccessful\\b|\\bout of the (?:running|race)\\b|\\bregret(?:s|ted)? to inform\\b",
            "\\b(?:(?:hat|haben) uns (?:[\\p{L}\\d-]+ ){0,4}?(?:abgesagt|abgelehnt|einen korb gegeben)|abgesprungen|ausgestiegen|"
                    + "haben? (?:uns |leider |gestern |heute |am \\w+ )*(?:abgesagt|abgelehnt)|(?:uns|"
                    + "das angebot|unser angebot) (?:wurde |leider )?abgelehnt|(?:die |eine )?absage (?:bekommen|erhalten|von|kam|"
                    + "ist)|"
                    + "gegen uns entschieden|entschied\\w* sich gegen|wird nichts|kein interesse mehr|brauchen (?:es|uns|"
                    + "das) nicht mehr|kein bedarf mehr|machen nicht weiter|"
                    + "nicht weiter ?verfolg\\w*|kommt nicht zustande|aus dem rennen|leer ausgegangen|zweiter geworden|"
                    + "vom tisch|stecker gezogen|sind (?:wir )?raus(?= ?(?:$|[.,;!]))|verloren)\\b",
            "\\b(?:ne (?:donne\\w*|donneront) pas suite|pas donne suite|ont (?:refuse|decline|abandonne|rejete|dit non)|a (?:refuse|"
                    + "decline|abandonne|rejete|dit non)(?! le (?:rdv|rendez))|"
                    + "pas (?:ete )?retenu\\w*|non retenu\\w*|tombe a l'eau|c'est (?:mort|foutu|perdu|rate)|ne veulent plus|"
                    + "ne souhaite\\w* (?:pas|plus) (?:poursuivre|continuer|donner)|perdue?s?)\\b",
            "\\b(?:se ech(?:o|aron) (?:atras|para atras)|(?:nos )?rechaz(?:o|aron)|declin(?:o|aron)|descart(?:o|aron)|no (?:van|vamos|"
                    + "va) a (?:comprar|seguir|continuar|firmar|contratar)|no sigue[n]? adelante|"
                    + "(?:dijo|dijeron|voto|votaron|votado) que no|se (?:cayo|bajo|bajaron|retiraron|retiro)|ya no (?:les|"
                    + "le) interesa|no nos eligieron|quedamos (?:fuera|segundos)|perdid[oa]s?|perdimos|perdi|decidieron no)\\b",
            "\\b(?:desistiu|desistiram|recus(?:ou|aram)|rejeit(?:ou|aram)|nao (?:vai|vao|vamos|iremos) (?:seguir|continuar|fechar|comprar|assinar|"
                    + "contratar|avancar)|(?:deu|deram) (?:pra|para) tras|nao rolou|"
                    + "(?:disse|disseram) (?:que )?nao|ficamos de fora|nao fomos escolhidos|agua abaixo|perdid[oa]s?|perdemos|persa|"
                    + "perso|verloren|forlorade?|tapt|afgehaakt|afgewezen)\\b");

    /** To take somebody: lost where it is not us. */
    private static final Pattern TAKE = Pattern.compile(
            "\\b(?:(?:went|gone|going|goes|go|moved on|moved|moving|switched|switching|stick|sticking|stuck|sticks|stay|staying|"
                    + "stayed|stays|signed up|signed|decided to go|opted to go|chose to go) (?:ahead )?(?:with|to|for|on with)|"
                    + "chose|chosen|picked|selected|preferred|opted for|opting for|bought from|ordered from|purchased from|bought|buying from|decided (?:for|on)|"
                    + "(?:awarded|gave|given|giving|handed) (?:it|the \\w+|this|that|the \\w+ \\w+) to|"
                    + "(?:awarded|went|gone|goes) to|(?:hat|haben) sich fur|entschied\\w* sich fur|entscheide\\w* sich fur|"
                    + "zuschlag (?:ging |geht )?an|gehen zu|gehen mit|bleiben bei|bleibt bei|setzen auf|kaufen bei|nehmen|"
                    + "genommen haben|"
                    + "(?:a|ont) (?:choisi|prefere|retenu|opte pour|signe avec|signe chez)|(?:sont|est) parti\\w* (?:chez|avec|sur)|"
                    + "parten?t (?:chez|avec|sur)|restent? (?:chez|avec|sur)|"
                    + "elig(?:io|ieron)|escog(?:io|ieron)|prefir(?:io|ieron)|opt(?:o|aron) por|se decant(?:o|aron) por|se decid(?:io|"
                    + "ieron) por|se (?:fue|fueron|van|va|quedan?) (?:con|a|por)|siguen? con|firm(?:o|aron) con|contrat(?:o|"
                    + "aron) (?:a|con)|"
                    + "escolh(?:eu|eram)|prefer(?:iu|iram)|opt(?:ou|aram) por|fech(?:ou|aram) com|fic(?:ou|aram) com|for?(?:am|"
                    + "i) (?:com|para|pra)|assin(?:ou|aram) com|continuam com|"
                    + "ha scelto|hanno scelto|kozen voor|gekozen voor|gaat met|valde)\\b");

    private static final Pattern OTHERS = Pattern.compile("^ (?:" + DealWords.OTHERS + ")");
    /** A bare name, then the end or a reason. */
    private static final Pattern NAME = Pattern.compile(
            "^ (?:the |den |die |la |le |el |a |o )?([\\p{L}][\\p{L}\\d&.'-]{2,}(?: [\\p{L}][\\p{L}\\d&.'-]+){0,2}?)(?= ?(?:$|"
                    + "[.,;:!)(-]| (?:instead|because|over|after|on price|for|due|since|as|rather|last|this|yesterday|today|now|"
                    + "already|on (?:mon|tue|wed|thu|fri)\\w*|wegen|weil|porque|por|pour|"
                    + "parce|entschieden|gegangen|in the end|this time|statt)\\b))");

    private static final Pattern OUT = Pattern.compile(
            "\\b(?:is|are|'re|'s|re|were|wir sind|sind|ist) (?:now |officially |definitely |also |already )?(?:out|off|gone|raus|weg|"
                    + "kaput|history)"
                    + "(?= ?(?:$|[.,;:!)-]|because|as |due|since))");
    private static final Pattern SUBJECT = Pattern.compile(
            "\\b(?:they|the (?:deal|account|customer|client|opp\\w*|prospect)|that (?:one|deal)|this (?:one|deal)|die|der (?:deal|"
                    + "kunde))$");
    private static final Pattern OFFERED = Pattern.compile(
            "\\b(?:" + DealWords.OFFER + "|invoice|rechnung|mail|contract|vertrag|" + "reply|answer|newsletter)\\b");
    private static final Pattern OWN_DOING = Pattern.compile(
            "\\b(?:we|i|we've|i've|wir|ich|nous|je|nosotros|nos|eu|our team)(?: \\w+)?(?: have| just| already| also)? $");
    private static final Pattern MEETING = Pattern.compile(
            "\\b(?:meeting|call|demo|appointment|lunch|visit|invite|termin|treffen|gesprach|besprechung|besuch|rendez-vous|rdv|"
                    + "reunion|llamada|cita|reuniao|visita|training|schulung|workshop|webinar|discount|rabatt|remise|descuento|"
                    + "desconto|"
                    + "request|term|extension|clause)\\b");

    private Losses() {}

    static Optional<Span> in(Reading reading, Statement statement) {
        return statement
                .find(LOST)
                .filter(place ->
                        (reading.message.fromOutside() || !ownDoing(statement, place)) && !met(statement, place))
                .or(() -> taken(reading, statement))
                .or(() -> out(statement));
    }

    /** We passed, we declined: nobody refused us. Of what we lost, missed or left there is no doubt. */
    private static boolean ownDoing(Statement statement, Span place) {
        return statement
                        .between(place.start(), place.end())
                        .matches(
                                "(?:passed|declin|refus|reject|said|turned|recus|rechaz|descart|cancel|dropped|not interested).*")
                && OWN_DOING.matcher(statement.before(place, 26)).find();
    }

    /** An appointment is called off, a discount refused. */
    private static boolean met(Statement statement, Span place) {
        return statement
                        .between(place.start(), place.end())
                        .matches(
                                ".*(?:absag|abgesagt|abgelehnt|declin|refus|reject|cancel|said no|pas|recus|rechaz|decline).*")
                && MEETING.matcher(statement.clauseText(place)).find();
    }

    private static Optional<Span> taken(Reading reading, Statement statement) {
        return statement.all(TAKE).stream()
                .filter(place -> reading.message.fromOutside()
                        || !OWN_DOING.matcher(statement.before(place, 26)).find())
                .flatMap(place -> somebody(reading, statement, place).stream())
                .findFirst();
    }

    private static Optional<Span> somebody(Reading reading, Statement statement, Span verb) {
        var after = statement.after(verb, 70);
        var other = OTHERS.matcher(after);
        if (other.find()) {
            return Optional.of(new Span(verb.start(), verb.end() + other.end()));
        }
        var name = NAME.matcher(after);
        if (!name.find()) {
            return Optional.empty();
        }
        var span = new Span(verb.end() + name.start(1), verb.end() + name.end(1));
        var written = span.of(reading.text());
        boolean capital = Character.isUpperCase(written.charAt(0));
        boolean word = Fold.words(written).lines().anyMatch(Words::common)
                || Words.common(Fold.words(written).split(" ")[0]);
        boolean wandering = statement
                .between(verb.start(), verb.end())
                .matches(
                        "(?:prefer|mov|go|went|gone|stay|stick|stuck|sign|gehen|bleib|siguen|se |nehmen|buy|gave|giv|hand|award|for|"
                                + "restent|"
                                + "continuam|contrat).*");
        return ours(statement, span)
                        || !capital && wandering
                        || !capital && word
                        || capital && word && written.split(" ").length == 1
                        || name.group(1)
                                .matches(
                                        "(?:your|yours|you|our|ours|ihr\\w*|euch|euer\\w*|eure|unser\\w*|votre|vous|notre|su|"
                                                + "vuestr\\w*|ustedes|nuestr\\w*|sua|vossa|"
                                                + "voces?|nossa|us|uns|nous|nosotros|me|it|that|option|plan|variant\\w*|version|"
                                                + "q[1-4]|phase)\\b.*")
                ? Optional.empty()
                : Optional.of(new Span(verb.start(), span.end()));
    }

    /** Our product, the account, its people, a colleague, a day or a sum. */
    private static boolean ours(Statement statement, Span name) {
        return java.util.stream.Stream.of(statement.products, statement.companies, statement.contacts, statement.people)
                        .flatMap(java.util.List::stream)
                        .anyMatch(mention -> mention.span().overlaps(name))
                || statement.strangers.stream().anyMatch(person -> person.span().overlaps(name))
                || statement.dates.stream().anyMatch(date -> date.span().overlaps(name))
                || statement.moneys.stream().anyMatch(money -> money.span().overlaps(name));
    }

    /** "Somebody is out" of office; an account that is out has left. */
    private static Optional<Span> out(Statement statement) {
        return statement.all(OUT).stream()
                .filter(place -> {
                    int end = place.start() > 0 && statement.before(place, 1).equals(" ")
                            ? place.start() - 1
                            : place.start();
                    boolean account = statement.companies.stream()
                            .anyMatch(mention -> mention.span().end() == end
                                    || mention.span().end() == end + 1);
                    return account
                                    && !OFFERED.matcher(statement.between(
                                                    statement.clause(place).start(), place.start()))
                                            .find()
                            || SUBJECT.matcher(statement.between(end - 24, end)).find()
                                    && !statement.folded.matches(
                                            ".*\\b(?:office|holiday|vacation|leave|until|back on|urlaub)\\b.*");
                })
                .findFirst();
    }
}
