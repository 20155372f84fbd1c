package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.grammar.Kind;
import dev.windrose.context.policy.grammar.Places;
import dev.windrose.context.policy.grammar.Token;
import dev.windrose.context.policy.grammar.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of people, teams, stages, plans and products: by what announces them, and by how they are written. */
final class Names {

    private static final int MOST = 5;
    private static final Set<Tag> MODIFYING = Set.of(
            Tag.FACT, Tag.IS, Tag.ACT, Tag.FIELD, Tag.TOPIC, Tag.DATA, Tag.APPROVE, Tag.OFF, Tag.COMPETE, Tag.WORD);

    private final List<Token> tokens;
    private final List<Item> items;

    Names(List<Token> tokens, List<Item> items) {
        this.tokens = tokens;
        this.items = items;
    }

    String key(int from, int to) {
        return tokens.subList(from, to).stream()
                .map(token -> token.raw().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("_"));
    }

    /** Where a role that begins here ends; the token itself where none does. */
    int role(int at) {
        if (!tokens.get(at).letters()
                || Lexicon.in("stop", tokens.get(at).word())
                || Lexicon.in("det", tokens.get(at).word())) {
            return at;
        }
        int headed = headed(at);
        if (headed > at) {
            return headed;
        }
        boolean called = at > 0
                && tokens.get(at).capital()
                && Set.of("role", "rolle").contains(tokens.get(at - 1).word());
        if (announced() || called) {
            return slot(at);
        }
        return speaks(at);
    }

    /** "regional head", "head of care", "VP Sales". */
    int headed(int at) {
        for (var match : Words.at(tokens, at)) {
            if (match.senses().stream().anyMatch(sense -> sense.kind() == Kind.ROLEWORDS)) {
                return widened(at + match.length());
            }
        }
        if (Lexicon.in("account", tokens.get(at).word())) {
            return at + 1;
        }
        if (Lexicon.in("leading", tokens.get(at).word())) {
            int led = led(at);
            if (led > at) {
                return led;
            }
        }
        for (int end = at; end < Math.min(at + MOST, tokens.size()); end++) {
            var token = tokens.get(end);
            if (!token.letters() || Lexicon.in("stop", token.word()) && !Lexicon.in("modifier", token.word())) {
                return at;
            }
            boolean speaking = end + 1 < tokens.size()
                    && Lexicon.in("spoken", tokens.get(end + 1).word());
            if (head(token.word()) && !(end == at && lone(token) && !speaking)) {
                return widened(end + 1);
            }
            if (end == at ? !begins(at) : !modifies(end)) {
                return at;
            }
        }
        return at;
    }

    private static boolean head(String word) {
        return (Words.is(Kind.HEAD, word) || Lexicon.in("head", word)) && !word.equals("lead") || word.equals("lead");
    }

    /** Many things beside people are called a team or a desk. */
    private boolean lone(Token token) {
        return Lexicon.in("lone", token.word()) && !(Lexicon.in("lonely", token.word()) && announced());
    }

    private int led(int at) {
        int next = at + 1;
        if (next < tokens.size()
                && tokens.get(at).word().equals("vice")
                && tokens.get(next).word().equals("president")) {
            next++;
        }
        if (next + 1 < tokens.size() && Lexicon.in("ofrole", tokens.get(next).word())) {
            int end = next + 1;
            while (end < tokens.size() && end <= next + 2 && content(end)) {
                end++;
            }
            return end > next + 1 ? end : at;
        }
        boolean capital = next < tokens.size()
                && tokens.get(next).capital()
                && tokens.get(at).capital()
                && content(next);
        boolean vp =
                tokens.get(at).word().endsWith("vp") || tokens.get(at).word().equals("president");
        if (capital || vp && next < tokens.size() && content(next)) {
            return widened(next + 1);
        }
        return vp ? at + 1 : at;
    }

    private boolean content(int at) {
        var token = tokens.get(at);
        if (!token.letters() || Lexicon.in("stop", token.word()) || Lexicon.in("spoken", token.word())) {
            return false;
        }
        var meaning = Lexicon.at(tokens, at);
        return meaning == null || MODIFYING.contains(meaning.tag()) || Lexicon.in("modifier", token.word());
    }

    private int widened(int end) {
        int at = end;
        while (at < tokens.size()
                && tokens.get(at).letters()
                && head(tokens.get(at).word())
                && !Lexicon.in("spoken", tokens.get(at).word())) {
            at++;
        }
        if (at + 1 < tokens.size()
                && Lexicon.in("leading", tokens.get(at - 1).word())
                && Lexicon.in("ofrole", tokens.get(at).word())
                && content(at + 1)) {
            at += 2;
        }
        return named(at);
    }

    /** "branch office Brno", "Desk A", "Disposition Nord": what tells teams of one kind apart. */
    private int named(int at) {
        if (at >= tokens.size() || !tokens.get(at).capital()) {
            return at;
        }
        var raw = tokens.get(at).raw();
        boolean letter = raw.length() == 1 && !raw.equals("I");
        boolean stops = Lexicon.in("namestop", tokens.get(at).word())
                || Lexicon.in("spoken", tokens.get(at).word());
        if (stops && !letter) {
            return at;
        }
        boolean place = Places.at(tokens, at) != null
                || Lexicon.in("side", tokens.get(at).word());
        boolean own = !German.written(tokens)
                && Lexicon.at(tokens, at) == null
                && !head(tokens.get(at).word());
        boolean beside = tokens.get(at - 1).capital()
                && announced()
                && !head(tokens.get(at).word());
        return letter || place || own || beside ? at + 1 : at;
    }

    private boolean begins(int at) {
        var word = tokens.get(at).word();
        return !Lexicon.in("never", word) && !Lexicon.in("det", word) && modifies(at);
    }

    private boolean modifies(int at) {
        var token = tokens.get(at);
        if (Lexicon.in("modifier", token.word()) || head(token.word())) {
            return true;
        }
        if (Lexicon.in("never", token.word()) || Lexicon.in("notrole", token.word())) {
            return false;
        }
        var meaning = Lexicon.at(tokens, at);
        if (announced() && (meaning == null || MODIFYING.contains(meaning.tag()) || meaning.tag() == Tag.FILLER)) {
            return true;
        }
        return meaning == null && token.capital()
                || meaning != null
                        && meaning.length() == 1
                        && token.capital()
                        && meaning.tag() != Tag.IS
                        && MODIFYING.contains(meaning.tag())
                || meaning == null
                        && at + 1 < tokens.size()
                        && head(tokens.get(at + 1).word());
    }

    /** A name stands here because of what stands before: "approved by", "goes to", "ask". */
    private boolean announced() {
        int i = items.size() - 1;
        boolean preposition = false;
        boolean routed = false;
        while (i >= 0
                && (items.get(i).is(Tag.FILLER, Tag.ALSO)
                        || items.get(i).is(Tag.TO)
                        || items.get(i).is(Tag.COMPARE)
                                && tokens.get(items.get(i).from()).word().equals("from")
                        || items.get(i).is(Tag.PRONOUN)
                        || items.get(i).is(Tag.THEN))) {
            preposition |= tokens.subList(items.get(i).from(), items.get(i).to()).stream()
                    .anyMatch(token -> Lexicon.in("prep", token.word()));
            i--;
        }
        if (i < 0) {
            return false;
        }
        var last = items.get(i);
        var phrase =
                tokens.subList(last.from(), last.to()).stream().map(Token::word).collect(Collectors.joining(" "));
        boolean ends = Lexicon.in("prep", tokens.get(last.to() - 1).word());
        if (last.is(Tag.APPROVE)) {
            return preposition || ends || Lexicon.in("called", phrase);
        }
        if (last.is(Tag.ROUTE)) {
            return true;
        }
        if (last.is(Tag.AND, Tag.OR) && i > 0 && items.get(i - 1).is(Tag.ROLE)) {
            return at(items.size()) < tokens.size()
                    && tokens.get(at(items.size())).capital();
        }
        routed = items.stream().anyMatch(item -> item.is(Tag.ROUTE));
        boolean direction = preposition
                && lastWord(Set.of("by", "to", "through", "via", "von", "vom", "an", "zum", "zur", "durch"));
        return direction && (routed || lastWord(Set.of("von", "vom", "durch", "by")))
                || last.is(Tag.MUST) && phrase.equals("pass");
    }

    private int at(int size) {
        return size == 0 ? 0 : items.get(size - 1).to();
    }

    boolean lastWord(Set<String> words) {
        if (items.isEmpty()) {
            return false;
        }
        int end = items.getLast().to();
        for (int i = end - 1; i >= Math.max(0, end - 2); i--) {
            if (words.contains(tokens.get(i).word())) {
                return true;
            }
            if (!Lexicon.in("det", tokens.get(i).word())) {
                return false;
            }
        }
        return false;
    }

    private int slot(int at) {
        int end = at;
        while (end < tokens.size()
                && end - at < MOST
                && tokens.get(end).letters()
                && !Lexicon.in("stop", tokens.get(end).word())) {
            if (end > at && Lexicon.at(tokens, end) != null && !content(end)) {
                break;
            }
            end++;
        }
        if (end == at || Lexicon.in("notrole", tokens.get(at).word()) && end == at + 1) {
            return at;
        }
        var meaning = Lexicon.at(tokens, at);
        if (meaning != null && meaning.tag() == Tag.COMPETE) {
            return at;
        }
        boolean whole = meaning != null && meaning.length() >= end - at;
        return whole && !tokens.get(at).capital() || meaning != null && !MODIFYING.contains(meaning.tag()) && whole
                ? at
                : end;
    }

    /** "Maja has to okay it", "CFO signs off". */
    private int speaks(int at) {
        var token = tokens.get(at);
        if (!token.capital()
                || Lexicon.in("namestop", token.word())
                || Lexicon.at(tokens, at) != null
                || Places.at(tokens, at) != null) {
            return at;
        }
        int end = at + 1;
        while (end < tokens.size() && tokens.get(end).capital() && Lexicon.at(tokens, end) == null) {
            end++;
        }
        if (end >= tokens.size()
                || !Lexicon.in("spoken", tokens.get(end).word())
                || tokens.subList(end, Math.min(end + 3, tokens.size())).stream()
                        .anyMatch(word -> word.word().equals("be"))) {
            return at;
        }
        for (int i = end; i < Math.min(end + 6, tokens.size()); i++) {
            var meaning = Lexicon.at(tokens, i);
            if (meaning != null && (meaning.tag() == Tag.APPROVE || meaning.tag() == Tag.ROUTE)) {
                return end;
            }
        }
        return at;
    }
}
