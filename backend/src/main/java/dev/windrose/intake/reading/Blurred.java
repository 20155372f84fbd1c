package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A name that is only begun, "Hart.", "Bright...", "the tide folks", where several accounts begin so: it means all of them until one is named. */
final class Blurred {

    /** Cut short, or with words for those who work there. */
    private static final Pattern BEGUN = Pattern.compile(
            "(?<![\\p{L}\\d@./'-])(?<word>\\p{L}{3,})(?:(?:\\.\\.\\.?|…|\\.(?= \\p{Ll})|-(?:whatsit|something|thingy|dings|irgendwas|"
                    + "machin|truc|algo)\\b)(?:\\p{Ll}{1,3}(?![\\p{L}]))?"
                    + "|(?= (?:folks|people|ppl|guys|lot|gang|crew|chaps|bunch|leute|typen|gens|gente)\\b))");

    private Blurred() {}

    /** Adds what is begun, and widens a name of which another account's name is the longer form. */
    static void add(String text, KnownRecords known, List<Mention> mentions) {
        widen(text, known, mentions);
        if (mentions.stream().anyMatch(mention -> mention.is("company"))) {
            return;
        }
        var match = BEGUN.matcher(Fold.inPlace(text));
        while (match.find()) {
            var span = new Span(match.start("word"), match.end("word"));
            boolean taken = mentions.stream().anyMatch(mention -> mention.span().overlaps(span));
            var found = taken || Words.common(match.group("word"))
                    ? List.<KnownRecord>of()
                    : begin(known, match.group("word"));
            if (found.size() > 1) {
                mentions.add(new Mention(span, found, false));
            }
        }
    }

    /** "Quill" is a word of one name, and how another one begins. */
    private static void widen(String text, KnownRecords known, List<Mention> mentions) {
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            var word = Fold.inPlace(mention.span().of(text));
            if (!mention.is("company")
                    || mention.whole()
                    || !mention.clear()
                    || word.length() < 4
                    || !word.matches("\\p{L}+")
                    || NameEntry.words(mention.record().name()).getFirst().equals(word)) {
                continue;
            }
            var all = new ArrayList<KnownRecord>(List.of(mention.record()));
            begin(known, word).stream()
                    .filter(other -> all.stream().noneMatch(other::sameAs))
                    .forEach(all::add);
            mentions.set(i, new Mention(mention.span(), all, false));
        }
    }

    private static List<KnownRecord> begin(KnownRecords known, String word) {
        return known.names().search(word, List.of("company"), 8).stream()
                .filter(found -> found.entry().words().getFirst().startsWith(word))
                .flatMap(found -> known.find("company", found.entry().id()).stream())
                .distinct()
                .toList();
    }
}
