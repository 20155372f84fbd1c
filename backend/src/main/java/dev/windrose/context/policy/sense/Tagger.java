package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.grammar.Places;
import dev.windrose.context.policy.grammar.Token;
import dev.windrose.context.policy.grammar.Vocabulary;
import dev.windrose.context.policy.sense.Lexicon.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of each stretch of a clause what it does. A name is told from a word by the place where it stands. */
final class Tagger {

    private static final Set<String> CURRENCIES =
            Set.of("USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "JPY");

    private final List<Token> tokens;
    private final Vocabulary vocabulary;
    private final Set<String> doubts;
    private final List<Item> items = new ArrayList<>();
    private final Names names;
    private final Things things;
    private int at;

    private Tagger(List<Token> tokens, Vocabulary vocabulary, Set<String> doubts) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.doubts = doubts;
        this.names = new Names(tokens, items);
        this.things = new Things(tokens, items, names);
    }

    static List<Item> of(List<Token> tokens, Vocabulary vocabulary, Set<String> doubts) {
        var tagger = new Tagger(tokens, vocabulary, doubts);
        while (tagger.at < tokens.size()) {
            tagger.step();
        }
        return tagger.items;
    }

    private void step() {
        var token = tokens.get(at);
        if (token.number()) {
            number();
            return;
        }
        var mark = mark(token);
        if (mark != null) {
            add(mark, mark == Tag.AFTER ? "FROM" : token.word(), 1);
        } else if (token.word().equals("net")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).number()) {
            add(Tag.FILLER, "-", 1);
        } else if (!share() && !stage() && !known() && !bareUnit() && !someone()) {
            word(token);
        }
    }

    private @Nullable Tag mark(Token token) {
        return switch (token.word()) {
            case ",", "(", ")", "[", "]" -> Tag.COMMA;
            case ";" -> Tag.SEMI;
            case ".", "!", "\n" -> Tag.STOP;
            case "?" -> Tag.COMMA;
            case ":", "=" -> Tag.COLON;
            case "*" -> Tag.BULLET;
            case "+" ->
                items.isEmpty()
                                || !items.getLast().is(Tag.NUMBER)
                                || items.getLast().to() < at
                        ? Tag.AND
                        : tokens.get(at).start() == tokens.get(at - 1).end() ? Tag.AFTER : Tag.AND;
            case "&" -> Tag.AND;
            case "/" -> Tag.OR;
            case "and",
                    "und",
                    "sowie",
                    "plus",
                    "but",
                    "aber",
                    "while",
                    "whereas",
                    "wahrend",
                    "though",
                    "yet",
                    "however" -> longer(Tag.AND);
            case "or", "oder", "bzw" -> longer(Tag.OR);
            default ->
                token.letters() || token.word().equals(">") || token.word().equals("<") ? null : Tag.FILLER;
        };
    }

    /** Null where a longer phrase begins. */
    private @Nullable Tag longer(Tag tag) {
        var meaning = Lexicon.at(tokens, at);
        return meaning != null && meaning.length() > 1 && !meaning.tag().equals(Tag.FILLER) ? null : tag;
    }

    private void number() {
        boolean ordinal = at > 0
                && Set.of("band", "tier", "level", "step", "class", "stufe", "staffel")
                        .contains(tokens.get(at - 1).word());
        if (ordinal) {
            add(Tag.FILLER, "-", 1);
            return;
        }
        var read = Amounts.at(tokens, at);
        if (read.item().unit() == Item.Unit.THINGS
                && doubts.add("\"%s\" is taken for a unit."
                        .formatted(tokens.get(read.item().to() - 1).raw()))) {
            // told once
        }
        items.add(read.item());
        at = read.next();
    }

    /** "half off", "a quarter". */
    private boolean share() {
        boolean article = tokens.get(at).word().equals("a") && at + 1 < tokens.size();
        var word = tokens.get(article ? at + 1 : at).word();
        int percent =
                switch (word) {
                    case "half", "halfte" -> 50;
                    case "quarter" -> 25;
                    default -> 0;
                };
        int behind = at + (article ? 2 : 1);
        boolean off = behind < tokens.size()
                && java.util.Set.of("off", "discount", "less", "rebate", "nachlass", "rabatt", "price", "of")
                        .contains(tokens.get(behind).word());
        boolean compared = !items.isEmpty() && items.getLast().is(Tag.COMPARE);
        if (percent == 0 || !article && percent == 25 || !off && !compared) {
            return false;
        }
        items.add(Item.number(
                java.math.BigDecimal.valueOf(percent), Item.Unit.PERCENT, null, at, at + (article ? 2 : 1)));
        at += article ? 2 : 1;
        return true;
    }

    /** "longer than a year". */
    private boolean bareUnit() {
        boolean compared = !items.isEmpty() && items.getLast().is(Tag.COMPARE);
        var read = compared ? Amounts.bare(tokens, at) : null;
        if (read == null) {
            return false;
        }
        items.add(read.item());
        at = read.next();
        return true;
    }

    private boolean stage() {
        var found = things.stage(at);
        if (found == null) {
            return false;
        }
        items.add(found);
        at = found.to();
        return true;
    }

    private boolean known() {
        var found = vocabulary.at(tokens, at);
        if (found == null) {
            return false;
        }
        var tag =
                switch (found.kind()) {
                    case ROLE -> Tag.ROLE;
                    case FIELD -> Tag.FIELD;
                    default -> found.value().startsWith("stage_to=") ? Tag.STAGE : Tag.IS;
                };
        add(tag, tag == Tag.STAGE ? found.value().substring("stage_to=".length()) : found.value(), found.length());
        return true;
    }

    private boolean someone() {
        int end = names.role(at);
        var meaning = Lexicon.at(tokens, at);
        boolean phrase = meaning != null && meaning.length() > 1 && meaning.length() >= end - at;
        if (end <= at || phrase) {
            return false;
        }
        add(Tag.ROLE, names.key(at, end), end - at);
        return true;
    }

    /** A phrase that ends within a name is none: "the team" of "the team lead". */
    private @Nullable Meaning meaning() {
        var meaning = Lexicon.at(tokens, at);
        for (int i = 1; meaning != null && i < meaning.length(); i++) {
            boolean free = Lexicon.in("det", tokens.get(at).word()) || meaning.tag() == Tag.FILLER;
            if (free && (names.role(at + i) > at + meaning.length() || things.plan(at + i) != null)) {
                return new Meaning(Tag.FILLER, "-", i);
            }
        }
        return meaning;
    }

    private void word(Token token) {
        var meaning = meaning();
        var place = Places.at(tokens, at);
        if (place != null && (meaning == null || meaning.length() <= place.length())) {
            boolean data = items.stream().anyMatch(item -> item.is(Tag.DATA));
            boolean plain = data && meaning != null && meaning.value().startsWith("data_location=");
            add(Tag.IS, plain ? meaning.value() : "country=" + place.name(), place.length());
            return;
        }
        var plan = things.plan(at);
        if (plan != null) {
            items.add(plan);
            at = plan.to();
            return;
        }
        if (meaning != null) {
            boolean closed =
                    meaning.tag() == Tag.ENTER && token.capital() && meaning.length() == 1 && things.bareStage(at);
            if (meaning.tag() == Tag.APPROVE && taking(at)) {
                add(Tag.FILLER, "-", 1);
                return;
            }
            boolean pronoun = meaning.tag() == Tag.PRONOUN;
            int more = meaning.tag() == Tag.FIELD ? things.field(at + meaning.length()) : 0;
            if (more > 0) {
                int end = at + meaning.length() + more;
                add(Tag.FIELD, names.key(at, end), end - at);
                return;
            }
            add(
                    closed ? Tag.STAGE : meaning.tag(),
                    closed ? token.raw() : pronoun ? token.word() : meaning.value(),
                    meaning.length());
            return;
        }
        unknown(token);
    }

    /** "takes 60 seats" asks nobody. */
    private boolean taking(int from) {
        return Set.of("take", "takes").contains(tokens.get(from).word())
                && from + 1 < tokens.size()
                && tokens.get(from + 1).number();
    }

    private void unknown(Token token) {
        if (CURRENCIES.contains(token.raw())) {
            add(Tag.CURRENCY, token.raw(), 1);
            return;
        }
        var name = things.name(at);
        if (name != null) {
            if (name.value().startsWith("product=")) {
                doubts.add("%s is taken to be a product; none of the workspace has this name."
                        .formatted(name.value().substring("product=".length())));
            }
            items.add(name);
            at = name.to();
            return;
        }
        boolean stop = Lexicon.in("stop", token.word()) || Lexicon.in("det", token.word());
        add(stop ? Tag.FILLER : Tag.WORD, token.raw(), 1);
    }

    private void add(Tag tag, String value, int length) {
        items.add(Item.of(tag, value, at, at + length));
        at += length;
    }
}
