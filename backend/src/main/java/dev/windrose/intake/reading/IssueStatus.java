package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What has become of an issue: closed, fixed, waiting, taken up again, in work. */
final class IssueStatus {

    private static final Map<String, Pattern> STATUS = new LinkedHashMap<>();
    /** It does again what it should. */
    private static final Pattern RUNS_AGAIN = Pattern.compile(
            "\\b(?:works?|working|runs?|running|prints?|loads?|shows?|showing|syncs?|arrives?|fine|good|ok|okay|right|correct|"
                    + "behav\\w+|funktioniert|funktionieren|lauft|laufen|geht|gehen|klappt|"
                    + "stimmt|stimmen|passt|fonctionne\\w*|marche\\w*|tient|tiennent|remarche\\w*|funciona\\w*|va bien|van bien|"
                    + "imprime\\w*|carga\\w*|salen? bien|voltou|voltaram|imprime\\w*|carrega\\w*|werkt|werken|fungerar|funkar|"
                    + "virker|funziona\\w*)\\b[^.;,!?]{0,24}?\\b(?:again|now|since|as it should|wieder|jetzt|seit|seitdem|a nouveau|"
                    + "de nouveau|maintenant|depuis|bien|de nuevo|otra vez|ahora|ya|desde|de novo|outra vez|agora|"
                    + "a funcionar|weer|nu|igen|di nuovo|adesso|ora)\\b|"
                    + "\\b(?:again|now|wieder|jetzt|ya|agora|ja|ahora)\\b[^.;,!?]{0,16}?\\b(?:works?|working|runs|behaves|arrives?|"
                    + "comes? (?:in|through|within)|funktioniert|lauft|klappt|stimmt|stimmen|funciona\\w*|salen|funcionan|"
                    + "imprime\\w*|carrega\\w*|"
                    + "correct|right|fine)\\b");

    private static final Pattern CURED = Pattern.compile(
            "\\b(?:did|done|does|has done) the (?:trick|job)\\b|\\b(?:fixed|cured|sorted|resolved|solved|mended|healed|patched|"
                    + "gefixt|verholpen|opgelost|behoben|gelost|erledigt|geklart|repariert|"
                    + "regle\\w*|resolu\\w*|corrige\\w*|repare[es]?|resuelt[oa]s?|solucionad[oa]s?|arreglad[oa]s?|resolvid[oa]s?|"
                    + "corrigid[oa]s?|solucionou|consertad[oa]s?|risolt[oa]|sistemat[oa]|fikset|atgardat|lost sig)\\b|"
                    + "\\bfix(?:ed)? it\\b|\\b(?:fine|ok|okay) again\\b|\\bback (?:to normal|up|online|in order)\\b|\\bsettled\\b|"
                    + "\\bdealt with\\b|\\bout of the way\\b|"
                    + "\\b(?:no|without) (?:more|further|longer any|a single|false) (?:\\w+ )?(?:drops?|errors?|crash\\w*|alarms?|"
                    + "problems?|trouble|complaints?|duplicates?|freezes?)\\b|"
                    + "\\bkeine? (?:\\w+ ){1,2}mehr (?:seit|gemeldet|aufgetreten)\\b|\\bproblem(?:a|e)? (?:ist |is )?(?:weg|gone|"
                    + "passe|fora|sumiu)\\b|\\bsumiu o problema\\b|\\bhat sich erledigt\\b|\\bvom tisch\\b");

    static {
        STATUS.put(
                "closed",
                Pattern.compile(
                        "\\b(?:clos(?:e|ed|ing)(?! date| on| by| in| to|ly)|can be closed|shut (?:the|this|that) (?:ticket|issue|"
                                + "case|one)|(?:ticket|issue|case) (?:is )?shut|mag dicht|kan dicht|kann zu|dichtmachen|can go|"
                                + "schlies\\w*|geschlossen|zumachen|fermer|ferme[rz]?|clot\\w*|clore|clos\\b|cerrar\\w*|cerrad[oa]|cerramos|cierr[ae]\\w*|"
                                + "fechar|fechad[oa]|fecha|fechem|feche|chiudere|chiud[aie]\\w*|chius[oa]|stangd?|stanga|sluiten|afsluiten|gesloten|lukke[ts]?|kannst? (?:du )?(?:es |das |das ticket |den fall )?zu(?:machen)?)\\b"));
        STATUS.put("resolved", CURED);
        STATUS.put(
                "waiting",
                Pattern.compile(
                        "\\b(?:waiting (?:for|on)|wartend|to waiting|as waiting|on hold|blocked (?:by|on)|pending (?:their|customer|"
                                + "info|a)|wart(?:en|et) auf|en attente|standby|on waiting|parked|ruht|zuruckgestellt|(?:a|em|en) espera|a la espera|esperando|aguardando|in attesa|wachten op|vantar)\\b"));
        STATUS.put(
                "in_progress",
                Pattern.compile(
                        "\\b(?:in progress|working on (?:it|this|that|the)|being (?:worked on|looked at)|started (?:on|working)|"
                                + "in the works|under way|in arbeit|in bearbeitung|"
                                + "(?:bin|sind) dran|j'y travaille|estoy en ello|estou nisso|en cours(?! de)|en curso|em andamento|"
                                + "in lavorazione|pagar)\\b"));
    }

    /** It has come back, or was never gone. */
    private static final Pattern BACK = Pattern.compile(
            "\\b(?:re-?open\\w*|(?:is|are|it's|they're) back\\b(?! (?:to normal|up|online|in order|in))|happening again|came back|"
                    + "comes back|not (?:really |yet )?(?:fixed|solved|resolved|sorted)|still (?:broken|happening|there|wrong|failing)|"
                    + "back to open|"
                    + "wieder (?:da|offen|aufgetreten)|auf offen|reabrir|reabre|reabrimos|rouvrir|rouvre|rouvrez|"
                    + "wieder auf(?:machen)?)\\b");

    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:leave|keep|keeps|stays?|remains?|lass\\w*|bleibt|reste|laisse\\w*|deja\\w*|sigue|fica|continua|"
                    + "deixa\\w*) (?:\\w+ ){0,2}(?:open|going|offen|ouvert\\w*|abiert[oa]|abert[oa])\\b|"
                    + "\\b(?:ticket|issue|case) (?:stays|remains|bleibt)\\b(?! closed)|\\b(?:like|wants?) it open\\b|"
                    + "\\bnot to be closed\\b");
    private static final Pattern NOT_YET = Pattern.compile(
            "(?s).*\\b(?:be|get|to|gets|getting|until|once|when|if|will|can you|could you|want|wants|needs?|wird|werden|muss|soll|"
                    + "sera|doit|etre|debe|ser|deve|precis\\w*|fique|esteja|quede|disso|wants it|needs it|preciso disso) (?:(?:\\w+ly|not|"
                    + "fully|it|this|that|them|den|das|le|lo|properly) )?$");
    private static final Pattern FOR_SURE = Pattern.compile(
            "(?s).*\\b(?:can be|kann) $|(?s).*\\bon peut $|(?s).*\\b(?:can|let's|lets|let us|may|shall|please|pls|podemos|pode|puede|"
                    + "puedes|bitte) (?:now |you |to )?$");

    private IssueStatus() {}

    record Found(String value, Span place) {}

    /** The last one told that stands for a fact. */
    static Optional<Found> of(Statement statement, KnownRecord issue) {
        if (statement.is(Mode.CONDITION)) {
            return Optional.empty();
        }
        var now = issue.textOr("status", "open");
        boolean open = KnownIssues.open(issue) && !now.equals("waiting");
        if (kept(statement)) {
            return Optional.empty();
        }
        var back = statement.find(BACK).filter(place -> !asked(statement, place));
        if (back.isPresent()) {
            return open ? Optional.empty() : back.map(place -> new Found("open", place));
        }
        Found last = null;
        for (var status : STATUS.entrySet()) {
            for (var place : statement.all(status.getValue())) {
                if (fact(statement, place, status.getKey())
                        && (last == null || place.start() > last.place().start())) {
                    last = new Found(status.getKey(), place);
                }
            }
        }
        return Optional.ofNullable(last).or(() -> statement.all(RUNS_AGAIN).stream()
                .filter(place -> fact(statement, place, "resolved"))
                .findFirst()
                .map(place -> new Found("resolved", place)));
    }

    /** What was wrong is so no more. */
    static boolean over(Statement statement) {
        return java.util.stream.Stream.of(CURED, RUNS_AGAIN, GONE)
                .flatMap(cue -> statement.all(cue).stream())
                .anyMatch(place -> !asked(statement, place)
                        && !ahead(statement, place)
                        && (GONE.matcher(statement.folded).find() || !Clauses.denied(statement, place)));
    }

    private static final Pattern GONE = Pattern.compile(
            "\\b(?:no longer|not|never|no more|nicht mehr|kein\\w*|(?:ne|n') ?\\w+ plus|plus (?:de|d'|aucun\\w*)|ya no|no se ha|ja nao|"
                    + "nao|non|niet meer|inte)\\b[^.;,!?]{0,40}\\b(?:since|anymore|any more|again|seit|seitdem|mehr|depuis|desde|"
                    + "mais|piu|sinds|sedan|langre)\\b|\\b(?:is|are|ist|sind|est|sont|esta|estan|estao|e|sono)? ?(?:back|"
                    + "returned|zuruck|wieder da|revenue?s?|de retour|de vuelta|volvio|volvieron|han vuelto|de volta|voltou|"
                    + "voltaram|tornat[oaie])\\b(?= (?:since|now|again|today|this|seit|jetzt|heute|depuis|ce|aujourd|desde|hoy|ya|"
                    + "agora|hoje|da|oggi))");

    /** It is to stay as it is. */
    static boolean kept(Statement statement) {
        return statement.has(KEPT);
    }

    private static boolean fact(Statement statement, Span place, String status) {
        var before = statement.before(place, 30);
        boolean allowed = status.equals("closed") && FOR_SURE.matcher(before).matches();
        return !Clauses.denied(statement, place)
                && !asked(statement, place)
                && (allowed || !NOT_YET.matcher(before).matches())
                && (allowed || !status.matches("resolved") || !ahead(statement, place));
    }

    private static boolean ahead(Statement statement, Span place) {
        var clause = statement.clause(place);
        return Pattern.compile(
                        "\\b(?:about to|going to|should|could|will|would|must|nearly|almost|soon|hope\\w*|want\\w*|expect\\w*|"
                                + "supposed to|before|by tomorrow|soll\\w*|fast|bald|presque|bientot|casi|quase)\\b")
                .matcher(statement.between(clause.start(), place.start()))
                .find();
    }

    private static boolean asked(Statement statement, Span place) {
        return statement.after(place, 12).matches("(?s)^(?: \\w+)?\\?.*");
    }
}
