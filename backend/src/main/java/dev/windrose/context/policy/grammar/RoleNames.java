package dev.windrose.context.policy.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds names of roles and teams: words that end in what people or teams are called. */
final class RoleNames {

    private static final int MOST_BEFORE = 3;
    private static final Set<String> LEADING =
            Set.of("head", "vp", "svp", "evp", "director", "chief", "president", "manager", "vice");
    private static final Set<String> LINKING = Set.of("of", "for");
    private static final Set<Kind> NAMING = Set.of(
            Kind.ENT,
            Kind.HEAD,
            Kind.DEALWORD,
            Kind.SUBJECT,
            Kind.PRODUCTWORD,
            Kind.TRUTH,
            Kind.DATA,
            Kind.PLANWORD,
            Kind.REGIONWORD,
            Kind.COUNTRYWORD,
            Kind.SEGMENTWORD,
            Kind.INDUSTRYWORD);
    /** What a desk or manager may be there for: "credit manager", "price committee". */
    private static final Set<String> MATTERS = Set.of(
            "credit",
            "tender",
            "bid",
            "offer",
            "refund",
            "quote",
            "discount",
            "trial",
            "margin",
            "price",
            "cost",
            "rebate",
            "liability",
            "process",
            "quality",
            "delivery",
            "service",
            "pricing",
            "policy",
            "payment",
            "project",
            "regional",
            "commercial",
            "release",
            "review",
            "approval",
            "duty",
            "standard",
            "export",
            "import",
            "contract",
            "claims",
            "overall",
            "internal",
            "transition",
            "first",
            "second");

    private static final Set<String> BOUND = Set.of("inbound", "outbound", "incoming");

    private static final Set<String> NEVER = Set.of(
            "new",
            "inbound",
            "all",
            "such",
            "qualified",
            "hot",
            "cold",
            "important",
            "every",
            "a",
            "an",
            "no",
            "incoming",
            "existing",
            "those",
            "one",
            "ones",
            "people",
            "unpaid",
            "old",
            "open",
            "more",
            "less",
            "fewer",
            "other");

    private RoleNames() {}

    /** Where a role begins at a token: the token behind it; else the token itself. */
    static int endOf(List<Token> tokens, int from) {
        if (!tokens.get(from).letters() || LINKING.contains(tokens.get(from).word())) {
            return from;
        }
        for (var match : Words.at(tokens, from)) {
            if (match.senses().stream().anyMatch(sense -> sense.kind() == Kind.ROLEWORDS)) {
                return widened(tokens, from + match.length());
            }
            if (match.length() > 1
                    && match.senses().stream()
                            .anyMatch(sense -> sense.kind() == Kind.FIELD || sense.kind() == Kind.FACT)) {
                return from;
            }
        }
        if (leading(tokens, from)) {
            return led(tokens, from);
        }
        int at = from;
        while (at < tokens.size() && at - from <= MOST_BEFORE && beside(tokens, from, at)) {
            if (Words.is(Kind.HEAD, tokens.get(at).word())) {
                return lone(tokens, from, at) ? from : widened(tokens, at + 1);
            }
            if (!modifier(tokens, at)) {
                return from;
            }
            at++;
        }
        return from;
    }

    static String key(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream()
                .map(token -> token.raw().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("_"));
    }

    static boolean vague(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream().anyMatch(token -> Words.is(Kind.VAGUEROLE, token.word()));
    }

    private static boolean leading(List<Token> tokens, int from) {
        var word = tokens.get(from).word();
        if (word.equals("team") && from + 1 < tokens.size()) {
            return tokens.get(from + 1).capital()
                    && !Words.is(Kind.HEAD, tokens.get(from + 1).word());
        }
        return LEADING.contains(word);
    }

    /** "head of sales", "VP Product", "chief financial officer", "Team Wien". */
    private static int led(List<Token> tokens, int from) {
        int at = from + 1;
        if (at < tokens.size()
                && tokens.get(from).word().equals("vice")
                && tokens.get(at).word().equals("president")) {
            at++;
        }
        if (at + 1 < tokens.size() && LINKING.contains(tokens.get(at).word())) {
            at++;
        } else if (at < tokens.size()
                && !tokens.get(from).word().equals("chief")
                && !tokens.get(at).capital()
                && !Words.is(Kind.HEAD, tokens.get(at).word())) {
            return at;
        }
        int begun = at;
        while (at < tokens.size()
                && at - begun < 2
                && tokens.get(at).letters()
                && (naming(tokens, at) || !blocked(tokens, at))) {
            at++;
        }
        return at == from + 1 && tokens.get(from).word().equals("vice") ? from : at;
    }

    private static int widened(List<Token> tokens, int end) {
        int at = end;
        while (at < tokens.size()
                && tokens.get(at).letters()
                && Words.is(Kind.HEAD, tokens.get(at).word())) {
            at++;
        }
        if (at + 1 < tokens.size()
                && tokens.get(at).letters()
                && !blocked(tokens, at)
                && Words.is(Kind.HEAD, tokens.get(at + 1).word())) {
            return widened(tokens, at + 2);
        }
        var last = tokens.get(at - 1).word();
        if (at + 1 < tokens.size()
                && LEADING.contains(last)
                && LINKING.contains(tokens.get(at).word())
                && naming(tokens, at + 1)) {
            at += 2;
            while (at < tokens.size()
                    && tokens.get(at).letters()
                    && Words.is(Kind.HEAD, tokens.get(at).word())) {
                at++;
            }
        }
        return at;
    }

    /** "a lead" is no role, "the sales lead" is one. */
    private static boolean lone(List<Token> tokens, int from, int head) {
        var word = tokens.get(head).word();
        return head == from
                && (word.equals("lead")
                        || word.equals("security")
                        || word.equals("group")
                        || word.equals("agent")
                        || word.equals("junior")
                                && head + 1 < tokens.size()
                                && !Words.is(Kind.HEAD, tokens.get(head + 1).word()));
    }

    private static boolean beside(List<Token> tokens, int from, int at) {
        return tokens.get(at).letters();
    }

    private static boolean modifier(List<Token> tokens, int at) {
        boolean kind = Words.is(Kind.VAGUE, tokens.get(at).word())
                && at + 2 < tokens.size()
                && naming(tokens, at + 1)
                && Words.is(Kind.HEAD, tokens.get(at + 2).word());
        boolean bound = BOUND.contains(tokens.get(at).word())
                && at + 1 < tokens.size()
                && !tokens.get(at + 1).word().startsWith("lead");
        return (bound || !NEVER.contains(tokens.get(at).word()))
                && (bound || kind || naming(tokens, at) || !blocked(tokens, at));
    }

    private static boolean naming(List<Token> tokens, int at) {
        var word = tokens.get(at).word();
        return NAMING.stream().anyMatch(kind -> Words.is(kind, word)) || MATTERS.contains(word);
    }

    private static boolean blocked(List<Token> tokens, int at) {
        return Words.known(tokens.get(at).word()) || Joints.of(tokens.get(at).word()) != null;
    }
}
