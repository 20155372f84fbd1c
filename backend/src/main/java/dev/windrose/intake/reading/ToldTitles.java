package dev.windrose.intake.reading;

import dev.windrose.llm.language.JobTitles;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Titles and numbers told in other words than "is now ...". */
final class ToldTitles {

    /** Words of people who speak of themselves. */
    static final Pattern MINE = Pattern.compile(
            "\\b(?:my|me|mine|i'm|i am|i was|i've|mein\\w*|mich|ich|je|mon|ma|moi|mi|mis|mio|soy|yo|meu|minha|sou|eu|sono|io|mijn|"
                    + "ik|min|mig|jag|jeg)\\b");

    private static final String NUMBER =
            "(?:mobile|cell\\w*|phone|number|direct(?: line| dial| number)?|line|extension|telefon\\w*|nummer|rufnummer|mobil\\w*|"
                    + "handy\\w*|durchwahl|"
                    + "numero|ligne(?: directe)?|portable|telephone|movil|linea(?: directa)?|celular|telemovel|linha(?: direta)?|"
                    + "contacto|cellulare|mobiel)";

    /** "New mobile: ...", "changed numbers, it is now ..." of somebody who writes for themselves. */
    static final Pattern NEW_NUMBER = Pattern.compile(
            "\\b(?:new|neue\\w*|nouve\\w+|nuev[oa]|nov[oa]|nuov[oa]|nieuwe?|ny\\w?) " + NUMBER + "\\b|\\b" + NUMBER
                    + "(?:'s| is| has| ist| est| es| e| a| ha)? ?:? ?(?:now|changed|new|jetzt|nun|neu|geandert|maintenant|desormais|"
                    + "change|nouveau|ahora|nuevo|"
                    + "cambiado|cambio|agora|novo|mudou|ora|nuovo|cambiato|nu|nieuw|ny|nytt)\\b|"
                    + "\\b(?:changed?|switched|got|troquei|mudei|cambie|he cambiado|j'ai change|ai change|ho cambiato|gewechselt|"
                    + "gewisseld|bytt|byttet) (?:de |d'|my |a |the |meu |o |mi |"
                    + "il |mio |meine |die |mijn |of )*"
                    + NUMBER + "s?\\b|\\b" + NUMBER + " (?:gewechselt|geandert|bytt|byttet|gewijzigd)\\b");

    /** "I am now ..." and "from today I am ..." in the languages where the verb stands first. */
    static final String AM_NOW =
            "(?:am|bin|suis|soy|sou|sono|ben|ar|er) (?:ich |je |yo |eu |io |ik |jag |jeg )?(?:maintenant|desormais|dorenavant|"
                    + "a present|ahora|agora|ora|adesso|nu|jetzt|nun|neuerdings|ab sofort) (?:die |der |la |le |el |o |a |de |het )?|"
                    + "(?:a partir de (?:hoy|hoje|ahora|agora)|desde (?:hoy|hoje)|ab (?:heute|sofort)|seit \\w+|des aujourd'hui|"
                    + "depuis \\S+|da oggi|vanaf (?:nu|vandaag)|fran och med idag|fra i dag|as of (?:today|now)|from today),? "
                    + "(?:i am|i'm|bin ich|je suis|soy|sou|sono|ben ik|ar jag|er jeg) (?:the |die |der |la |le |el |o |a |de |het )?|"
                    + "(?:(?:ahora|agora|ora|maintenant|desormais|now|nu) (?:soy|sou|sono|je suis|i am|i'm|ben ik|ar jag|er jeg) )";

    private static final Pattern NOW_BEHIND = Pattern.compile(
            "\\b(?:he's|she's|he is|she is|is|er ist|sie ist|ist|hon ar|han ar|hun er|han er|ze is|hij is|elle est|il est|ella es|"
                    + "ela e|ele e|lei e|lui e) (?:the |our |their )?([\\p{L} &/-]{2,40}?) "
                    + "(?:now|jetzt|nun|maintenant|desormais|ahora|agora|adesso|ora|nu)\\b");

    /** "Greta at the mill, CTO since March, ...". */
    private static final Pattern SINCE = Pattern.compile(
            "^\\p{L}+(?: \\p{L}+)?(?: \\([^)]{2,30}\\)| (?:at|from|of|bei|von|chez|de|da|di|em|en|van|hos|"
                    + "fran) [^,;.]{2,34})?, (?:now |jetzt |nun |ahora |agora |maintenant |nu )?([^,;.]{2,44}?) "
                    + "(?:since|as of|from|seit|ab|depuis|desde|dal|dalla|sinds|sedan|siden|vanaf)\\b");

    static final Pattern TITLE_NOW = Pattern.compile("\\b(?:" + AM_NOW
            + "|(?:is|are|was|got|been)? ?(?:now|just|officially|recently|heute|jetzt|ab sofort|since \\w+) "
            + "?(?:officially |been |the |our |their )*|(?:was|been|got|is|just) (?:now )?(?:promoted|made|named|"
            + "appointed)(?: last \\w+)? ?(?:to |as |the )*|promoted (?:last \\w+ )?(?:to |\\()|new (?:title|role|"
            + "position|job title)(?: is|:)? ?(?:now )?|title (?:is |to |changed to |now )+|took over as |takes "
            + "over as |has become |became |becomes |ist jetzt |ist nun |wird |est maintenant |ahora es |es ahora |"
            + "e ora |sondern (?:jetzt |nun )?|agora e |e agora |passou a ser |virou |es nombrad[oa] |(?:a|est|"
            + "ete) nommee? |devient |devenue? |(?:wurde|ist) (?:zum|zur) |befordert zu[mr]? |ernannt zu[mr]? |"
            + "promovid[oa] a |ascendid[oa] a |wordt |is nu |ar nu |blir |e diventat[oa] |(?:moved|moves|joined|joins|"
            + "started|starts|switched|changed)(?: [\\w&'.-]+){1,7} as )");

    /** The name of the thing itself: whatever is said to be the title is one. */
    private static final String TITLE =
            "(?:(?:new|neue\\w*|nouve\\w+|nuev[oa]|nov[oa]|nuov[oa]|nieuwe?|ny\\w?|job|official) )*"
                    + "(?:job ?titles?|titles?|designation|position|role|titel|jobtitel|funktion|stellenbezeichnung|"
                    + "berufsbezeichnung|amtsbezeichnung|"
                    + "(?:nom|intitule|titre) d[eu] (?:fonction|poste|mon poste)|fonctions?|titre|intitule|poste|cargo|puesto|funcao|"
                    + "funcion|titulo|"
                    + "ruolo|incarico|qualifica|titolo|functie|functietitel|befattning|stilling|tittel|stillingstittel)";

    private static final Pattern LABELLED = Pattern.compile("\\b" + TITLE
            + " ?(?:(?:,? ?(?:is|are|was|has|have|been|changed|changes|reads|now|also|again|to|into|from [^,.;]{2,30} to|"
            + "ist|lautet|hat|sich|geandert|jetzt|nun|neu|inzwischen|nunmehr|ab sofort|in|zu|a|est|change|devient|maintenant|"
            + "desormais|es|ha|"
            + "cambiado|cambio|ahora|pasa a ser|sera|e|mudou|agora|passou a ser|passa a ser|para|cambiato|ora|adesso|diventa|heet|nu|"
            + "er|ar|naa?|blir|since \\w+|as of \\w+|seit \\w+|ab \\w+|depuis \\w+|desde \\w+) )+|[:=] ?| ?[-=]?> ?| ?→ ?)"
            + "(?:the |der |die |das |la |le |el |o |il |now |jetzt |neu |nun )?[:\"'“„«]? ?");

    /** "Her new title is ...", "Title now: ...": whose it is stands in the sentence before. */
    static final Pattern OF_THE_ONE_BEFORE = Pattern.compile(
            "^\\W*(?:and |also |now |und |et |y |e )?(?:(?:his|her|sein\\w*|ihr\\w*|son|sa|su|seu|sua|suo|hans|hennes|zijn|haar) )?"
                    + LABELLED.pattern().substring(2));

    /** Words of a title that no list knows: capitals, with what joins them. */
    private static final Pattern CAPITALS = Pattern.compile(
            "^\\p{Lu}[\\p{L}&/'’.-]*(?: (?:(?:of|the|for|de|des|du|da|do|del|der|für|and|&|y|e|et|und|van|en|in) )*\\p{Lu}[\\p{L}&/'’-]*"
                    + "| (?:de |da |do |del |des |du |d'|de la |d’)?\\p{Ll}[\\p{L}’'-]{3,}(?=$|[,.;)]))*");

    /** "I'm Head of Care as of May", "she's Editor since Monday", "COO from 1 March". */
    private static final Pattern FROM_THEN = Pattern.compile(
            "(?:\\b(?:i'm|i am|he's|she's|he is|she is|is|bin ich|ich bin|ist|bin|je suis|il est|elle est|est|suis|soy|es|sou|e|sono|"
                    + "ben|ik ben|jeg er|jag ar)"
                    + "|[,:(]|\\bup,?) (?:the |our |their |now |already |die |der |la |le |el |o |a )*([^,;.:()]{2,44}?) (?:as of|"
                    + "as from|since|from|effective|starting|"
                    + "ab|seit|zum|per|depuis|des le|a compter|a partir|desde|dal|dalla|sinds|vanaf|sedan|siden|fra|fran) (?:\\d|\\p{L})");

    /** "Moves up, she is ...", "took on the role of ...", "steps up to ...". */
    private static final Pattern ROSE = Pattern.compile(
            "\\b(?:(?:moves?|moved|moving|goes|going|steps?|stepped|stepping) up(?: again)?(?: to(?: be(?:come)?)?| as|,? (?:s?he|"
                    + "they)(?:'s| is| are)|,)"
                    + "|(?:took|takes|taking|taken|steps?|stepped) (?:on|up|into|over) the (?:role|position|post|job|title) (?:of|as)"
                    + "|(?:in|into) the (?:role|position|post) of|(?:a|the|her|his) (?:new |bigger |better |fancy )?title,|(?:pris|"
                    + "prend|prends|prenant) (?:mes|ses|les|mon|son) "
                    + "(?:fonctions?|poste) (?:de|comme|en tant que)|(?:trete|tritt|angetreten|ubernehme|ubernimmt|"
                    + "ubernommen) [^.;]{0,20}(?:stelle|position|amt|funktion|aufgabe) (?:als|der|des)|"
                    + "(?:assum\\w+|asum\\w+) (?:o cargo|el cargo|la funcion|a funcao|el puesto|como|as funcoes) ?(?:de|como)?|"
                    + "tom\\w+ posesion como|"
                    + "(?:aufgeruckt|aufgestiegen|avanciert) zu[mr]?|sube a|subiu (?:a|para)|asciende a|monte en grade,?) (?:the |"
                    + "our |their |new |der |die |la |le |el |o |a )*");

    private ToldTitles() {}

    /** What the statement says somebody's title is now. */
    static Optional<Span> in(Reading reading, Statement statement, Span scope) {
        return behind(reading, statement, scope, LABELLED, true)
                .or(() -> behind(reading, statement, scope, TITLE_NOW, false))
                .or(() -> behind(reading, statement, scope, ROSE, false))
                .or(() -> around(reading, statement, scope));
    }

    private static Optional<Span> behind(
            Reading reading, Statement statement, Span scope, Pattern cue, boolean anyWords) {
        var match = cue.matcher(statement.folded);
        while (match.find()) {
            int from = match.end() + statement.span().start();
            if (!scope.holds(Math.min(from, scope.end() - 1))
                    || from >= scope.end()
                    || doubtful(statement, match.start())) {
                continue;
            }
            int as = statement.between(from, scope.end()).indexOf(" as ");
            from += as > 0 && as < 30 ? as + 4 : 0;
            var stop = END.matcher(statement.between(from, scope.end()));
            int end =
                    ReadContactChanges.beforeCompany(statement, from, stop.find() ? from + stop.start() : scope.end());
            var span = new Span(from, end);
            var found =
                    JobTitles.in(reading.text(), span).or(() -> anyWords ? capitals(reading, span) : Optional.empty());
            if (found.isPresent() && Roles.in(statement, span).isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> capitals(Reading reading, Span span) {
        var words = CAPITALS.matcher(reading.text().substring(span.start(), span.end()));
        return words.find() && words.end() > 2
                ? Optional.of(new Span(span.start(), span.start() + words.end()))
                : Optional.empty();
    }

    /** In a long breathless note "maybe" may stand far away from the title. */
    private static boolean doubtful(Statement statement, int at) {
        return statement.is(Mode.UNSURE)
                && Modes.UNSURE
                        .matcher(statement.folded.substring(Math.max(0, at - 45), at))
                        .find();
    }

    private static final Pattern END = Pattern.compile(
            "[,;()\\n!\"”»“]|\\.(?:\\s|$)| at | bei | chez | from | for us| here| there| who | with | reporting |"
                    + " until | till | from | ab | seit | not | instead | rather | and | und | statt | nicht | since | as of | now\\b"
                    + "| (?:jetzt|nun|maintenant|desormais|ahora|agora|adesso)\\b");

    /** "..., he's Advisor now": the word "now" or the day may follow. */
    private static Optional<Span> around(Reading reading, Statement statement, Span scope) {
        var words = statement.between(scope.start(), scope.end());
        for (var cue : java.util.List.of(NOW_BEHIND, SINCE, FROM_THEN)) {
            var match = cue.matcher(words);
            while (match.find()) {
                var found = JobTitles.in(
                        reading.text(), new Span(match.start(1) + scope.start(), match.end(1) + scope.start()));
                if (found.isPresent()
                        && !doubtful(statement, scope.start() - statement.span().start() + match.start())) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
