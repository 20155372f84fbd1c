package dev.windrose.records.expression;

import static dev.windrose.records.expression.Function.form;
import static dev.windrose.records.expression.Function.lenient;
import static dev.windrose.records.expression.Function.member;
import static dev.windrose.records.expression.Function.strict;
import static dev.windrose.records.expression.Kinds.ANY;
import static dev.windrose.records.expression.Kinds.NUMBER;
import static dev.windrose.records.expression.Kinds.TEXT;
import static dev.windrose.records.expression.Kinds.TRUTH;

import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts, and what to do about empty values. */
final class Texts {

    private static final String GROUP = "Text";
    private static final String EMPTY = "Empty values";
    private static final TypeParamType T = TypeParamType.create("T");

    private Texts() {}

    static List<Function> all() {
        return Stream.of(TESTS, CHANGED, FOR_EMPTY).flatMap(List::stream).toList();
    }

    private static final List<Function> TESTS = List.of(
            strict(
                    "contains",
                    GROUP,
                    "Whether the first text has the second in it; case counts.",
                    "contains(lower(name), \"bank\")",
                    given -> given.text(0).contains(given.text(1)),
                    form(TRUTH, TEXT, TEXT),
                    member(TRUTH, TEXT, TEXT)),
            strict(
                    "starts_with",
                    GROUP,
                    "Whether the first text begins with the second.",
                    "starts_with(name, \"North\")",
                    given -> given.text(0).startsWith(given.text(1)),
                    form(TRUTH, TEXT, TEXT)),
            strict(
                    "ends_with",
                    GROUP,
                    "Whether the first text ends with the second.",
                    "ends_with(website, \".de\")",
                    given -> given.text(0).endsWith(given.text(1)),
                    form(TRUTH, TEXT, TEXT)),
            strict(
                    "startsWith",
                    "",
                    "",
                    "",
                    given -> given.text(0).startsWith(given.text(1)),
                    member(TRUTH, TEXT, TEXT)),
            strict("endsWith", "", "", "", given -> given.text(0).endsWith(given.text(1)), member(TRUTH, TEXT, TEXT)),
            lenient(
                    "size",
                    GROUP,
                    "How many characters a text or values a list has; 0 where it is empty.",
                    "size(name)",
                    given -> BigDecimal.valueOf(
                            switch (given.get(0)) {
                                case String text -> text.codePointCount(0, text.length());
                                case List<?> list -> list.size();
                                case null, default -> 0;
                            }),
                    form(NUMBER, TEXT),
                    form(NUMBER, ListType.create(T)),
                    member(NUMBER, TEXT),
                    member(NUMBER, ListType.create(T))));

    private static final List<Function> CHANGED = List.of(
            strict(
                    "lower",
                    GROUP,
                    "In small letters.",
                    "lower(name)",
                    given -> given.text(0).toLowerCase(Locale.ROOT),
                    form(TEXT, TEXT)),
            strict(
                    "upper",
                    GROUP,
                    "In capital letters.",
                    "upper(billing_country)",
                    given -> given.text(0).toUpperCase(Locale.ROOT),
                    form(TEXT, TEXT)),
            strict(
                    "trim",
                    GROUP,
                    "Without spaces around it.",
                    "trim(name)",
                    given -> given.text(0).strip(),
                    form(TEXT, TEXT)),
            strict(
                    "left",
                    GROUP,
                    "Its first characters.",
                    "left(name, 3)",
                    given -> first(given.text(0), given.integer(1)),
                    form(TEXT, TEXT, NUMBER)),
            strict(
                    "right",
                    GROUP,
                    "Its last characters.",
                    "right(name, 3)",
                    given -> last(given.text(0), given.integer(1)),
                    form(TEXT, TEXT, NUMBER)),
            strict(
                    "replace",
                    GROUP,
                    "With one text in the place of another.",
                    "replace(name, \"GmbH\", \"\")",
                    given -> replaced(given.text(0), given.text(1), given.text(2)),
                    form(TEXT, TEXT, TEXT, TEXT)),
            strict("text", GROUP, "The value as text.", "text(score)", given -> shown(given.some(0)), form(TEXT, ANY)),
            lenient(
                    "concat",
                    GROUP,
                    "Two to six values joined as text; empty ones are left out.",
                    "concat(name, \" \", score)",
                    Texts::joined,
                    Function.upToSix(TEXT, ANY)));

    private static final List<Function> FOR_EMPTY = List.of(
            lenient(
                    "coalesce",
                    EMPTY,
                    "The first value that is not empty. A division by zero counts as empty.",
                    "coalesce(score / visits, 0)",
                    Texts::firstOf,
                    Function.upToSix(T, T)),
            lenient(
                    "if_empty",
                    EMPTY,
                    "The value, or the second one where it is empty.",
                    "if_empty(description, \"none\")",
                    Texts::firstOf,
                    form(T, T, T)),
            lenient(
                    "is_empty",
                    EMPTY,
                    "Whether the value is empty.",
                    "is_empty(owner_id)",
                    given -> empty(given.orEmpty(0)),
                    form(TRUTH, T)));

    private static @Nullable Object firstOf(Arguments given) {
        for (int at = 0; at < given.count(); at++) {
            Object value = given.orEmpty(at);
            if (!empty(value)) {
                return value;
            }
        }
        return null;
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || value.equals("") || value instanceof List<?> list && list.isEmpty();
    }

    private static String joined(Arguments given) {
        var joined = new StringBuilder();
        for (int at = 0; at < given.count(); at++) {
            if (given.get(at) instanceof Object value) {
                joined.append(shown(value));
            }
        }
        return Run.bounded(joined.toString());
    }

    static String shown(Object value) {
        return switch (value) {
            case BigDecimal number -> {
                var kept = Numbers.kept(number);
                if (kept == null) {
                    throw new Unanswered("The number is too large.");
                }
                yield kept.toPlainString();
            }
            case Money money -> money.amount().toPlainString() + " " + money.currency();
            case Boolean truth -> truth ? "yes" : "no";
            case List<?> list -> list.stream().map(Texts::shown).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String first(String text, int count) {
        int length = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.clamp(count, 0, length)));
    }

    private static String last(String text, int count) {
        int length = text.codePointCount(0, text.length());
        return text.substring(text.offsetByCodePoints(0, length - Math.clamp(count, 0, length)));
    }

    private static String replaced(String text, String part, String other) {
        if (part.isEmpty()) {
            return text;
        }
        long times = (text.length() - text.replace(part, "").length()) / part.length();
        if (text.length() + times * (long) other.length() > 40_000) {
            throw new Unanswered("The text becomes too long.");
        }
        return Run.bounded(text.replace(part, other));
    }
}
