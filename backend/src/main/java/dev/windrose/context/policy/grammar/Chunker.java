package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    private static final Set<String> FILLS = Set.of("a", "an", "the", "total", "of", "net", "value");

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
            number();
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
            quantity(Unit.NET_DAYS, 1, tokens.get(at - 1).start());
            return;
        }
        if (named() || bareUnit() || planned() || staged()) {
            return;
        }
        word(token, joint);
    }

    private void word(Token token, @Nullable Kind joint) {
        int role = RoleNames.endOf(tokens, at);
        var matches = Words.at(tokens, at);
        if (role > at && (matches.isEmpty() || matches.getFirst().length() <= role - at || onlyHead(matches))) {
            boolean vague = RoleNames.vague(tokens, at, role);
            add(vague ? Kind.UNKNOWN : Kind.ROLE, RoleNames.key(tokens, at, role), role - at);
            return;
        }
        var place = Places.at(tokens, at);
        if (place != null
                && (matches.isEmpty() || matches.getFirst().length() < place.length() || only(matches, Kind.GLUE))) {
            add(Kind.ENT, "country=" + place.name(), place.length());
            return;
        }
        for (var match : matches) {
            for (var sense : match.senses()) {
                if (fits(sense, match.length())) {
                    add(sense.kind(), sense.value(), match.length());
                    return;
                }
            }
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
        add(known.kind(), known.value(), known.length());
        return true;
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
        put(BigDecimal.ONE, unit.get(), null, start, tokens.get(at + 1).end());
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
                || Words.is(Kind.GLUE, token.word())
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
            if (!origin && !found.get(i).is(Kind.GLUE, Kind.STAGEWORD)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Kind lastKind() {
        return found.isEmpty() ? null : found.getLast().kind();
    }

    /** Words that compare need a number behind them. */
    private boolean fits(Words.Sense sense, int length) {
        return switch (sense.kind()) {
            case CMP -> numberAfter(at + length);
            case TO -> at > 0 && lastKind() == Kind.QTY && numberAfter(at + length);
            case POST -> lastKind() == Kind.QTY || lastKind() == Kind.FACT || lastKind() == Kind.RANGE;
            case QUARTER, THIRD ->
                lastKind() == Kind.CMP
                        || lastKind() == Kind.GIVE
                        || at + length < tokens.size()
                                && Set.of("off", "discount")
                                        .contains(tokens.get(at + length).word());
            case OUTSIDE ->
                !tokens.get(at).word().startsWith("lea") || found.stream().anyMatch(one -> one.is(Kind.DATA));
            case UNIT, HEAD, ROLEWORDS, VAGUEROLE -> false;
            case FACT ->
                !sense.value().equals(dev.windrose.context.policy.rule.Fact.NET_TERMS_DAYS.key())
                        || !tokens.get(at).word().equals("net")
                        || length > 1;
            default -> true;
        };
    }

    private boolean numberAfter(int from) {
        for (int i = from; i < Math.min(from + 3, tokens.size()); i++) {
            var token = tokens.get(i);
            if (token.number() || Set.of("half", "quarter", "third", "halfte").contains(token.word())) {
                return true;
            }
            if (i > from && Words.is(Kind.UNIT, token.word())) {
                return Set.of("a", "an", "one", "eine", "einem", "einer", "ein", "einen")
                        .contains(tokens.get(i - 1).word());
            }
            if (!FILLS.contains(token.word())
                    && !Set.of("eine", "einem", "einer", "ein", "einen", "one", "zu", "von")
                            .contains(token.word())) {
                return false;
            }
        }
        return false;
    }

    private void number() {
        quantity(Unit.NONE, 1, tokens.get(at).start());
    }

    private void quantity(Unit given, int length, int start) {
        var token = tokens.get(at);
        int next = at + length;
        var value = java.util.Objects.requireNonNull(token.value());
        int end = token.end();
        if (next < tokens.size() && tokens.get(next).word().equals("%")) {
            found.add(Chunk.quantity(
                    value, Unit.PERCENT, null, start, tokens.get(next).end()));
            at = next + 1;
            return;
        }
        int unitLength = Units.length(tokens, next);
        var unit = unitLength > 0
                ? Words.value(Kind.UNIT, tokens.get(next + unitLength - 1).word())
                        .or(() -> java.util.Optional.of("PERCENT"))
                        .get()
                : null;
        if (unit != null && token.currency() == null) {
            put(
                    value,
                    given == Unit.NET_DAYS ? "NET" : unit,
                    null,
                    start,
                    tokens.get(next + unitLength - 1).end());
            at = next + unitLength;
            return;
        }
        if (next < tokens.size() && tokens.get(next).word().equals("+")) {
            found.add(Chunk.quantity(value, given, token.currency(), start, end));
            found.add(Chunk.of(
                    Kind.POST,
                    "FROM",
                    tokens.get(next).start(),
                    tokens.get(next).end()));
            at = next + 1;
            return;
        }
        found.add(Chunk.quantity(value, token.currency() != null ? Unit.MONEY : given, token.currency(), start, end));
        at = next;
    }

    private void put(BigDecimal value, String unit, @Nullable String currency, int start, int end) {
        found.add(Units.counted(value, unit, currency, start, end));
    }

    /** A capital that is no known word may be a name; in German only behind a word that announces one. */
    private void name(Token token) {
        var word = token.word();
        if (LEFT_GLUE.contains(word)) {
            add(Kind.GLUE, word, 1);
            return;
        }
        if (!token.capital() || german && !announced() && !(opens() && subject()) || opens() && !subject()) {
            add(Kind.UNKNOWN, token.raw(), 1);
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
