package dev.windrose.llm.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds numbers in folded text, with separators of several countries, number words and magnitudes. */
final class NumberPhrases {

    private static final Pattern TOKEN = Pattern.compile(
            "\\d{1,3}(?:[ '.,]\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?|"
                    + "(?<![\\d.])[.]\\d+|\\p{L}+|万");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private record Token(int start, int end, String word, boolean digits) {}

    private NumberPhrases(String folded) {
        text = folded;
        var matcher = TOKEN.matcher(folded);
        while (matcher.find()) {
            var word = matcher.group();
            tokens.add(
                    new Token(matcher.start(), matcher.end(), word, Character.isDigit(word.charAt(word.length() - 1))));
        }
    }

    static List<NumberPhrase> in(String folded) {
        var reader = new NumberPhrases(folded);
        var out = new ArrayList<NumberPhrase>();
        int at = 0;
        while (at < reader.tokens.size()) {
            var run = reader.new Run(at);
            var phrase = run.read();
            if (phrase != null) {
                out.add(phrase);
            }
            at = Math.max(at + 1, run.next);
        }
        return out;
    }

    /** The last separator is the decimal one, unless it groups by three. */
    static BigDecimal plain(String written) {
        var compact = written.replace(" ", "").replace("'", "");
        int last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
        if (last < 0) {
            return new BigDecimal(compact);
        }
        char separator = compact.charAt(last);
        boolean other = compact.indexOf(separator == '.' ? ',' : '.') >= 0;
        boolean several = compact.indexOf(separator) != last;
        int after = compact.length() - last - 1;
        boolean grouped = !other && after == 3 && last > 0 && last <= 3 && !compact.startsWith("0");
        boolean decimal = !several && !grouped || other && !several;
        var whole = (decimal ? compact.substring(0, last) : compact).replaceAll("[.,]", "");
        return new BigDecimal(decimal ? (whole.isEmpty() ? "0" : whole) + "." + compact.substring(last + 1) : whole);
    }

    /** One number from a token on. */
    private final class Run {
        private final int from;
        private int next;
        private BigDecimal total = BigDecimal.ZERO;
        private @Nullable BigDecimal group;
        private @Nullable String scale;
        private BigDecimal bare = BigDecimal.ZERO;
        private boolean digits;
        private boolean any;
        private boolean closed;

        Run(int from) {
            this.from = from;
            this.next = from;
        }

        @Nullable
        NumberPhrase read() {
            if (!begins()) {
                return null;
            }
            while (next < tokens.size() && beside() && take()) {}
            if (!any || alone() && NumberHomographs.misleads(tokens.get(from).word(), text)) {
                next = from + 1;
                return null;
            }
            var value = group == null ? total : total.add(group);
            var span = new Span(tokens.get(from).start(), tokens.get(next - 1).end());
            return new NumberPhrase(span, value, scale == null ? value : bare, scale, !digits);
        }

        /** One word that nothing else shows to be a number. */
        private boolean alone() {
            return next == from + 1 && !tokens.get(from).digits();
        }

        /** Digits right after letters belong to a name, unless the letters are a sign of money. */
        private boolean begins() {
            var token = tokens.get(from);
            return token.digits() || any(token.word()) || portion(token.word());
        }

        private boolean any(String word) {
            return NumberLexicon.small(word) != null || NumberLexicon.hundred(word) && !word.startsWith("cent");
        }

        /** "half a million", "a thousand", "quarter million", "a dozen". */
        private boolean portion(String word) {
            if (!word.equals("half")
                    && !word.equals("quarter")
                    && !word.equals("a")
                    && !word.equals("an")
                    && !word.equals("several")) {
                return false;
            }
            int at = from + 1;
            if (at < tokens.size() && tokens.get(at).word().equals("a") && word.equals("half")) {
                at++;
            }
            boolean great = at < tokens.size()
                    && (NumberLexicon.great(tokens.get(at).word()) != null
                            || NumberLexicon.hundred(tokens.get(at).word())
                                    && tokens.get(at).word().startsWith("h")
                            || tokens.get(at).word().equals("dozen"))
                    && tokens.get(at).start() - tokens.get(at - 1).end() <= 2;
            if (!great || word.equals("several")) {
                return false;
            }
            group = word.equals("half")
                    ? new BigDecimal("0.5")
                    : word.equals("quarter") ? new BigDecimal("0.25") : BigDecimal.ONE;
            next = at;
            return true;
        }

        private boolean beside() {
            if (next == from) {
                return true;
            }
            var gap =
                    text.substring(tokens.get(next - 1).end(), tokens.get(next).start());
            return gap.isEmpty() || gap.isBlank() && gap.length() <= 3 || gap.matches(" ?- ?");
        }

        private boolean take() {
            var token = tokens.get(next);
            if (closed) {
                return great(token) || false;
            }
            if (token.digits()) {
                return digits(token);
            }
            return great(token) || hundred(token) || small(token) || dozen(token) || join(token);
        }

        private boolean digits(Token token) {
            boolean afterGreat = group == null && any && scale != null;
            if (any && !afterGreat || afterGreat && !word(next - 1)) {
                return false;
            }
            group = plain(token.word());
            if (afterGreat && group.compareTo(BigDecimal.valueOf(1000)) >= 0) {
                group = null;
                return false;
            }
            digits = true;
            return done();
        }

        private boolean word(int at) {
            return tokens.get(at).word().length() > 3;
        }

        private boolean great(Token token) {
            var glued = next > from
                    && tokens.get(next - 1).digits()
                    && tokens.get(next - 1).end() == token.start();
            var power = glued && token.word().equals("mil")
                    ? BigDecimal.valueOf(1_000_000)
                    : NumberLexicon.great(token.word());
            if (power == null && next > from && tokens.get(next - 1).digits()) {
                power = token.word().equals("万") ? BigDecimal.valueOf(10_000) : NumberLexicon.letters(token.word());
                boolean ends = token.end() == text.length() || !Character.isLetterOrDigit(text.charAt(token.end()));
                closed = power != null;
                if (power != null && !ends) {
                    closed = false;
                    return false;
                }
            }
            if (power == null || group == null && (total.signum() == 0 || scale == null)) {
                return false;
            }
            if (group == null) {
                total = total.multiply(power);
            } else {
                bare = total.signum() == 0 ? group : total.add(group);
                total = total.add(group.multiply(power));
                group = null;
            }
            scale = token.word();
            return done();
        }

        private boolean hundred(Token token) {
            if (!NumberLexicon.hundred(token.word())
                    || token.word().startsWith("cent") && (group == null || digits)
                    || group != null && group.compareTo(BigDecimal.valueOf(1000)) >= 0) {
                return false;
            }
            group = (group == null ? BigDecimal.ONE : group).multiply(BigDecimal.valueOf(100));
            scale = scale == null ? null : scale;
            return done();
        }

        private boolean small(Token token) {
            var value = NumberLexicon.small(token.word());
            if (value == null || digits && group != null && !hundreds()) {
                return false;
            }
            if (group == null) {
                group = BigDecimal.valueOf(value);
                return done();
            }
            int now = group.intValue();
            if (token.word().startsWith("vingt") && now % 100 == 4) {
                group = group.add(BigDecimal.valueOf(76));
                return done();
            }
            boolean fits = now % 100 == 0 && value < 100
                    || now % 10 == 0 && now % 100 >= 20 && value < 10
                    || (now % 100 == 60 || now % 100 == 80) && value < 20;
            if (fits) {
                group = group.add(BigDecimal.valueOf(value));
            }
            return fits && done();
        }

        private boolean hundreds() {
            return group != null && group.remainder(BigDecimal.valueOf(100)).signum() == 0;
        }

        private boolean dozen(Token token) {
            if (!token.word().equals("dozen") || group == null) {
                return false;
            }
            group = group.multiply(BigDecimal.valueOf(12));
            return done();
        }

        /** "Two hundred and six", "treinta y cinco", and decimals: "two point five". */
        private boolean join(Token token) {
            if (!any || next + 1 >= tokens.size()) {
                return false;
            }
            var after = tokens.get(next + 1);
            boolean near = after.start() - token.end() <= 2;
            if (near && token.word().equals("point") && group != null && NumberLexicon.small(after.word()) != null) {
                return point();
            }
            boolean goesOn = near
                    && NumberLexicon.joins(token.word())
                    && (NumberLexicon.small(after.word()) != null
                            || after.digits() && hundreds() && text.contains("hundred"))
                    && (group == null
                            ? scale != null
                            : hundreds()
                                    || group.intValue() % 10 == 0
                                            && !token.word().equals("and"));
            if (!goesOn) {
                return false;
            }
            int keep = next;
            next++;
            boolean taken = after.digits() ? addDigits(after) : small(after);
            if (!taken) {
                next = keep;
            }
            return taken;
        }

        private boolean addDigits(Token token) {
            var value = plain(token.word());
            if (group == null || value.compareTo(BigDecimal.valueOf(100)) >= 0) {
                return false;
            }
            group = group.add(value);
            return done();
        }

        private boolean point() {
            var decimals = new StringBuilder();
            int at = next + 1;
            while (at < tokens.size() && NumberLexicon.small(tokens.get(at).word()) != null) {
                decimals.append(NumberLexicon.small(tokens.get(at).word()));
                at++;
            }
            next = at;
            group = new BigDecimal((group == null ? "0" : group.toPlainString()) + "." + decimals);
            any = true;
            return true;
        }

        private boolean done() {
            any = true;
            next++;
            return true;
        }
    }
}
