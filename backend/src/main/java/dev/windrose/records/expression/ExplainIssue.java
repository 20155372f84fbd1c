package dev.windrose.records.expression;

import dev.cel.common.CelIssue;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what the library finds wrong in words for people, with the place. */
final class ExplainIssue {

    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '(.+?)' applied to '(.*?)\\((.*)\\)' .*", Pattern.DOTALL);
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.+?)'.*", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("undefined field '(.+?)'.*", Pattern.DOTALL);
    private static final Pattern SELECTION =
            Pattern.compile("type '(.+?)' does not support field selection.*", Pattern.DOTALL);
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (\\w+).*", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(".*at: '(.*)'.*", Pattern.DOTALL);
    private static final Pattern UNEXPECTED = Pattern.compile(
            "(?:mismatched|extraneous) input '(.*?)' expecting.*|no viable alternative at input '(.*)'",
            Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("missing '(.+?)' at .*", Pattern.DOTALL);

    private final String text;
    private final Descriptor type;
    private final RecordShapes shapes;

    ExplainIssue(String text, Descriptor type, RecordShapes shapes) {
        this.text = text;
        this.type = type;
        this.shapes = shapes;
    }

    BadExpression of(CelIssue issue, int offset) {
        String message = issue.getMessage();
        Matcher found = OVERLOAD.matcher(message);
        if (found.matches()) {
            return overload(found.group(1), found.group(3), offset);
        }
        found = FIELD.matcher(message);
        if (found.matches()) {
            return field(found.group(1), offset);
        }
        found = UNDECLARED.matcher(message);
        if (found.matches()) {
            String name = found.group(1);
            return at("There is no function \"%s\".".formatted(name), before(offset, name), name.length());
        }
        found = SELECTION.matcher(message);
        if (found.matches()) {
            return at("%s has no fields.".formatted(capital(Kinds.told(found.group(1)))), offset, 1);
        }
        return syntax(message, offset);
    }

    private BadExpression syntax(String message, int offset) {
        Matcher found = RESERVED.matcher(message);
        if (found.matches()) {
            return at(
                    "\"%s\" is a reserved word.".formatted(found.group(1)),
                    offset,
                    found.group(1).length());
        }
        found = MISSING.matcher(message);
        if (found.matches()) {
            return at("\"%s\" is missing here.".formatted(found.group(1)), offset, 1);
        }
        found = UNEXPECTED.matcher(message);
        if (found.matches()) {
            String token = found.group(1) == null ? found.group(2) : found.group(1);
            return token.contains("<EOF>")
                    ? at("The expression ends too early.", text.length() - 1, 1)
                    : at("\"%s\" is not expected here.".formatted(token), offset, token.length());
        }
        found = TOKEN.matcher(message);
        if (found.matches()) {
            String token = found.group(1);
            return token.startsWith("\"") || token.startsWith("'")
                    ? at("The text that begins here has no end.", offset, token.length())
                    : at("\"%s\" is not expected here.".formatted(token), offset, token.length());
        }
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("recursion") || lower.contains("node") || lower.contains("size")
                ? at("The expression is too large or nested too deeply.", 0, text.length())
                : at("The expression cannot be read.", offset, 1);
    }

    private BadExpression field(String name, int offset) {
        boolean root = offset < text.length() && text.startsWith(name, offset);
        int start = root ? offset : Math.max(offset, text.indexOf(name, offset));
        var holder = root ? Optional.of(type) : holderOf(name, start);
        if (holder.isEmpty()) {
            return at("There is no field \"%s\".".formatted(name), start, name.length());
        }
        var field = holder.get().field(name);
        String sentence = field.isPresent() ? unreadable(field.get()) : unknown(holder.get(), name);
        return at(sentence, start, name.length());
    }

    /** The type that the path before the name leads to. */
    private Optional<Descriptor> holderOf(String name, int start) {
        int from = start;
        while (from > 0 && (Character.isJavaIdentifierPart(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        Optional<Descriptor> holder = Optional.of(type);
        for (String step : text.substring(from, Math.max(from, start)).split("\\.")) {
            if (!step.isBlank()) {
                holder = holder.flatMap(one -> one.field(step))
                        .flatMap(one -> Optional.ofNullable(shapes.used.get(String.valueOf(one.ref()))));
            }
        }
        return holder;
    }

    private static String unreadable(FieldDescriptor field) {
        return field.stored()
                ? "%s cannot be used in an expression.".formatted(field.label())
                : "%s is worked out when it is read, so expressions cannot use it.".formatted(field.label());
    }

    private static String unknown(Descriptor holder, String name) {
        String sentence = "%s has no field \"%s\".".formatted(holder.label(), name);
        return new Nearest(holder)
                .to(name)
                .map(near -> sentence + " Did you mean " + near + "?")
                .orElse(sentence);
    }

    private BadExpression overload(String function, String arguments, int offset) {
        var told = types(arguments);
        String sign = Operators.SIGNS.get(function);
        if (function.equals(Operators.CONDITIONAL)) {
            boolean condition = !told.isEmpty() && told.getFirst().equals(Kinds.told(Kinds.TRUTH));
            return at(
                    condition
                            ? "Both results of ? : must be of one kind, not %s and %s."
                                    .formatted(told.get(1), told.getLast())
                            : "What stands before ? must be yes or no, not %s."
                                    .formatted(told.isEmpty() ? "nothing" : told.getFirst()),
                    offset,
                    1);
        }
        if (sign != null) {
            String hint = told.contains(Kinds.told(Kinds.MONEY))
                            && told.contains(Kinds.told(Kinds.NUMBER))
                            && "+-".contains(sign)
                    ? " Write an amount as money(100, \"EUR\")."
                    : told.contains(Kinds.told(Kinds.DATE)) && told.contains(Kinds.told(Kinds.INSTANT))
                            ? " Turn the point in time into a date with date(...)."
                            : "";
            return at(
                    "\"%s\" cannot take %s.%s".formatted(sign, String.join(" and ", told), hint),
                    offset,
                    sign.equals("in") ? 2 : sign.length());
        }
        String takes = Functions.named(function).map(Function::told).orElse("");
        String sentence = takes.isEmpty()
                ? "%s cannot take (%s).".formatted(function, String.join(", ", told))
                : "%s takes %s, not (%s).".formatted(function, takes, String.join(", ", told));
        return at(sentence, before(offset, function), function.length());
    }

    /** Splits "double, list(string)" and names its parts. */
    private static List<String> types(String arguments) {
        return Arrays.stream(arguments.split(",\\s*(?![^()]*\\))"))
                .filter(one -> !one.isBlank())
                .map(one -> Kinds.told(one.strip()))
                .collect(Collectors.toList());
    }

    /** The place of a called name; the library gives that of the bracket behind it. */
    private int before(int offset, String name) {
        int start = text.lastIndexOf(name, offset);
        return start < 0 ? offset : start;
    }

    private BadExpression at(String sentence, int start, int length) {
        int from = Math.clamp(start, 0, Math.max(0, text.length() - 1));
        return new BadExpression(sentence, from, Math.min(text.length(), from + Math.max(1, length)));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
