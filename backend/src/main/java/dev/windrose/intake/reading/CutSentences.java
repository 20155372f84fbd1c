package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Sentence;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a sentence about several accounts or products into one statement for each. */
final class CutSentences {

    private final String text;
    private final List<Mention> mentions;
    private final List<Mention> products;

    CutSentences(String text, List<Mention> mentions, List<Mention> products) {
        this.text = text;
        this.mentions = mentions;
        this.products = products;
    }

    List<Sentence> cut(Sentence sentence) {
        var anchors = new ArrayList<Mention>();
        mentions.stream()
                .filter(mention -> mention.is("company") && sentence.span().holds(mention.span()))
                .forEach(anchors::add);
        if (anchors.stream().map(Mention::record).distinct().count() < 2) {
            anchors.clear();
            products.stream()
                    .filter(mention -> sentence.span().holds(mention.span()))
                    .forEach(anchors::add);
            if (anchors.stream().map(Mention::record).distinct().count() < 2) {
                return List.of(sentence);
            }
        }
        var out = new ArrayList<Sentence>();
        int start = sentence.span().start();
        for (int i = 1; i < anchors.size(); i++) {
            int cut = anchors.get(i).record().sameAs(anchors.get(i - 1).record())
                    ? -1
                    : boundary(
                            anchors.get(i - 1).span().end(),
                            anchors.get(i).span().start());
            if (cut > start) {
                out.add(new Sentence(
                        new Span(start, cut), sentence.bullet(), sentence.question(), sentence.paragraph()));
                start = cut;
            }
        }
        out.add(new Sentence(
                new Span(start, sentence.span().end()), sentence.bullet(), sentence.question(), sentence.paragraph()));
        return out;
    }

    /** The last break between two mentions that leaves something said about the first. */
    private int boundary(int from, int to) {
        var folded = Fold.inPlace(text.substring(from, to));
        int best = -1;
        for (int i = 0; i < folded.length(); i++) {
            boolean and = folded.startsWith(" and ", i)
                    || folded.startsWith(" und ", i)
                    || folded.startsWith(" while ", i)
                    || folded.startsWith(" y ", i)
                    || folded.startsWith(" et ", i)
                    || folded.startsWith(" & ", i);
            if (Clauses.breaksAt(folded, i) && folded.charAt(i) != ')' || and) {
                best = i;
            }
        }
        boolean said = best >= 0
                && folded.substring(0, best)
                                .codePoints()
                                .filter(Character::isLetter)
                                .count()
                        >= 3;
        return said ? from + best + 1 : -1;
    }
}
