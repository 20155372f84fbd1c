package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many people work somewhere: "70 staff", "headcount: 70", "we are now 70", "70 of us". */
final class HeadCounts {

    private static final String PEOPLE =
            "employees|people|ppl|staff(?:ers)?|folks|heads|fte|ftes|headcount|souls|colleagues|workers|team members|crew members|"
                    + "employed|on (?:the )?payroll|strong|"
                    + "mitarbeiter\\w*|mitarbeitende\\w*|angestellte\\w*|beschaftigte\\w*|leute|kopfe|kolleg(?:en|innen)\\w*|"
                    + "vollzeitstellen|arbeitnehmer\\w*|"
                    + "salariee?s?|employe(?:e|s|es)?|personnes|collaborat(?:eurs|rices)|agents(?= (?:a ce jour|aujourd'hui|au total|"
                    + "en tout|dans))|equivalents? temps plein|etp|"
                    + "empleados|empleadas|personas|trabajador\\w*|asalariad[oa]s|plantilla|funcionari[oa]s|colaborador\\w*|"
                    + "trabalhador\\w*|assalariad[oa]s|pessoas|empregad[oa]s|"
                    + "dipendenti|persone|addetti|impiegati|collaboratori|lavoratori|medewerkers|werknemers|mensen|anstallda|ansatte|"
                    + "medarbei?der\\w*|medarbejdere|"
                    + "pracownik\\w*|osob|calisan\\w*";
    private static final String NUMBER = "(\\d{1,3}(?:[.,' ]\\d{3})+|\\d{1,6})(?!\\s?[-–]\\s?\\d)(?![.,]\\d)";
    private static final String ABOUT =
            "(?:now|about|roughly|around|some|over|just|nearly|almost|already|all in all|altogether|currently|exactly|ca\\.?|c\\.|"
                    + "approx\\.?|circa|etwa|rund|knapp|gut|uber|jetzt|nun|"
                    + "inzwischen|mittlerweile|zurzeit|derzeit|aktuell|seit \\w+|"
                    + "maintenant|desormais|environ|actuellement|aujourd'hui|plus de|pres de|ahora|unos|unas|actualmente|ya|casi|hoy|"
                    + "agora|cerca de|uns|umas|ja|atualmente|hoje|"
                    + "ora|adesso|nu|ongeveer|ungefar|omkring|at|to|up to|down to|of|is|are|was|has|have|been|had|grown|grew|gone|"
                    + "went|up|down|stands|sits|fell|dropped|rose|shrank|shrunk|risen|"
                    + "become|became|remains|ist|liegt|bei|auf|gewachsen|gesunken|gestiegen|est|sont|de|passe|passee|monte|descendu|"
                    + "a|es|son|ha|subio|bajo|llega|e|sao|passou|subiu|caiu|para|"
                    + "salito|sceso|er|ar) ";
    /** A number with the people behind it. */
    private static final Pattern COUNTED = Pattern.compile("(?<![\\d-])(?<!\\d )(?<!\\d[.,])" + NUMBER
            + " (?:full[- ]time |permanent |feste |salaried |fest |active )?(?:" + PEOPLE + ")\\b");
    /** The number behind a word for all of them. */
    private static final Pattern LABELLED = Pattern.compile(
            "\\b(?:head ?-?count|number of (?:people|employees|staff)|staff count|staff(?:ing)? (?:level|number|numbers)|"
                    + "people count|company size|size|workforce|payroll|crew|team of|team|"
                    + "mitarbeiterzahl|belegschaft|personalstand|kopfzahl|personal|effectifs?|nombre de salaries|equipe|plantilla|"
                    + "equipo|numero de (?:empleados|funcionarios|colaboradores)|"
                    + "quadro(?: de funcionarios| de pessoal)?|organico|personale|personeelsbestand|antal anstallda|"
                    + "antall ansatte)\\b ?[:=]? ?(?:"
                    + ABOUT + ")*" + NUMBER
                    + "\\b(?! ?(?:k\\b|%|eur|usd|gbp|chf))");
    /** "We are 70 now": nothing else is counted behind the number. */
    private static final Pattern WE_ARE = Pattern.compile(
            "\\b(?:we|we're|we've|they|they're|they've|there|nous|on|wir|sie|nos|vi|wij|we zijn|ze|eles|elas|ellos|ellas|loro)"
                    + "(?:'re|'ve)? ?(?:are|were|number|count|employ|make|total|sommes|voila|comptons|employons|compte|emploie|"
                    + "comptent|sind|zahlen|beschaftigen|er|ar|zijn|tellen|siamo) (?:"
                    + ABOUT + ")*" + NUMBER
                    + "(?= (?:of us|of them|now|in total|all told|in all|altogether|strong|since|as of|these days|today|jetzt|nun|"
                    + "maintenant|ahora|agora|em tudo|en tout|en total|insgesamt|im team)\\b|\\s*[,;!?)(]|\\.(?:\\s|$)|\\s*$)"
                    + "|\\b(?:sind (?:wir|sie)|somos|siamo|sommes-nous|contamos con|contamos com|employs?|employing|beschaftigt|"
                    + "emploie|occupe|emplea|emprega|impiega) (?:"
                    + ABOUT + ")*" + NUMBER
                    + "(?= (?:of us|now|in total|jetzt|nun|maintenant|ahora|agora|insgesamt|im team|en total|en tout|ao todo|"
                    + "al dia de hoy)\\b|\\s*[,;!?)(]|\\.(?:\\s|$)|\\s*$)"
                    + "|(?<![\\d.,])" + NUMBER
                    + " (?:of us(?! (?:will|are coming|can|would|want|need|in the|at the|from|on the|met))|on the books|"
                    + "auf der lohnliste|a bord)\\b"
                    + "|\\b(?:compte|comptons|comptent|emploie|employons) (?:" + ABOUT + ")*" + NUMBER + " agents\\b");

    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:train\\w*|invite\\w*|attend\\w*|met|meeting|seats?|licen[cs]es?|users?|(?<!\\d )agents?|affected|(?:for|fur|pour|"
                    + "para|per|voor|for|"
                    + "till) (?:about |ca\\.? |etwa |environ )?\\d+|lunch|dinner|table|coming|guests?|teilnehmer\\w*|gaste|participants?|"
                    + "hire|laid off|laying off|analysts|room|demo|call|workshop|onboard\\w*)\\b");

    private static final int FEWEST = 2;

    private HeadCounts() {}

    record Count(long people, Span span) {}

    /** The size that the statement tells of its account. */
    static Optional<Count> in(Statement statement) {
        for (var cue : List.of(COUNTED, LABELLED, WE_ARE)) {
            var match = cue.matcher(statement.folded);
            while (match.find()) {
                var span = statement.span(match);
                long people = number(match);
                if (people >= FEWEST
                        && !OTHER.matcher(statement.clauseText(span)).find()
                        && !Clauses.denied(statement, span)) {
                    return Optional.of(new Count(people, span));
                }
            }
        }
        return Optional.empty();
    }

    /** The size that a text states, for accounts that are not in the record yet. */
    static Optional<Long> in(String text) {
        var folded = Fold.inPlace(text);
        for (var cue : List.of(COUNTED, LABELLED, WE_ARE)) {
            var match = cue.matcher(folded);
            if (match.find()) {
                return Optional.of(number(match));
            }
        }
        return Optional.empty();
    }

    private static long number(Matcher match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                var digits = match.group(group).replaceAll("\\D", "");
                return digits.isEmpty() ? 0 : Long.parseLong(digits);
            }
        }
        return 0;
    }
}
