package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Sentence;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Parts a sentence that states one thing and only supposes, hears or guesses another, so that each statement is meant in one way. */
final class CutStances {

    /** Between clauses that may be meant in different ways. */
    private static final Pattern STRONG = Pattern.compile(
            ",? (?:but|whereas|while|although|though|aber|wahrend|allerdings|sondern|mais|tandis que|pero|aunque|mas|porem|embora|ma|"
                    + "pero|maar|terwijl|men) "
                    + "|,? (?:and|und|et|y|e|en|och) |; ?| - |\\. ");

    private static final Pattern COMMA = Pattern.compile(",(?!\\d) ?");
    /** A new subject after "and": what follows stands for itself. */
    private static final Pattern OTHER_SUBJECT = Pattern.compile(
            "^(?:,? (?:but|aber|mais|pero|mas|maar) |; ?|\\. |,? (?:and|und|et|y|e|en) (?:also |by the way |btw |anyway )?(?:i|we|"
                    + "i'm|i'll|we'll|ich|wir|je|j'|nous|"
                    + "\\p{L}[\\p{L}'-]* (?:is now|has|have|signed|moved|confirmed|left|told|ist jetzt|hat|haben|a|ont|ha|han|tem)) )");

    /** What is to be done stays whole: its condition and its day belong to it. */
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:remind|i'll|i will|i need to|i have to|i must|to-?do|please|pls|plz|can you|could you|let's|bitte|ich (?:werde|"
                    + "muss|schicke|rufe|melde)|erinner\\w*|rappelle\\w*|"
                    + "je (?:dois|vais)|recuerd\\w*|tengo que|voy a|lembr\\w*|preciso|vou|por favor|svp|merci de)\\b");

    private static final int LEAST_WORDS = 4;

    private CutStances() {}

    static List<Sentence> cut(String text, Sentence sentence) {
        var span = sentence.span();
        var folded = Fold.inPlace(span.of(text));
        var cuts = new TreeSet<Integer>();
        if (folded.length() > 20 && !ASKED.matcher(folded).find()) {
            conditions(folded, cuts);
            others(folded, cuts);
        }
        var out = new ArrayList<Sentence>();
        int start = 0;
        for (int cut : cuts) {
            if (said(folded.substring(start, cut)) && said(folded.substring(cut))) {
                out.add(piece(sentence, start, cut));
                start = cut;
            }
        }
        out.add(piece(sentence, start, folded.length()));
        return out;
    }

    private static Sentence piece(Sentence sentence, int from, int to) {
        int at = sentence.span().start();
        return new Sentence(new Span(at + from, at + to), sentence.bullet(), sentence.question(), sentence.paragraph());
    }

    /** "A and, if X, B", "If X, B, and C is so": the condition holds for B alone. "A, and B if X": the same. */
    private static void conditions(String folded, TreeSet<Integer> cuts) {
        var cue = Modes.CONDITION.matcher(folded);
        while (cue.find()) {
            var comma = COMMA.matcher(folded).region(cue.end(), folded.length());
            int end = comma.find() ? comma.end() : folded.length();
            boolean leads = cue.start() < 3
                    || folded.substring(Math.max(0, cue.start() - 8), cue.start())
                            .matches("(?s).*(?:,|and|und|et|y|e|but|aber|mais|pero|mas|;|-) (?:only )?$");
            boolean consequence = leads && end < folded.length() && words(folded.substring(end)) >= 2;
            int limit = consequence ? cue.start() : Math.max(0, cue.start() - 8);
            int from = lastStrong(folded, limit, consequence ? cue.start() : -1);
            if (from > 0) {
                cuts.add(from);
            }
            if (consequence) {
                other(folded, end, cuts);
            }
        }
    }

    /** Hearsay and doubt hold from the clause that they stand in. */
    private static void others(String folded, TreeSet<Integer> cuts) {
        for (var pattern : List.of(Modes.HEARSAY, Modes.UNSURE)) {
            var cue = pattern.matcher(folded);
            while (cue.find()) {
                int strong = lastStrong(folded, cue.start(), cue.start());
                int comma = lastComma(folded, cue.start());
                int from = Math.max(strong, comma);
                if (from > 0) {
                    cuts.add(from);
                }
                other(folded, cue.end(), cuts);
            }
        }
    }

    private static void other(String folded, int from, TreeSet<Integer> cuts) {
        var next = STRONG.matcher(folded).region(from, folded.length());
        while (next.find()) {
            if (OTHER_SUBJECT.matcher(folded.substring(next.start())).find()) {
                cuts.add(next.start());
                return;
            }
        }
    }

    /** Where the clause that ends at the limit begins: after the last break between clauses. */
    private static int lastStrong(String folded, int limit, int adjacent) {
        var matcher = STRONG.matcher(folded);
        int best = -1;
        while (matcher.find() && matcher.start() < limit) {
            boolean apart = words(folded.substring(matcher.end(), Math.max(matcher.end(), limit))) >= 2;
            if (apart || adjacent >= 0) {
                best = matcher.start();
            }
        }
        return best;
    }

    private static int lastComma(String folded, int limit) {
        var matcher = COMMA.matcher(folded);
        int best = -1;
        while (matcher.find() && matcher.start() < limit) {
            best = matcher.start() + 1;
        }
        return best;
    }

    private static boolean said(String piece) {
        return words(piece) >= LEAST_WORDS && open(piece) == 0;
    }

    /** A bracket or quotation must not be torn apart. */
    private static int open(String piece) {
        int depth = 0;
        for (int i = 0; i < piece.length(); i++) {
            depth += piece.charAt(i) == '(' ? 1 : piece.charAt(i) == ')' ? -1 : 0;
        }
        return depth;
    }

    private static int words(String piece) {
        return (int) Pattern.compile("[\\p{L}\\d][\\p{L}\\d'.,@-]*")
                .matcher(piece)
                .results()
                .count();
    }
}
