package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.grammar.Kind;
import dev.windrose.context.policy.grammar.Lists;
import dev.windrose.context.policy.grammar.Token;
import dev.windrose.context.policy.grammar.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of stages, plans, competitors and products: by what announces them, and by how they are written. */
final class Things {

    private static final Set<String> LEAVING =
            Set.of("from", "leave", "leaves", "leaving", "exit", "exits", "verlasst", "verlassen");

    private final List<Token> tokens;
    private final List<Item> items;
    private final Names names;

    Things(List<Token> tokens, List<Item> items, Names names) {
        this.tokens = tokens;
        this.items = items;
        this.names = names;
    }

    /** "moved to Closed Won", "in die Phase Abnahme". */
    @Nullable
    Item stage(int at) {
        var token = tokens.get(at);
        boolean named = token.capital() && !items.isEmpty() && !Lexicon.in("det", token.word());
        if (!named || items.stream().anyMatch(item -> item.is(Tag.DATA))) {
            return null;
        }
        int i = items.size() - 1;
        boolean from = false;
        boolean to = false;
        while (i >= 0 && items.get(i).is(Tag.FILLER, Tag.TO)) {
            from |= from(items.get(i));
            to |= !from;
            i--;
        }
        if (i < 0) {
            return null;
        }
        var last = items.get(i);
        boolean entered = last.is(Tag.ENTER, Tag.STAGEWORD)
                || last.is(Tag.FROM_STAGE) && to
                || last.is(Tag.TOPIC) && entering(i - 1) && (from || to);
        boolean arrives = last.is(Tag.ROUTE) && to(last) && opening(Tag.BEFORE) && !roleBehind(at);
        boolean moves = later(at, Tag.ENTER);
        boolean stays = last.is(Tag.TOPIC) && names.lastWord(Set.of("at", "in")) && (moves || later(at, Tag.FIELD));
        boolean into =
                names.lastWord(Set.of("into", "onto")) && items.stream().anyMatch(item -> item.is(Tag.WORD, Tag.NOT));
        if (!entered && !stays && !into && !arrives || last.is(Tag.ENTER) && roleBehind(at)) {
            return null;
        }
        boolean left = from
                || stays && moves
                || last.is(Tag.ENTER)
                        && LEAVING.contains(tokens.get(last.to() - 1).word());
        boolean german =
                last.is(Tag.STAGEWORD) && tokens.get(last.from()).word().equals("phase");
        return named(at, german, left ? Tag.FROM_STAGE : Tag.STAGE);
    }

    private Item named(int at, boolean german, Tag tag) {
        int end = at + 1;
        while (!german && end < tokens.size() && tokens.get(end).capital() && end - at < 4) {
            end++;
        }
        var raw = tokens.subList(at, end).stream().map(Token::raw).collect(Collectors.joining(" "));
        return Item.of(tag, raw, at, end);
    }

    private boolean entering(int from) {
        int i = from;
        while (i > 0 && items.get(i).is(Tag.FILLER)) {
            i--;
        }
        return i >= 0 && items.get(i).is(Tag.ENTER);
    }

    /** "Before a lane gets to Rate Offer". */
    private boolean opening(Tag tag) {
        int begun = 0;
        for (int i = 0; i < items.size(); i++) {
            begun = items.get(i).is(Tag.STOP, Tag.SEMI) ? i + 1 : begun;
        }
        return begun < items.size() && items.get(begun).is(tag);
    }

    private boolean to(Item item) {
        return Set.of("to", "into").contains(tokens.get(item.to() - 1).word());
    }

    private boolean from(Item item) {
        return tokens.subList(item.from(), item.to()).stream()
                .anyMatch(token -> Set.of("from", "von", "aus", "vom").contains(token.word()));
    }

    /** "go to the Finance team" is no stage. */
    private boolean roleBehind(int at) {
        int end = names.headed(at);
        return end > at + 1 || end > at && !items.getLast().is(Tag.ENTER);
    }

    private boolean later(int at, Tag tag) {
        for (int i = at; i < Math.min(at + 8, tokens.size()); i++) {
            var meaning = Lexicon.at(tokens, i);
            if (meaning != null && meaning.tag() == tag) {
                return true;
            }
        }
        return false;
    }

    /** "pain point", "procurement vehicle": how many words that mean nothing else belong to a field that ends before here. */
    int field(int at) {
        int end = at;
        while (end < tokens.size() && end - at < 2 && part(end)) {
            end++;
        }
        return end - at;
    }

    private boolean part(int at) {
        var token = tokens.get(at);
        return token.letters()
                && !token.capital()
                && Lexicon.at(tokens, at) == null
                && names.role(at) == at
                && !Lexicon.in("stop", token.word())
                && !Lexicon.in("det", token.word())
                && !Lexicon.in("fieldtrim", token.word());
    }

    /** "no Closed" behind "no billing address". */
    boolean bareStage(int at) {
        return !items.isEmpty() && items.getLast().is(Tag.NOT) && at > 1;
    }

    /** "the Scale plan", "the plan Prepaid Zero". */
    @Nullable
    Item plan(int at) {
        var token = tokens.get(at);
        if (!token.capital()) {
            return null;
        }
        boolean opens = items.isEmpty() || items.getLast().is(Tag.STOP, Tag.SEMI);
        int end = at + 1;
        while (end < tokens.size()
                && (tokens.get(end).capital() || tokens.get(end).raw().matches("[A-Z]\\w*|\\d+"))
                && end - at < 3
                && !Words.is(Kind.PLANWORD, tokens.get(end).word())) {
            end++;
        }
        boolean before =
                end < tokens.size() && Words.is(Kind.PLANWORD, tokens.get(end).word());
        boolean after = !items.isEmpty()
                && items.getLast().is(Tag.PLANWORD)
                && items.getLast().to() == at;
        if (!before && !after
                || opens && Lexicon.in("namestop", token.word())
                || Lexicon.in("det", token.word()) && opens) {
            return null;
        }
        var raw = tokens.subList(at, end).stream().map(Token::raw).collect(Collectors.joining(" "));
        return Item.of(Tag.IS, "plan=" + raw, at, end);
    }

    /** A capital word that is no known one: a competitor beside such a word, else a product. */
    @Nullable
    Item name(int at) {
        var token = tokens.get(at);
        boolean opens = items.isEmpty() || items.getLast().is(Tag.STOP, Tag.SEMI, Tag.COLON, Tag.BULLET);
        boolean german = German.written(tokens);
        if (Lists.plan(token.raw())) {
            return Item.of(Tag.IS, "plan=" + token.raw(), at, at + 1);
        }
        var again = items.stream()
                .filter(item -> item.is(Tag.IS) && item.value().equals("plan=" + token.raw()))
                .findFirst();
        if (again.isPresent()) {
            return Item.of(Tag.IS, again.get().value(), at, at + 1);
        }
        boolean typed = at > 0
                && Set.of("typ", "modell", "marke", "produkt", "type", "model")
                        .contains(tokens.get(at - 1).word());
        if (!token.capital()
                || Lexicon.in("namestop", token.word())
                || german && !typed && !contested(at)
                || opens && !followed(at)) {
            return null;
        }
        int end = at + 1;
        while (end < tokens.size()
                && end - at < 3
                && tokens.get(end).capital()
                && (Lexicon.at(tokens, end) == null || tier(end))) {
            end++;
        }
        var raw = tokens.subList(at, end).stream().map(Token::raw).collect(Collectors.joining(" "));
        return Item.of(Tag.IS, (contested(at) ? "competitor=" : "product=") + raw, at, end);
    }

    /** "Fibre Pro", "Connect S". */
    private boolean tier(int at) {
        var raw = tokens.get(at).raw();
        return Lists.plan(raw) || raw.length() == 1 && !raw.equals("I") && !raw.equals("A");
    }

    private boolean contested(int at) {
        boolean before = false;
        for (int i = items.size() - 1; i >= 0 && i > items.size() - 6; i--) {
            if (items.get(i).is(Tag.COMPETE)) {
                before = true;
            }
            if (items.get(i).is(Tag.STOP, Tag.SEMI)) {
                break;
            }
        }
        return before || later(at + 1, Tag.COMPETE);
    }

    private boolean followed(int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).capital()) {
            next++;
        }
        return next < tokens.size() && Lexicon.in("followed", tokens.get(next).word());
    }
}
