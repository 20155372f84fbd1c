package dev.windrose.intake.reading;

import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the author or a colleague is asked or promises to do. */
final class ReadTasks implements Grammar {

    private static final String VERB =
            "send|call|ping|chase|prep|prepare|draft|write|email|mail|share|schedule|check|ask|get|set up|setup|"
                    + "follow up|follow-up|update|review|confirm|file|book|order|brief|pull|build|create|finish|deliver|"
                    + "forward|intro|introduce|"
                    + "organi[sz]e|arrange|fix|look into|find out|reach out|circle back|talk to|speak to|remind|submit|put "
                    + "together|turn|answer|reply|respond|provide|invite|visit|ship|revise|redo|clear|loop in|nudge|sort|"
                    + "own|dig up|collect|quote|invoice|contact|come back|get back|work on|run|test|explain";
    private static final Pattern ASKED = Pattern.compile(
            "^\\W*(?:please |pls |bitte |can you |could you )?(?:remind me|reminder|(?:create |add |new |make "
                    + ")?(?:a |an )?(?:task|todo|to-do|to do|follow-?up)(?: for (?:me|@?\\w+))?\\b:?|todo:?|action(?: "
                    + "item)?s?:?|next(?: steps?)?:|nachste schritte:?|follow up|follow-up|chase|wiedervorlage|prochaine "
                    + "etape:?|proximo paso:?|rappelle-moi|recuerdame|erinnere mich|aufgabe:?)"
                    + "|\\b(?:(?:don't|do not|dont) forget (?:to|about)|remember to|make sure (?:to|we|that)|nicht vergessen|n'oublie pas|no olvides|nao esquecer|lembra-?me|me lembr\\w*|lembrete|ricordami|remind me|task for me|todo me|todo for me|wiedervorlage|create a task|add a task|set a "
                    + "reminder|rappelle-moi|recuerdame|erinner(?:e|n) (?:sie )?mich|note to self|pamint mig|herinner "
                    + "me)\\b");
    private static final Pattern PROMISE = Pattern.compile(
            "\\b(?:i(?:'ll| will| need to| have to| must| should| am going to|'m going to| gotta| owe| promised|promised "
                    + "to| said i'd| can)(?! (?:see|be seeing|meet|be there|be out|be back))|i'm (?:sending|preparing|"
                    + "drafting|calling|writing)|need(?:s)? to (?:"
                    + VERB + ")|(?:^|[,;] ?|\\. ?|and )i (?:" + VERB + ")|"
                    + "ich (?:schicke|sende|rufe|muss|soll|werde|mache|erstelle|klare|kummere|melde|liefere|bereite)|"
                    + "(?:stuur|bel|maak|regel) ik|(?:skickar|ringer) jag|schicke ich|je (?:dois|vais|lui envoie|leur "
                    + "envoie|m'occupe|prepare|rappelle|l'appelle)|yo (?:envio|llamo|preparo|mando)|tengo que|debo|le "
                    + "(?:envio|mando)|devo|invio|mando io|ik (?:stuur|bel|moet|zal|maak)|jag (?:skickar|ska|maste|ringer|"
                    + "fixar))\\b");
    private static final Pattern GERUND = Pattern.compile(
            "(?:^|[,;.] |\\band |- )(?:sending|preparing|drafting|calling|writing up|following up|circling back|"
                    + "getting back)\\b(?! on hold)");
    private static final Pattern BY_ME = Pattern.compile(
            "\\b(?:from|by|von|par|por|da|van|av) (?:me|mir|moi|mi|mij|mig)\\b|\\((?:me|ich|moi|yo|io)\\b|"
                    + "\\bthat's me\\b|(?:^|[\\s-])me: |^me\\b|\\bmine\\b|\\bis on me\\b|\\bon me\\b|\\bme by\\b");
    private static final Pattern TO_COLLEAGUE = Pattern.compile(
            "^(?:[,:]| -)? ?(?:to |pls |please |plz |bitte |can you |could you |will you |will |would you |"
                    + "needs? to |has to |have to |must |should |shall |is to |soll\\w* |kannst |muss |doit |va |peux-tu |"
                    + "debe |tiene que |puede |deve |moet |ska |kan |owns? |takes? |sends? |writes? |calls? |sets? up |"
                    + "schickt |macht |prepares? |envia |manda |prepara |envoie |prepare |appelle |rappelle |llama |stuurt "
                    + "|maakt |belt |skickar |ringer |fixar |invia |chiama |liga |"
                    + "(?:" + VERB + ")s? )|^,? (?:\\w+ ){0,3}(?:by|bis|before|until|avant|due) ?$");
    private static final Pattern HAVE_COLLEAGUE = Pattern.compile(
            "\\b(?:have|ask|tell|get|let|assign(?:ed)?(?: it)?(?: to)?|for|by|via|von|with|macht|ubernimmt|owner:?|@|\\() ?@?$");
    private static final Pattern NO_TASK = Pattern.compile(
            "\\b(?:need your (?:ok|approval)|approve|approval|sign-?off needed|fyi|booked|scheduled for|on the "
                    + "calendar|in the calendar|discount|book (?:\\d+|a |me|us|in)|schedule (?:a |the |\\d+|me)|set up "
                    + "(?:a |an |the )?(?:call|meeting|demo)|find (?:a |us |me )?(?:slot|time)|find us|draft (?:a|an|the|"
                    + "me)|write (?:me|a|an) (?:an? )?(?:email|mail|reply|post|blog|follow)|"
                    + "report of|pull a report|run a report|how (?:do|can) i|policy|headline)\\b");
    private static final Pattern LEAD_IN = Pattern.compile(
            "^\\W*(?:(?:and|also|then|so|ok|please|pls|bitte|next(?: steps?)?|todo|task|action(?: items?)?|me|"
                    + "reminder|remind me|for me|to|on|about|that|i(?:'ll| will| need to| have to| must| should)?|can you|"
                    + "could you|create a|add a|new)\\b[:,]?\\s*)+");

    /** What a customer asks of us in a talk. */
    private static final Pattern ASKS_US = Pattern.compile(
            "\\b(?:can|could|would|will) you\\b|\\bplease\\b|\\b(?:konnen|konnten|wurden) sie\\b|\\bbitte\\b|\\bpourriez\\b|\\bpouvez\\b|\\b(?:puede|podria)[sn]?\\b|\\b(?:pode|poderia)[sm]?\\b");

    private @Nullable LocalDate lastDue;

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
            if (left && right && !calledUpon(statement, last, match.start())
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

    /** "Sam, could you ...": the name alone is no task of its own. */
    private static boolean calledUpon(Statement statement, int from, int to) {
        var before = statement.folded.substring(from, to);
        return statement.people.stream().anyMatch(mention -> {
            var name = statement.between(mention.span().start(), mention.span().end());
            return before.matches(
                    "(?s)\\W*(?:(?:hi|hey|hallo|hello|and|ok|also|so|then|\\w+:) )*@?\\Q" + name + "\\E\\W*");
        });
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
        var due = statement.dates.stream()
                .filter(date -> piece.holds(date.span()) && !date.date().isBefore(reading.message.day()))
                .reduce((first, second) -> sooner(statement, first, second));
        boolean same = folded.contains("same date") || folded.contains("same day");
        var assignee = colleague(statement, piece);
        boolean asked = ASKED.matcher(folded).find() || inherited(statement, piece);
        boolean promise = PROMISE.matcher(folded).find()
                || GERUND.matcher(folded).find()
                || BY_ME.matcher(folded).find();
        boolean imperative = statement.sentence.bullet() && folded.matches("(?s)^\\W*(?:" + VERB + ")\\b.*")
                || folded.matches("(?s)^\\W*(?:follow up|chase|ping|call|send)\\b.*");
        boolean question = statement.is(Mode.QUESTION) && assignee == null;
        if (NO_TASK.matcher(folded).find()) {
            return;
        }
        boolean dated = due.isPresent() || same && lastDue != null;
        if (question || !(assignee != null || asked || dated && (promise || imperative))) {
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

    private static @Nullable String colleague(Statement statement, Span piece) {
        for (var mention : statement.people) {
            if (!piece.holds(mention.span())) {
                continue;
            }
            var after = statement.between(mention.span().end(), piece.end());
            var before = statement.between(piece.start(), mention.span().start());
            boolean told = TO_COLLEAGUE.matcher(after).find()
                    || HAVE_COLLEAGUE.matcher(before).find() && !before.matches("(?s).*\\b(?:with|talked to|from) @?$")
                    || after.matches(
                                    "(?s)^[^.;]{0,50}\\b(?:by|bis|before|until|due|same date|pls|ate|hasta|entro|avant|voor|tot|senast)\\b.*")
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
        var title = title(reading, statement, piece);
        if (title.length() < 3) {
            return;
        }
        var draft = reading.create("task", statement.company, piece).key("title", title);
        draft.set("assignee", assignee, reading.evidence(piece), 0.85);
        if (due != null) {
            draft.set("due_date", due.toString(), reading.evidence(evidence), 0.9);
            lastDue = due;
        }
        if (statement.company != null) {
            draft.set("company", statement.company.name(), reading.evidence(statement.span()), 0.85);
        }
    }

    private static String title(Reading reading, Statement statement, Span piece) {
        var raw = piece.of(reading.text()).strip();
        for (var mention : statement.people) {
            var name = mention.span().of(reading.text());
            if (raw.matches("(?s)@?\\Q" + name + "\\E,? (?i:can|could|would|will|please|pls|bitte)\\b.*")) {
                raw = raw.substring(raw.indexOf(name) + name.length());
            }
        }
        var lead = LEAD_IN.matcher(dev.windrose.llm.language.Fold.inPlace(raw));
        if (lead.find() && raw.length() - lead.end() > 8) {
            raw = raw.substring(lead.end());
        }
        raw = raw.replaceAll("^[\\s,;:.()&–-]+|[\\s,;:(?–-]+$", "");
        return raw.isEmpty() ? "" : Character.toUpperCase(raw.charAt(0)) + raw.substring(1);
    }
}
