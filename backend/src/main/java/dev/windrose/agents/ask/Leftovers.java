package dev.windrose.agents.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What of a question was not understood: names that nobody knows, words that say what texts are about, and the rest. */
final class Leftovers {

    private static final Set<String> EMPTY =
            new java.util.HashSet<>(List.of(("""
            a an the and or but of in on at to for with by from is are was were be been being am do does did done has have had
            having will would can could should shall may might must how what which who whom whose when where why that this these
            those it its they them their there here we our ours us you your he she his her i me my mine if as than then so too
            also just only please pls plz thanks hi hello hey ok tell show list give get got find see look know want need let say
            name one ones any some all each every both no not yes right now currently today present moment exactly exact actually
            really still yet already ever total overall altogether number count figure figures value record records system data
            crm database place sit sits stand stands come comes came go goes went run running raise raised bring brought brings
            make made take takes took hold held work works working log logged logs hear heard happen happened happens happening
            about around regarding concerning out up down off over into onto per versus between among amongst within without
            across during since until before after again more less most least much many few lot lots kind kinds type types sort
            group whole history entire deals think pull check quick quickly answer question ask asked company side people person
            somebody anyone someone everybody owns have's wondering wonder idea interested curious roughly approximately approx
            percent percentage days day hours hour weeks week months month quarter quarters year years date dates time times long
            e g i.e eg ie vs etc there's whats what's who's whos im i'm we're were's let's lets cheers kindly like yearly annual
            annually amount amounts money currency terms term return returned looks looking based given back because via through
            main boss says said called call short word words customer's customers customer account accounts product products did't
            don't doesn't mean means meant belong belongs related used use uses using order sorted never nothing whatsoever
            particular respective respectively relevant yours theirs mainly mostly usually often frequently common commonly
            typically normally generally expect sitting stuck left concerned involved include including included contain contains
            containing showing shown written standing lie lies lying number's briefly maybe perhaps possibly basically literally
            gave gives received receive receives shows company's companies firm date's as-of of-those state states status stage
            stages values worth size sized kind's""").strip().split("\\s+")));

    private final Reading in;

    Leftovers(Reading reading) {
        this.in = reading;
    }

    void read() {
        var unknown = new ArrayList<Word>();
        for (int i = 0; i < in.words.size(); i++) {
            if (!in.used[i] && !empty(in.words.get(i)) && !typeWord(i)) {
                unknown.add(in.words.get(i));
            }
        }
        name(unknown);
        if (in.draft.type != null && in.draft.unknown == null) {
            about(unknown);
        }
        unknown.forEach(word -> in.draft.left.add(word.fold()));
    }

    private static boolean empty(Word word) {
        return EMPTY.contains(word.fold())
                || EMPTY.contains(word.stem())
                || word.fold().length() < 2
                || word.fold().matches("[€$£%]|\\d");
    }

    static boolean plain(String word) {
        return EMPTY.contains(word);
    }

    private boolean typeWord(int at) {
        return in.typeMarks.stream().anyMatch(mark -> mark.from() <= at && at < mark.to());
    }

    /** A capitalised word within a sentence that is no word of the schema is somebody's name. */
    private void name(List<Word> unknown) {
        var names = unknown.stream()
                .filter(word -> word.capital()
                        && !first(word)
                        && !word.text().matches("\\p{Lu}{1,4}s?")
                        && !in.types.knows(word.stem()))
                .toList();
        if (names.isEmpty() || in.folded.length() > 0 && shouting()) {
            return;
        }
        var one = names.getFirst();
        int end = one.end();
        for (var word : names) {
            if (word.start() - end <= 1 && word.start() >= end) {
                end = word.end();
            }
        }
        in.draft.unknown = in.text.substring(one.start(), end).replaceFirst("['’]s$", "");
    }

    private boolean shouting() {
        return in.text.equals(in.text.toUpperCase(java.util.Locale.ROOT));
    }

    private boolean first(Word word) {
        var before = in.text.substring(0, word.start()).strip();
        return before.isEmpty() || before.matches("(?s).*[.?!:\"“]$");
    }

    /** "Gateway issues", "issues about gateways": the words stand in the texts. */
    private void about(List<Word> unknown) {
        var before = new ArrayList<Word>();
        for (var word : unknown) {
            int at = in.words.indexOf(word);
            boolean noun = at + 1 < in.words.size() && head(at + 1)
                    || at + 2 < in.words.size() && unknown.contains(in.words.get(at + 1)) && head(at + 2);
            boolean topic = in.before(at)
                            .matches(
                                    "(?s).*\\b(?:about|regarding|concerning|mention|mentions|mentioning|on) (?:the |a |an )?$")
                    && in.draft.measure != null;
            if (noun || topic) {
                before.add(word);
            }
        }
        if (!before.isEmpty()) {
            in.draft.add(new Condition.Says(before.stream().map(Word::stem).toList()));
            unknown.removeAll(before);
        }
    }

    private boolean head(int at) {
        return in.types.at(in.words, at).stream()
                .anyMatch(entry -> entry.meaning() instanceof Meaning.OfType type
                        && type.type().equals(in.draft.type));
    }
}
