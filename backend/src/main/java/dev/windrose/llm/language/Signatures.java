package dev.windrose.llm.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the signature of a mail: from the closing words or the name of the sender down to the end or to the history below. */
public final class Signatures {

    private static final int MOST = 12;
    private static final Pattern HISTORY = Pattern.compile(
            "^(?:>|\\|>|-{2,} ?(?:original|forwarded|ursprungliche|weitergeleitete|mensaje|message|mensagem)|-+ forwarded by .*|_{10,}|\\*{5,}.*|={5,}.*|"
                    + "(?:on|am|le|el|em|il|op|den) .{6,90}(?:wrote|schrieb.*|a ecrit|escribio|escreveu|ha scritto|schreef) ?:$|(?:from|von|de|to|sent|cc) ?: .*|"
                    + ".{0,60}@.{0,40}on \\d\\d/\\d\\d/\\d{4}.*).*");
    private static final Pattern CLOSING = Pattern.compile(
            "^(?:--|-|(?:(?:with |my |best|kind|kindest|warm|warmest|many|very best) ?)*(?:regards?|wishes|thanks)(?: again| in advance| very much| so much| a lot| for .{2,40})?|best|all the best|cheers|"
                    + "thank you(?: .{2,40})?|thanks .{2,40}|thx|tx|tks|sincerely.*|yours.*|respectfully.*|take care|talk (?:to you )?soon|see you.*|love|later|take it easy|have a .{3,20}|"
                    + "mit freundlichen.*|(?:viele|beste|liebe|schone|herzliche|freundliche) gruss?e.*|mfg|lg|vg|gruss|cordialement.*|bien a vous|amicalement|bien cordialement|saludos.*|un saludo.*|"
                    + "atentamente|cordiali saluti|distinti saluti|mvh|med vanlig.*|venlig hilsen|med venlig.*|hilsen|halsningar|vennlig hilsen|atenciosamente|cumprimentos|abracos?|abs|met vriendelijke.*|groet(?:en|jes)?)[,.! ]*$");
    private static final Pattern CONTACT = Pattern.compile(
            "(?:\\+?\\(?\\d[\\d ().x/-]{6,}\\d|@|www\\.|https?://|\\b(?:tel|phone|fax|cell|mobile|office|ext|direct|pager|mob|handy|fon|telefon|tlf|gsm)\\b|^x ?\\d{4,5}|\\b\\d{5}\\b)");
    private static final Pattern NAME = Pattern.compile(
            "^(?:\\p{Lu}[\\p{L}'’-]+|\\p{Lu}\\.?)(?: (?:\\p{Lu}[\\p{L}'’-]+|\\p{Lu}\\.?|de|da|van|von|der|del)){0,3}[,.]?$");
    private static final Pattern LEGAL =
            Pattern.compile("\\b(?:confidential|intended recipient|privileged|disclaimer|vertraulich)\\b");

    private Signatures() {}

    /** Line numbers from and up to but without; both the same where there is none. */
    public static Span in(List<String> lines, @Nullable String sender) {
        int end = 0;
        while (end < lines.size()
                && !HISTORY.matcher(Fold.inPlace(lines.get(end).strip())).matches()) {
            end++;
        }
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        var names = names(sender);
        int start = end;
        int seen = 0;
        for (int at = end - 1; at >= 0 && seen < MOST; at--) {
            var line = lines.get(at).strip();
            if (line.isEmpty()) {
                continue;
            }
            seen++;
            var folded = Fold.inPlace(line);
            boolean opener = CLOSING.matcher(folded).matches()
                    || named(line, folded, names, seen)
                    || seen == 1 && initials(line, names);
            if (opener) {
                start = at;
            } else if (prose(line, folded)) {
                break;
            }
        }
        return new Span(start, end);
    }

    private static boolean named(String line, String folded, Set<String> names, int seen) {
        var head = line.replaceFirst("^(?:[-–~*]+ ?)", "")
                .replaceFirst("(?: ?[-–,|/(] ?(?:.*)|[,.!])$", "")
                .strip();
        var words = Fold.words(head.isEmpty() ? line : head).split(" ");
        boolean sender = words.length <= 5
                && line.length() < 70
                && (names.contains(words[0]) || names.contains(words[words.length - 1]) && words.length <= 4);
        boolean name = NAME.matcher(line).matches() && words.length >= 2 && words.length <= 4 && seen <= 8;
        return sender
                        && !folded.matches("^(?:hi|hey|dear|hello|hallo|liebe[rs]?|bonjour|hola|ola|ciao)\\b.*")
                        && !line.endsWith("?")
                        && !line.endsWith(":")
                || name && !line.endsWith(",");
    }

    private static boolean initials(String line, Set<String> names) {
        return line.matches("[-–]?\\p{L}{1,3}\\.?")
                && names.stream()
                        .anyMatch(name -> name.startsWith(
                                line.replaceAll("\\P{L}", "").substring(0, 1).toLowerCase(java.util.Locale.ROOT)));
    }

    private static boolean prose(String line, String folded) {
        if (LEGAL.matcher(folded).find()) {
            return false;
        }
        int words = line.split("\\s+").length;
        return words > 9 && !CONTACT.matcher(folded).find()
                || words > 16
                || line.matches(".*[?:]$")
                || words > 4
                        && line.matches(".*[.!]$")
                        && !CONTACT.matcher(folded).find()
                || folded.matches("^(?:hi|hey|dear|hello|hallo|guten tag|bonjour|hola|ola|ciao|sehr geehrte).*");
    }

    private static Set<String> names(@Nullable String sender) {
        var names = new HashSet<String>();
        if (sender != null) {
            for (var word : Fold.words(sender.replaceAll("@.*", "").replaceAll("[._<>\"]", " "))
                    .split(" ")) {
                if (word.length() > 2) {
                    names.add(word);
                }
            }
        }
        return names;
    }
}
