package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the author or a colleague is asked or promises to do. */
final class ReadTasks implements Grammar {

    static final String VERB =
            "send|call|ping|chase|prep|prepare|draft|write|email|mail|share|schedule|check|ask|get|set up|setup|"
                    + "follow up|follow-up|update|review|confirm|file|book|order|brief|pull|build|create|finish|deliver|"
                    + "forward|intro|introduce|"
                    + "organi[sz]e|arrange|fix|look into|find out|reach out|circle back|talk to|speak to|remind|submit|put "
                    + "together|turn|answer|reply|respond|provide|invite|visit|ship|revise|redo|clear|loop in|nudge|sort|"
                    + "own|dig up|collect|quote|invoice|contact|come back|get back|work on|run|test|explain";
    private static final Pattern ASKED = Pattern.compile(
            "^\\W*(?:please |pls |bitte |can you |could you )?(?:remind me|reminder|(?:create |add |new |make "
                    + ")?(?:a |an )?(?:task|todo|to-do|to do|follow-?up)(?: for (?:me|@?\\w+))?\\b:?|todo:?|action(?: "
                    + "item)?s?:?|next(?: steps?)?:|nachste schritte:?|follow up|follow-up|chase|wiedervorlage|(?:a faire|por hacer|"
                    + "a fazer|da fare|zu tun|zu erledigen)\\b[^:]{0,12}:|prochaine "
                    + "etape:?|proximo paso:?|rappelle-moi|recuerdame|erinnere mich|aufgabe:?)"
                    + "|\\b(?:(?:don't|do not|dont) forget (?:to|about)|remember to|make sure (?:to|we|that)|nicht vergessen|"
                    + "n'oublie pas|no olvides|nao esquecer|lembra-?me|me lembr\\w*|lembrete|ricordami|remind me|task for me|todo me|"
                    + "todo for me|wiedervorlage|create a task|add a task|set a "
                    + "reminder|rappelle-moi|recuerdame|erinner(?:e|n) (?:sie )?mich|note to self|pamint mig|paminn (?:mig|meg)|"
                    + "minn meg|husk meg|"
                    + "(?:on|to) my list|auf meine(?:r)? liste|sur ma liste|a ma liste|en mi lista|a mi lista|na minha lista|"
                    + "herinner "
                    + "me)\\b");
    private static final Pattern GERUND = Pattern.compile(
            "(?:^|[,;.] |\\band |- )(?:sending|preparing|drafting|calling|writing up|following up|circling back|"
                    + "getting back)\\b(?! on hold)");
    private static final Pattern BY_ME = Pattern.compile(
            "\\b(?:from|by|von|par|por|da|van|av) (?:me|mir|moi|mi|mij|mig)\\b|\\((?:me|ich|moi|yo|io)\\b|"
                    + "\\bthat's me\\b|(?:^|[\\s-])me: |^me\\b|\\bmine\\b|\\bis on me\\b|\\bon me\\b|\\bme by\\b");
    private static final Pattern TO_COLLEAGUE = Pattern.compile(
            "^(?:[,:]| -)? ?(?:you (?:do|take|send|handle|write|call)\\b ?|du (?:machst|schickst|ubernimmst)\\b ?|tu (?:t'en|"
                    + "peux)\\b ?|to |pls |please |plz |bitte |can you |could you |will you |will |would you |"
                    + "needs? to |has to |have to |must |should |shall |is to |soll\\w* |kannst |muss |doit |va |peux-tu |"
                    + "debe |tiene que |puede |deve |moet |ska |kan |owns? |takes? |sends? |writes? |calls? |sets? up |"
                    + "schickt |macht |prepares? |envia |manda |prepara |envoie |prepare |appelle |rappelle |llama |stuurt "
                    + "|maakt |belt |skickar |ringer |fixar |invia |chiama |liga |"
                    + "(?:" + VERB + ")s? )|^,? (?:\\w+ ){0,3}(?:by|bis|before|until|avant|due) ?$");
    private static final Pattern HAVE_COLLEAGUE = Pattern.compile(
            "\\b(?:have|ask|tell|get|let|assign(?:ed)?(?: it)?(?: to)?|for|by|via|von|with|macht|ubernimmt|owner:?|@|\\() ?@?$");

    private static final Lexicon SEND = Lexicon.of("send");
    private static final Lexicon DO = Lexicon.of("do");
    private static final Lexicon PROMISED = Lexicon.of("promise");
    private static final Lexicon DUTY = Lexicon.of("duty");

    private static final Pattern TALKED = Pattern.compile(
            "^\\W*(?:call|demo|visit|chat|mail|email) (?:w|with|w/|notes?|today|yesterday|log|recap|just|from|at|done|went|mit|con|"
                    + "com|avec)\\b");
    private static final String BY_THEN =
            "by|before|until|due|same date|pls|bis|vor|spatestens|ate|hasta|antes|para el|entro|prima|avant|d'ici|pour|voor|tot|"
                    + "uiterlijk|senast|innan|fore";

    private static final int CLOSE = 48;
    private static final int FAR = 200;
    private static final Pattern LABELLED = Pattern.compile("^\\W*@?[\\p{L}]{2,20} ?[:-] ");

    /** What a customer asks of us in a talk. */
    private static final Pattern ASKS_US = Pattern.compile(
            "\\b(?:can|could|would|will) you\\b|\\bplease\\b|\\b(?:konnen|konnten|wurden) sie\\b|\\bbitte\\b|\\bpourriez\\b|"
                    + "\\bpouvez\\b|\\b(?:puede|podria)[sn]?\\b|\\b(?:pode|poderia)[sm]?\\b");

    private @Nullable LocalDate lastDue;
    private @Nullable Statement lastTask;
    private @Nullable String lastAssignee;

    @Override
    public void read(Reading reading) {
        var author = reading.message.author();
        if (author == null) {
            return;
        }
        for (var statement : reading.statements) {
            boolean blocked = reading.settled.contains(statement)
                    || statement.is(Mode.HEARSAY)
                    || statement.is(Mode.OFF_RECORD) && statement.dates.isEmpty()
                    || statement.part.kind() == Part.Kind.FORWARDED
                    || statement.part.kind() == Part.Kind.SPOKEN && !statement.has(ASKS_US)
                    || statement.part.kind() == Part.Kind.SUBJECT;
            if (!blocked) {
                pieces(statement).forEach(piece -> piece(reading, statement, piece, author));
            }
        }
    }

    /** "a quote by Monday, an intro by Friday" are two tasks: cut where a new date follows a comma or "and". */
    private static List<Span> pieces(Statement statement) {
        var cuts = new ArrayList<Integer>();
        var match = Pattern.compile(
                        "[,;] (?:and )?|\\.\\s| and (?=(?:a |an |the )|\\w+ (?:to|needs|pls|should|will|must|can)\\b|remind|"
                                + "have |chase|i )| & (?=have |remind )| - (?=remind|and remind)| (?:und|et|y) ")
                .matcher(statement.folded);
        int last = 0;
        while (match.find()) {
            boolean left = dated(statement, last, match.start()) || assigned(statement, last, match.start());
            boolean right = dated(statement, match.end(), statement.folded.length())
                    || assigned(statement, match.end(), statement.folded.length());
            if (left
                            && right
                            && said(statement, last, match.start())
                            && said(statement, match.end(), statement.folded.length())
                    || statement
                            .folded
                            .substring(match.start())
                            .matches(
                                    "(?s)^(?:[,;.]| and| &| -)* ?(?:and )?(?:please |pls )?(?:remind me|have \\w+ (?:call|send)|i need "
                                            + "to|i'll).*")) {
                cuts.add(match.start());
                last = match.end();
            }
        }
        var out = new ArrayList<Span>();
        int start = 0;
        for (int cut : cuts) {
            out.add(new Span(
                    start + statement.span().start(), cut + statement.span().start()));
            start = cut + 1;
        }
        out.add(new Span(start + statement.span().start(), statement.span().end()));
        return out;
    }

    /** More than who and when. */
    private static boolean said(Statement statement, int from, int to) {
        var rest = new StringBuilder(statement.folded.substring(from, to));
        var spans = new ArrayList<Span>();
        statement.dates.forEach(date -> spans.add(date.span()));
        statement.people.forEach(person -> spans.add(person.span()));
        for (var span : spans) {
            int start = span.start() - statement.span().start() - from;
            int end = span.end() - statement.span().start() - from;
            if (start >= 0 && end <= rest.length()) {
                rest.replace(start, end, " ".repeat(end - start));
            }
        }
        return rest.toString()
                        .replaceAll(
                                "\\b(?:that's|that is|this is|me|mine|by|due|before|until|on|pls|please|owns?|own|it|bis|bitte|avant|"
                                        + "antes|the|and|to|for|from)\\b",
                                "")
                        .chars()
                        .filter(Character::isLetter)
                        .count()
                > 3;
    }

    private static boolean dated(Statement statement, int from, int to) {
        var span =
                new Span(from + statement.span().start(), to + statement.span().start());
        return statement.dates.stream().anyMatch(date -> span.holds(date.span()));
    }

    private static boolean assigned(Statement statement, int from, int to) {
        var span =
                new Span(from + statement.span().start(), to + statement.span().start());
        return statement.people.stream().anyMatch(mention -> span.holds(mention.span()))
                || BY_ME.matcher(statement.folded.substring(from, to)).find();
    }

    private void piece(Reading reading, Statement statement, Span piece, Message.Author author) {
        var folded = statement.between(piece.start(), piece.end());
        var due = due(reading, statement, piece);
        boolean same = folded.contains("same date") || folded.contains("same day");
        var told = colleague(statement, piece, due.isPresent());
        var assignee = told != null ? told : goesOn(reading, statement, piece, folded);
        boolean asked = ASKED.matcher(folded).find() || inherited(statement, piece);
        boolean dated = due.isPresent() || same && lastDue != null;
        boolean asksLeave = statement.is(Mode.QUESTION) && reading.intents.contains("request_approval");
        if (asksLeave
                || other(statement, folded, assignee)
                || !(assignee != null || asked || dated && undertaken(statement, piece, folded))) {
            return;
        }
        if (assignee == null && !asked && (statement.is(Mode.UNSURE) || statement.is(Mode.CONDITION))) {
            return;
        }
        draft(
                reading,
                statement,
                piece,
                assignee == null ? speaker(reading, statement, author) : assignee,
                due.map(FoundDate::date).orElse(same ? lastDue : null),
                due.map(FoundDate::span).orElse(piece));
        reading.taken.addAll(piece.equals(statement.span()) && !mixed(statement) ? List.of(statement) : List.of());
    }

    /** In a transcript "I" is whoever speaks. */
    private static String speaker(Reading reading, Statement statement, Message.Author author) {
        var writer = statement.part.writer();
        return statement.part.kind() == Part.Kind.OWN
                        && reading.known.people().stream()
                                .anyMatch(person -> person.name().equals(writer))
                ? String.valueOf(writer)
                : author.name();
    }

    private static Optional<FoundDate> due(Reading reading, Statement statement, Span piece) {
        var today = reading.message.day();
        return statement.dates.stream()
                .filter(date -> piece.holds(date.span()) && !date.date().isBefore(today))
                .filter(date ->
                        date.date().isBefore(today.plusDays(FAR)) || date.date().equals(date.past()))
                .reduce((first, second) -> sooner(statement, first, second));
    }

    private static boolean undertaken(Statement statement, Span piece, String folded) {
        return TaskCues.PROMISE.matcher(folded).find()
                || promised(statement, piece)
                || GERUND.matcher(folded).find()
                || BY_ME.matcher(folded).find()
                || statement.sentence.bullet() && folded.matches("(?s)^\\W*(?:" + VERB + ")\\b.*")
                || ordered(folded);
    }

    /** A question, a request that others serve, a talk that was held, an issue that is opened. */
    private static boolean other(Statement statement, String folded, @Nullable String assignee) {
        boolean question = statement.is(Mode.QUESTION) && assignee == null && !ordered(folded);
        return question
                || TaskCues.NO_TASK.matcher(folded).find()
                || ReadRequests.asksApproval(folded)
                || TaskCues.NOTHING.matcher(folded).find() && statement.dates.isEmpty()
                || TaskCues.NOT_TO.matcher(folded).find()
                || TaskCues.PROJECT.matcher(folded).find()
                || assignee == null && statement.has(IssueCues.ASKED)
                || TALKED.matcher(folded).find();
    }

    /** "me: a quote by Monday, an intro by Friday", "... and chase the order": the same one goes on. */
    private @Nullable String goesOn(Reading reading, Statement statement, Span piece, String folded) {
        if (statement == lastTask && piece.start() > statement.span().start()) {
            return LABELLED.matcher(statement.folded).find() ? lastAssignee : null;
        }
        boolean next = lastTask != null
                && reading.before(statement)
                        .filter(before -> before == lastTask)
                        .isPresent()
                && folded.matches("(?s)^\\W*(?:and|und|y|et|e|en|och|also|then) .*");
        return next && ordered(folded) ? lastAssignee : null;
    }

    private static boolean has(Lexicon meaning, String folded) {
        return meaning.find(folded).isPresent();
    }

    /** The verb stands first, in German also last: "send ...", "enviar ...", "Angebot bis Montag nachreichen". */
    private static boolean ordered(String folded) {
        var opening = TaskCues.OPENING.matcher(folded);
        int from = opening.find() ? opening.end() : 0;
        var rest = folded.substring(from);
        boolean first = SEND.find(rest).filter(place -> place.start() == 0).isPresent();
        var last = folded.replaceAll("\\W+$", "");
        boolean end = last.endsWith("en")
                && SEND.in(Lexicon.tokens(last, 0)).stream().anyMatch(place -> place.end() == last.length());
        return first || end;
    }

    /** "le mando la oferta", "ich schicke ihm", "prometo enviar": what is promised stands close by. */
    private static boolean promised(Statement statement, Span piece) {
        return statement.all(PROMISED).stream().filter(piece::holds).anyMatch(word -> statement.all(DO).stream()
                .filter(act -> !Clauses.denied(statement, act)
                        && !statement
                                .after(act, 14)
                                .matches("(?s)^ (?:\\w{1,5} )?(?:nothing|nichts|nada|rien|niente|niets|inget)\\b.*"))
                .anyMatch(act -> piece.holds(act) && act.distanceTo(word) < CLOSE || act.overlaps(word)));
    }

    /** A statement that also reports a stage or an amount is read on by the other grammars. */
    private static boolean mixed(Statement statement) {
        return statement.has(StageCues.SET)
                || !statement.moneys.isEmpty()
                || statement.has(Pattern.compile("\\b(?:signed|negotiation|moving to|closed|lost|won|close)\\b"));
    }

    private static FoundDate sooner(Statement statement, FoundDate first, FoundDate second) {
        return statement
                                .before(second.span(), 14)
                                .matches(
                                        "(?s).*\\b(?:by|until|before|due|bis|avant|antes del?|on|for|am|voor|tot|senast) $")
                        && !statement
                                .before(first.span(), 10)
                                .matches("(?s).*\\b(?:by|until|before|due|bis|avant|on|voor) $")
                ? second
                : first;
    }

    private static boolean inherited(Statement statement, Span piece) {
        return piece.start() > statement.span().start()
                && ASKED.matcher(statement.folded).lookingAt();
    }

    private static @Nullable String colleague(Statement statement, Span piece, boolean dated) {
        for (var mention : statement.people) {
            boolean speaks = mention.record().name().equalsIgnoreCase(statement.part.writer())
                    && mention.span().start() - statement.span().start() < 4;
            if (!piece.holds(mention.span()) || speaks && statement.is(Mode.QUESTION)) {
                continue;
            }
            var after = statement.between(mention.span().end(), piece.end());
            var before = statement.between(piece.start(), mention.span().start());
            boolean duty = DUTY.find(after)
                    .filter(place -> after.substring(0, place.start()).matches("[ ,:–-]*"))
                    .isPresent();
            boolean called = before.isBlank() && after.startsWith(",") && dated;
            if (TaskCues.AWAY.matcher(after).find()) {
                continue;
            }
            boolean told = TO_COLLEAGUE.matcher(after).find()
                    || duty
                    || called
                    || HAVE_COLLEAGUE.matcher(before).find() && !before.matches("(?s).*\\b(?:with|talked to|from) @?$")
                    || after.matches("(?s)^[^.;]{0,70}\\b(?:" + BY_THEN + ")\\b.*")
                            && !after.matches("(?s)^ (?:\\w+ed|was|had|is|has)\\b.*")
                    || before.matches("(?s).*[(,] ?$") && after.startsWith(",")
                    || after.matches("(?s)^ ?[-:–] ?\\w.*")
                            && statement.dates.stream().anyMatch(date -> piece.holds(date.span()));
            if (told && !after.matches("(?s)^ (?:said|says|told|thinks|asked|mentioned|and i (?:met|had)).*")) {
                return mention.record().name();
            }
        }
        return null;
    }

    private void draft(
            Reading reading, Statement statement, Span piece, String assignee, @Nullable LocalDate due, Span evidence) {
        var title = TaskTitle.of(reading, statement, piece);
        if (TaskCues.UNNAMED.matcher(Fold.inPlace(title)).find()) {
            title = statement.raw.strip();
        }
        if (title.length() < 3
                || TaskCues.HEADING.matcher(Fold.inPlace(title)).matches()
                || TaskCues.EMPTY.matcher(Fold.inPlace(title)).matches()) {
            return;
        }
        var draft = reading.create("task", statement.company, piece).key("title", title);
        draft.set("assignee", assignee, reading.evidence(piece), 0.85);
        lastTask = statement;
        lastAssignee = assignee;
        if (due != null) {
            draft.set("due_date", due.toString(), reading.evidence(evidence), 0.9);
            lastDue = due;
        }
        if (statement.company != null) {
            draft.set("company", statement.company.name(), reading.evidence(statement.span()), 0.85);
        }
    }
}
