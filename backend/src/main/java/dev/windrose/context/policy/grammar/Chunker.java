package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns words into chunks: the longest phrase that is known, roles, places, names. What is left is unknown. */
final class Chunker {

    private static final Set<String> LEFT_GLUE = Set.of(
            "from",
            "within",
            "after",
            "ab",
            "bis",
            "maximum",
            "minimum",
            "mindestens",
            "to",
            "through",
            "value",
            "sum");

    /** Their words are told or looked at again. */
    private static final Set<Kind> SPOKEN = EnumSet.of(Kind.GLUE, Kind.SOFT, Kind.VAGUE, Kind.DOC, Kind.DENY);

    private static final Set<String> COMPARED = Set.of("larger", "higher", "longer", "bigger", "greater", "more");
    private static final Set<String> COMPARED_DOWN = Set.of("smaller", "lower", "shorter", "fewer", "less");

    private final List<Token> tokens;
    private final Vocabulary vocabulary;
    private final boolean german;
    private final List<Chunk> found = new ArrayList<>();
    private int at;

    private Chunker(List<Token> tokens, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.german = German.written(tokens);
    }

    static List<Chunk> of(List<Token> tokens, Vocabulary vocabulary) {
        var chunker = new Chunker(tokens, vocabulary);
        while (chunker.at < tokens.size()) {
            chunker.step();
        }
        return chunker.found;
    }

    private void step() {
        var token = tokens.get(at);
        if (token.number() && phraseFromHere()) {
            var match = Words.at(tokens, at).getFirst();
            add(match.senses().getFirst().kind(), match.senses().getFirst().value(), match.length());
            return;
        }
        if (token.number()) {
            number(Unit.NONE, token.start());
            return;
        }
        var joint = Joints.of(token.word());
        if (joint != null && !(joint == Kind.AND || joint == Kind.OR) || joint != null && !phraseFromHere()) {
            add(joint, token.word(), 1);
            return;
        }
        if (token.word().equals("net")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).number()) {
            at++;
            number(Unit.NET_DAYS, token.start());
            return;
        }
        if (split(token) || named() || bareUnit() || planned() || staged()) {
            return;
        }
        word(token, joint);
    }

    private void word(Token token, @Nullable Kind joint) {
        int role = RoleNames.endOf(tokens, at);
        var matches = Words.at(tokens, at);
        if (role > at && someone(role, matches) || listed(token, matches)) {
            return;
        }
        var place = Places.at(tokens, at);
        if (place != null
                && (matches.isEmpty() || matches.getFirst().length() < place.length() || only(matches, Kind.GLUE))) {
            add(Kind.ENT, "country=" + place.name(), place.length());
            return;
        }
        if (meant(matches)) {
            return;
        }
        if (place != null) {
            add(Kind.ENT, "country=" + place.name(), place.length());
            return;
        }
        if (joint != null) {
            add(joint, token.word(), 1);
            return;
        }
        name(token);
    }

    private boolean someone(int role, List<Words.Match> matches) {
        if (sold(role)) {
            add(Kind.DEALWORD, "-", role - at);
            return true;
        }
        if (matches.isEmpty() || matches.getFirst().length() <= role - at || onlyHead(matches)) {
            boolean vague = RoleNames.vague(tokens, at, role);
            add(vague ? Kind.UNKNOWN : Kind.ROLE, RoleNames.key(tokens, at, role), role - at);
            return true;
        }
        return false;
    }

    /** In a list the word before a colon is a name, whatever it means elsewhere. */
    private boolean listed(Token token, List<Words.Match> matches) {
        boolean named = lastKind() == Kind.BULLET
                && token.capital()
                && at + 1 < tokens.size()
                && tokens.get(at + 1).word().equals(":")
                && matches.stream().noneMatch(match -> match.senses().stream().anyMatch(one -> one.kind() == Kind.ENT));
        if (named) {
            add(Kind.NAME, token.raw(), 1);
        }
        return named;
    }

    private boolean meant(List<Words.Match> matches) {
        for (var match : matches) {
            for (var sense : match.senses()) {
                if (fitting().fits(sense, match.length())) {
                    boolean told = SPOKEN.contains(sense.kind());
                    add(sense.kind(), told ? spoken(match.length()) : sense.value(), match.length());
                    return true;
                }
            }
        }
        return false;
    }

    /** "machine sales of more than 10,000 EUR" is nobody. */
    private boolean sold(int end) {
        return tokens.get(end - 1).word().equals("sales")
                && end < tokens.size()
                && Set.of("of", "over", "above", "below", "under", "with", "worth", "exceeding")
                        .contains(tokens.get(end).word());
    }

    private String spoken(int length) {
        return String.join(
                " ", tokens.subList(at, at + length).stream().map(Token::raw).toList());
    }

    private static boolean only(List<Words.Match> matches, Kind kind) {
        return matches.stream().allMatch(match -> match.senses().stream().allMatch(sense -> sense.kind() == kind));
    }

    private boolean onlyHead(List<Words.Match> matches) {
        return matches.getFirst().senses().stream().allMatch(sense -> sense.kind() == Kind.HEAD);
    }

    private boolean phraseFromHere() {
        return Words.at(tokens, at).stream().anyMatch(match -> match.length() > 1);
    }

    /** Known names of the workspace, and of stages that the clause itself names. */
    private boolean named() {
        var known = vocabulary.at(tokens, at);
        if (known == null) {
            return false;
        }
        if (known.value().startsWith("stage_to=") && staged()) {
            return true;
        }
        add(known.kind(), known.value(), known.length());
        return true;
    }

    /** "larger quantities than 100 pieces": the first word is empty, "than" compares. */
    private boolean split(Token token) {
        if (token.word().equals("than") && fitting().numberAfter(at + 1)) {
            for (int i = at - 2; i >= Math.max(0, at - 4); i--) {
                var word = tokens.get(i).word();
                if (COMPARED.contains(word) || COMPARED_DOWN.contains(word)) {
                    add(Kind.CMP, COMPARED.contains(word) ? "ABOVE" : "BELOW", 1);
                    return true;
                }
            }
        }
        boolean compares = COMPARED.contains(token.word()) || COMPARED_DOWN.contains(token.word());
        for (int i = at + 2; compares && i < Math.min(at + 5, tokens.size()); i++) {
            if (tokens.get(i).word().equals("than")
                    && i + 1 < tokens.size()
                    && !tokens.get(at + 1).word().equals("than")
                    && tokens.subList(at + 1, i).stream().allMatch(Token::letters)) {
                add(Kind.GLUE, token.raw(), 1);
                return true;
            }
        }
        return false;
    }

    /** "a year" is one year. */
    private boolean bareUnit() {
        var word = tokens.get(at).word();
        if (!Set.of("a", "an", "one", "eine", "einem", "einer", "ein", "einen").contains(word)
                || at + 1 >= tokens.size()
                || lastKind() != Kind.CMP) {
            return false;
        }
        var unit = Words.value(Kind.UNIT, tokens.get(at + 1).word());
        if (unit.isEmpty() || tokens.get(at + 1).number()) {
            return false;
        }
        int start = tokens.get(at).start();
        found.add(Units.counted(
                BigDecimal.ONE, unit.get(), null, start, tokens.get(at + 1).end()));
        at += 2;
        return true;
    }

    /** "the Team plan": whatever the name means elsewhere. */
    private boolean planned() {
        var token = tokens.get(at);
        boolean before = at + 1 < tokens.size()
                && Words.is(Kind.PLANWORD, tokens.get(at + 1).word())
                && (at > 0 && Joints.of(tokens.get(at - 1).word()) != Kind.STOP || !Words.known(token.word()));
        boolean after = lastKind() == Kind.PLANWORD && !Words.is(Kind.ROUTE, token.word());
        if (!token.capital()
                || !(before || after)
                || Words.is(Kind.GLUE, token.word()) && !Lists.PLANS.contains(token.raw())
                || Words.is(Kind.ELSE, token.word())
                || Words.is(Kind.NEG, token.word())) {
            return false;
        }
        add(Kind.ENT, "plan=" + token.raw(), 1);
        return true;
    }

    /** A capital behind what announces a stage is its name. */
    private boolean staged() {
        var token = tokens.get(at);
        if (!token.capital()
                || found.isEmpty()
                || RoleNames.endOf(tokens, at) > at && !announcesStage(Kind.STAGEWORD)) {
            return false;
        }
        boolean stage =
                announcesStage(Kind.STAGEWORD, Kind.STAGENAME) || !german && announcesStage(Kind.ENTER, Kind.ROUTE);
        boolean left = announcesStage(Kind.LEAVE)
                || stage
                        && at > 0
                        && Set.of("from", "von", "aus")
                                .contains(tokens.get(at - 1).word());
        if (!stage && !left) {
            return false;
        }
        int length = 1;
        while (at + length < tokens.size() && tokens.get(at + length).capital() && !german) {
            length++;
        }
        var raw = String.join(
                " ", tokens.subList(at, at + length).stream().map(Token::raw).toList());
        add(Kind.ENT, (left ? "stage_from=" : "stage_to=") + raw, length);
        return true;
    }

    private boolean announcesStage(Kind... kinds) {
        for (int i = found.size() - 1; i >= 0; i--) {
            if (found.get(i).is(kinds)) {
                return true;
            }
            boolean origin = found.get(i).is(Kind.ENT) && found.get(i).value().startsWith("stage_from=");
            boolean moved = found.get(i).is(Kind.DEALWORD) && List.of(kinds).contains(Kind.ENTER);
            if (!origin && !moved && !found.get(i).is(Kind.GLUE, Kind.STAGEWORD, Kind.SOFT)) {
                return false;
            }
        }
        return false;
    }

    private Fitting fitting() {
        return new Fitting(tokens, found, at);
    }

    private @Nullable Kind lastKind() {
        return found.isEmpty() ? null : found.getLast().kind();
    }

    private void number(Unit given, int start) {
        var read = Quantities.at(tokens, at, given, start);
        found.addAll(read.chunks());
        at = read.next();
    }

    /** A capital that is no known word may be a name; in German only behind a word that announces one. */
    private void name(Token token) {
        var word = token.word();
        boolean units = Words.value(Kind.UNIT, word).filter("UNITS"::equals).isPresent();
        if (units && fitting().comparedAfter(at + 1)) {
            add(Kind.FACT, dev.windrose.context.policy.rule.Fact.QUANTITY.key(), 1);
            return;
        }
        if (LEFT_GLUE.contains(word)
                || Words.value(Kind.UNIT, word).filter("UNITS"::equals).isPresent()) {
            add(Kind.GLUE, word, 1);
            return;
        }
        if (!token.capital() || german && !announced() && !(opens() && subject()) || opens() && !subject()) {
            add(token.letters() ? Kind.LOOSE : Kind.UNKNOWN, token.raw(), 1);
            return;
        }
        int length = 1;
        while (at + length < tokens.size()
                && tokens.get(at + length).capital()
                && !Words.known(tokens.get(at + length).word())) {
            length++;
        }
        var raw = new StringBuilder(token.raw());
        for (int i = 1; i < length; i++) {
            raw.append(' ').append(tokens.get(at + i).raw());
        }
        add(Kind.NAME, raw.toString(), length);
    }

    /** Every first word has a capital. */
    private boolean opens() {
        return found.isEmpty() || found.getLast().is(Kind.STOP, Kind.SEMI);
    }

    private boolean subject() {
        return at + 1 < tokens.size()
                && Set.of(
                                "is",
                                "are",
                                "costs",
                                "cost",
                                "has",
                                "may",
                                "must",
                                "can",
                                "needs",
                                "requires",
                                "will",
                                ":",
                                ",",
                                "and",
                                "or",
                                "goes",
                                "never",
                                "cannot",
                                "should",
                                "comes",
                                "starts",
                                "stays",
                                "deals",
                                "customers",
                                "kostet",
                                "wird",
                                "ist",
                                "darf")
                        .contains(tokens.get(at + 1).word());
    }

    private boolean announced() {
        var last = lastKind();
        return last == Kind.PLANWORD
                || last == Kind.STAGEWORD
                || last == Kind.PRODUCTWORD
                || last == Kind.COMPETE
                || last == Kind.STAGENAME
                || last == Kind.BULLET
                || last == Kind.NAME
                || found.size() > 1
                        && (last == Kind.AND || last == Kind.OR || last == Kind.COMMA)
                        && found.get(found.size() - 2).is(Kind.NAME)
                || at + 1 < tokens.size() && tokens.get(at + 1).word().equals(":");
    }

    private void add(Kind kind, String value, int length) {
        found.add(Chunk.of(
                kind, value, tokens.get(at).start(), tokens.get(at + length - 1).end()));
        at += length;
    }
}
