package dev.windrose.intake.reading;

import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How pressing an issue is, who takes it and until when, as colleagues say it: "so high, 12 Nov, Ruben's", "bump it to high, mine". */
final class IssueTerms {

    /** A value and the words that tell it. */
    record Found(String value, Span place) {}

    private static final Map<String, String> PRIORITIES = Map.ofEntries(
            Map.entry("low", "low"),
            Map.entry("niedrig", "low"),
            Map.entry("niedrige", "low"),
            Map.entry("baja", "low"),
            Map.entry("baixa", "low"),
            Map.entry("basse", "low"),
            Map.entry("bassa", "low"),
            Map.entry("laag", "low"),
            Map.entry("lag", "low"),
            Map.entry("medium", "medium"),
            Map.entry("mittel", "medium"),
            Map.entry("normal", "medium"),
            Map.entry("media", "medium"),
            Map.entry("moyenne", "medium"),
            Map.entry("moyen", "medium"),
            Map.entry("high", "high"),
            Map.entry("hoch", "high"),
            Map.entry("hohe", "high"),
            Map.entry("haute", "high"),
            Map.entry("alta", "high"),
            Map.entry("hoog", "high"),
            Map.entry("hog", "high"),
            Map.entry("urgent", "urgent"),
            Map.entry("critical", "urgent"),
            Map.entry("dringend", "urgent"),
            Map.entry("urgente", "urgent"),
            Map.entry("kritisch", "urgent"));
    private static final String WORD = String.join("|", PRIORITIES.keySet());

    /** A verb of setting and close behind it how pressing; or "to high", "auf mittel". */
    private static final Pattern SET = Pattern.compile(
            "\\b(?:bump\\w*|rais\\w+|set|make|change|lower|escalate\\w*|treat|mark|drop\\w*|mov\\w+|put|tak\\w+|knock\\w*|dial\\w*|"
                    + "pull|turn|downgrad\\w*|upgrad\\w*|push|prio\\w*|"
                    + "setz\\w*|stell\\w*|stuf\\w*|heb\\w*|senk\\w*|nimm|now|jetzt|nun|passe\\w*|monte\\w*|descend\\w*|baisse\\w*|"
                    + "mets?|sub[aeio]\\w*|baj[aeo]\\w*|pon\\w*|"
                    + "aument\\w*|muda\\w*|passa\\w*|ponha|poe|urgencia|dringlichkeit|zet|satt)\\b[^.;,?]{0,40}?\\b("
                    + WORD + ")\\b|\\b(?:to|auf|op|till|sur|en|a|para|prio\\w*:?|as) (?:prio\\w* )?(" + WORD
                    + ")\\b(?! (?:\\p{L}{4,}))|\\b(?:is|are|it's|ist) (" + WORD + ")\\b(?= now| from| prio|[,;.]|$)");

    private static final Set<String> FILLER = Stream.of("""
            so then now ok okay well nah no yes yep please pls plz it it's its this that that's one the a an is are be as to at on in of back down up over again set put make mark bump raise lower drop
            move change keep leave goes go take takes taking taken will do 'll prio priority status due by until till before for deadline from her his name owner assignee assigned assign hand handed give
            given ticket issue existing still only max latest end therefore thus hence and with new make's let's lets i.e should must done sorted want wants wanted need needs needed
            auf bis zum zur der die das den dem am im spatestens bitte jetzt nun dann also setz setze setzen stuf stufe stuf's runter rauf hoch prio prioritat dringlichkeit ticket macht macht's mach's und mit fur von an
            le la les pour d'ici avant au jusqu'au passe passer en priorite et avec de du par ça ca donc
            el los las hasta para antes del prioridad pon ponlo sube subelo bajalo y con por lo entonces
            o os as ate antes prioridade sobe baixa poe ponha e com do da no na entao
            voor tot uiterlijk met en op prio zet""".split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private static final Pattern HANDED = Pattern.compile(
            "(?s).*\\b(?:give|giving|gave|assign\\w*|re-?assign\\w*|hand(?:ed|ing)?|pass(?:ed|ing)?|move[ds]?|goes|go|went|over|"
                    + "transfer\\w*|owner|gebe|gib|gebt|ubergeb\\w*|weiter|zuweis\\w*|donne\\w*|confie\\w*|"
                    + "attribue\\w*|asigna\\w*|pasa\\w*|dale|da|passa\\w*|atribu\\w*|entrega\\w*)\\b[^.;]{0,28}?\\b(?:to|over to|an|"
                    + "a|au|para|pro|pra|:|aan|till) ?@?$|(?s).*\\b(?:owner|assignee):? @?$");
    private static final Pattern HANDLES = Pattern.compile(
            "^,? ?(?:takes?|took|has (?:it|this|that)|is on (?:it|this|that|the case)|'s on (?:it|this|that)|owns|(?:can |will |to |"
                    + "should |must )?(?:pick(?:s)? (?:it|this|that)|take (?:it|this|that|over|care|the)|own (?:it|this)|handle|look (?:into|"
                    + "after|at))|"
                    + "handles|looks (?:after|into)|ubernimmt|kummert|macht das|macht's|s'en charge|s'en occupe|prend|se encarga|"
                    + "se ocupa|lo lleva|cuida|fica com|assume|trata (?:disso|disto|do)|pega (?:isso|esse|essa)|"
                    + "se ne occupa|pakt (?:het|dit|dat) op|tar (?:det|den))\\b");
    private static final Pattern MINE = Pattern.compile(
            "\\b(?:ticket|issue|bug|request|case|it|that|one)\\b[^.;,]{0,14} for me\\b|\\bfor me (?:pls|please|thanks)\\b|"
                    + "\\bfur mich\\b|\\bpour moi\\b|\\bpara mi\\b(?! \\w)|\\bpra mim\\b|\\b(?:i'll|i will|i) (?:keep|own|have) (?:it|this|"
                    + "that)\\b|"
                    + "\\bstays with me\\b|\\bich bleib\\w* dran|\\bbin (?:ich )?dran\\b|\\bich mach(?:e|s|'s)? (?:das|es|selbst)\\b|"
                    + "\\bi'?m on (?:it|this|that)\\b|\\bj'en fais mon affaire\\b");
    /** Says in other words that the day before was meant. */
    private static final Pattern THAT_IS = Pattern.compile(
            "(?s).*\\b(?:i\\.e\\.?|that is|meaning|so|d\\.?h\\.?|das heisst|c'est-a-dire|soit|o sea|es decir|ou seja|isto e),? ?$");
    /** A date that something is wanted by. */
    private static final Pattern WANTED_BY = Pattern.compile(
            "(?s).*\\b(?:by|before|until|till|due|deadline|latest|later than|wants? it|needs? it|promised|must be|has to be|"
                    + "have to be|bis|vor|bis zum|vor dem|spatestens|fallig|avant|avant le|d'ici|au plus tard|pour le|antes de|antes del|antes do|"
                    + "para el|a mas tardar|hasta|ate|no maximo|entro|voor|uiterlijk|innan|senast)\\b[^.;,]{0,30}$");

    /** "Maya: price sheet, 12 June": who and after it what is a thing to do, and no term of an issue. */
    static boolean task(Statement statement) {
        var first = statement.people.stream()
                .filter(person -> person.span().start() - statement.span().start() < 6)
                .findFirst();
        boolean speaks = first.isPresent() && first.get().record().name().equalsIgnoreCase(statement.part.writer());
        if (first.isPresent()) {
            return !speaks && statement.after(first.get().span(), 4).matches("(?s)^ ?(?:->|=>|:|- |– |→).*");
        }
        return statement.folded.matches("(?s)^\\W*(?:\\d+\\)? ?)?(?:me|ich|moi|yo|eu|todo\\w*) ?(?:->|=>|:|- |– |→).*");
    }

    private IssueTerms() {}

    /** The last one told, for people think while they write: "urgent? nah, high will do". */
    static Optional<Found> priority(Statement statement) {
        Found last = null;
        var set = SET.matcher(statement.folded);
        while (set.find()) {
            int group = set.group(1) != null ? 1 : set.group(2) != null ? 2 : 3;
            last = later(statement, last, set.group(group), span(statement, set.start(group), set.end(group)));
        }
        for (var piece : terse(statement)) {
            for (var token : Lexicon.tokens(statement.between(piece.start(), piece.end()), piece.start())) {
                if (PRIORITIES.containsKey(token.text())) {
                    last = later(statement, last, token.text(), token.span());
                }
            }
        }
        return Optional.ofNullable(last);
    }

    private static Found later(
            Statement statement, @org.jspecify.annotations.Nullable Found last, String word, Span place) {
        boolean asked = statement.after(place, 2).startsWith("?");
        boolean real = !asked && !Clauses.denied(statement, place);
        return real && (last == null || place.start() >= last.place().start())
                ? new Found(PRIORITIES.getOrDefault(word, word), place)
                : last == null ? null : last;
    }

    /** The colleague who is to see to it. */
    static Optional<Found> assignee(Reading reading, Statement statement) {
        var pieces = terse(statement);
        return statement.people.stream()
                .filter(person -> HANDED.matcher(statement.before(person.span(), 60))
                                .matches()
                        || HANDLES.matcher(statement.after(person.span(), 40)).find()
                        || pieces.stream().anyMatch(piece -> piece.holds(person.span())))
                .findFirst()
                .map(person -> new Found(person.record().name(), person.span()))
                .or(() -> mine(reading, statement));
    }

    private static Optional<Found> mine(Reading reading, Statement statement) {
        var author = reading.message.author();
        return author == null || statement.part.kind() != Part.Kind.OWN
                ? Optional.empty()
                : statement
                        .find(Lexicon.of("mine"))
                        .or(() -> statement.find(MINE))
                        .filter(place -> !Clauses.denied(statement, place))
                        .map(place -> new Found(author.name(), place));
    }

    /** The day it is wanted by; of two, the one that makes the other plain. */
    static Optional<FoundDate> due(Reading reading, Statement statement) {
        var pieces = terse(statement);
        FoundDate best = null;
        for (var date : statement.dates) {
            var before = statement.between(
                    statement.clause(date.span()).start(), date.span().start());
            boolean meant = WANTED_BY.matcher(before).matches()
                    || pieces.stream().anyMatch(piece -> piece.holds(date.span()))
                    || best != null && THAT_IS.matcher(before).matches();
            if (meant
                    && !date.date().isBefore(reading.message.day())
                    && !IssueCues.SINCE
                            .matcher(statement.before(date.span(), 16))
                            .matches()
                    && (best == null
                            || THAT_IS.matcher(statement.before(date.span(), 14))
                                    .matches())) {
                best = date;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Pieces between commas that hold nothing but such terms. */
    static List<Span> terse(Statement statement) {
        var out = new ArrayList<Span>();
        int start = 0;
        for (int at = 0; at <= statement.folded.length(); at++) {
            if (at == statement.folded.length() || breaks(statement.folded, at)) {
                var piece = span(statement, start, at);
                if (at > start && bare(statement, piece)) {
                    out.add(piece);
                }
                start = at + 1;
            }
        }
        return out;
    }

    /** Nothing but such terms, from the first word to the last. */
    static boolean wholly(Statement statement) {
        var pieces = terse(statement);
        return !pieces.isEmpty()
                && Lexicon.tokens(statement.folded, statement.span().start()).stream()
                        .allMatch(token -> FILLER.contains(token.text())
                                || token.text().length() < 2
                                || pieces.stream().anyMatch(piece -> piece.holds(token.span())));
    }

    private static boolean breaks(String folded, int at) {
        return Clauses.breaksAt(folded, at)
                || folded.charAt(at) == ':'
                || folded.charAt(at) == '&'
                || Stream.of(" and ", " und ", " et ", " y ", " so ", " e ")
                        .anyMatch(word -> folded.startsWith(word, at));
    }

    private static boolean bare(Statement statement, Span piece) {
        boolean told = false;
        for (var token : Lexicon.tokens(statement.between(piece.start(), piece.end()), piece.start())) {
            boolean named = statement.people.stream()
                            .anyMatch(person -> person.span().overlaps(token.span()))
                    || statement.dates.stream().anyMatch(date -> date.span().overlaps(token.span()));
            boolean term = named || PRIORITIES.containsKey(token.text());
            told |= term;
            if (!term && !FILLER.contains(token.text()) && token.text().length() > 1) {
                return false;
            }
        }
        return told;
    }

    private static Span span(Statement statement, int start, int end) {
        return new Span(start + statement.span().start(), end + statement.span().start());
    }
}
