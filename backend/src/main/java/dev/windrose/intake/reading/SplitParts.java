package dev.windrose.intake.reading;

import dev.windrose.intake.reading.Part.Kind;
import dev.windrose.llm.language.DateOrder;
import dev.windrose.llm.language.Dates;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Signatures;
import dev.windrose.llm.language.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart: headers, own text, forwarded mails, quoted history, signatures, hidden text. */
final class SplitParts {

    private static final Pattern HEADER = Pattern.compile(
            "^(?<name>from|von|de|fran|van|da|fra|to|an|a|till|aan|para|til|cc|kopie|sent|date|gesendet|datum|"
                    + "envoye|skickat|enviado|verzonden|inviato|data|fecha|subject|betreff|objet|amne|onderwerp|asunto|"
                    + "assunto|oggetto|emne)\\s*: ?(?<value>.*)$");
    private static final String FROM = "from|von|de|fran|van|da|fra";
    private static final String SENT = "sent|date|gesendet|datum|envoye|skickat|enviado|verzonden|inviato|data|fecha";
    private static final String SUBJECT = "subject|betreff|objet|amne|onderwerp|asunto|assunto|oggetto|emne";
    private static final Pattern DIVIDER = Pattern.compile("^[-_*=]{3,}.*");
    private static final Pattern WROTE = Pattern.compile(
            "^(?:on|am|le|el|op|il|em|den|i) .{4,90}(?:wrote|schrieb.*|a ecrit|escribio|schreef|ha scritto|escreveu|skrev.*) ?:$");
    private static final Pattern CLOSING = Pattern.compile(
            "^(?:--|(?:best|kind|warm|many)? ?(?:regards|thanks|wishes)|best|cheers|thank you|thx|sincerely.*|"
                    + "yours.*|mit freundlichen.*|(?:viele|beste|liebe|schone|herzliche) gruss?e.*|mfg|lg|vg|gruss|"
                    + "cordialement.*|bien a vous|saludos.*|un saludo|cordiali saluti|distinti saluti|mvh|med vanliga.*|"
                    + "halsningar|atenciosamente|abracos|abs|met vriendelijke.*|groet(?:en)?)[,.! ]*$");
    private static final Pattern HIDDEN =
            Pattern.compile("<!--.*?-->|\\[//]: #.*|<(?:script|style)[^>]*>.*?</(?:script|style)>", Pattern.DOTALL);

    private final String text;
    private final LocalDate today;
    private final List<Part> parts = new ArrayList<>();
    private final boolean outside;
    /** Lines behind an angle bracket are points of a note, not a mail that is quoted. */
    private final boolean points;

    private Kind kind = Kind.OWN;
    private @Nullable String writer;
    private @Nullable String mail;
    private @Nullable LocalDate written;
    private int start;
    private int headers;

    private SplitParts(Message message) {
        this.text = message.text();
        this.today = message.day();
        this.outside = message.fromOutside();
        this.points = message.channel().equals("call_note")
                && text.lines().filter(line -> line.startsWith("> ")).count() > 1
                && text.lines().map(line -> Fold.inPlace(line.strip())).noneMatch(line -> WROTE.matcher(line)
                        .matches());
    }

    static List<Part> of(Message message) {
        if (Payload.isJson(message.text())) {
            return Payload.parts(message.text());
        }
        var split = new SplitParts(message);
        split.lines();
        return split.withoutHidden();
    }

    private void lines() {
        int at = 0;
        boolean inHeader = false;
        while (at < text.length()) {
            int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1;
            var line = text.substring(at, end).strip();
            var folded = Fold.inPlace(line);
            var header = HEADER.matcher(folded);
            if (header.matches() && (inHeader || opensHeader(header.group("name"), end, at))) {
                if (!inHeader) {
                    openHeader(at, header.group("name").matches(FROM));
                }
                inHeader = true;
                header(header.group("name"), line, at, end);
                start = end;
            } else {
                inHeader = false;
                start = plainLine(line, folded, at, end);
            }
            at = end;
        }
        close(text.length());
    }

    private int plainLine(String line, String folded, int at, int end) {
        boolean quoted = !points && (line.startsWith(">") || line.startsWith("|>"));
        if (quoted && kind != Kind.QUOTED
                || WROTE.matcher(folded).matches()
                || DIVIDER.matcher(folded).matches()) {
            close(at);
            boolean divider = DIVIDER.matcher(folded).matches();
            kind = divider ? kind : Kind.QUOTED;
            return divider ? end : at;
        }
        return start;
    }

    /** "From:" opens a header where another header line follows; a subject alone may open the message. */
    private boolean opensHeader(String name, int next, int at) {
        if (name.matches(SUBJECT)) {
            return text.substring(0, at).isBlank();
        }
        if (!name.matches(FROM) || kind == Kind.QUOTED && !outside) {
            return false;
        }
        var following = text.substring(next).lines().findFirst().orElse("");
        var folded = Fold.inPlace(following.strip());
        return HEADER.matcher(folded).matches()
                || Fold.inPlace(text.substring(at, next)).contains("@");
    }

    private void openHeader(int at, boolean from) {
        close(at);
        boolean first = text.substring(0, at).isBlank();
        if (!first) {
            kind = from && (headers == 0 || outside && headers == 1) ? Kind.FORWARDED : Kind.QUOTED;
        }
        headers += from ? 1 : 0;
        writer = null;
        mail = null;
        written = null;
    }

    private void header(String name, String line, int at, int end) {
        var value = line.substring(line.indexOf(':') + 1).strip();
        if (name.matches(FROM)) {
            Emails.in(value).stream().findFirst().ifPresent(found -> mail = found.value());
            writer = value.replaceAll("[<(\\[].*", "").replace("\"", "").strip();
        } else if (name.matches(SENT)) {
            var dates = Dates.in(value, today, DateOrder.DAY_FIRST);
            written = dates.isEmpty()
                    ? null
                    : dates.stream()
                            .filter(found -> !found.period())
                            .map(found -> found.past())
                            .reduce((a, b) -> b)
                            .orElse(null);
        }
        parts.add(new Part(
                name.matches(SUBJECT) ? Kind.SUBJECT : Kind.HEADER, new Span(at, end), writer, mail, written, null));
    }

    private void close(int end) {
        if (end > start && !text.substring(start, end).isBlank()) {
            int signature = kind == Kind.QUOTED ? end : signature(start, end);
            parts.add(new Part(kind, new Span(start, signature), writer, mail, written, null));
            if (signature < end) {
                parts.add(new Part(Kind.SIGNATURE, new Span(signature, end), writer, mail, written, null));
            }
        }
        start = end;
    }

    /** Where the signature starts: after the closing words, or at the writer's own name near the end. */
    private int signature(int from, int to) {
        int at = to;
        int lines = 0;
        while (at > from && lines < 9) {
            int begin = text.lastIndexOf('\n', at - 2) + 1;
            begin = Math.max(begin, from);
            var line = Fold.inPlace(text.substring(begin, at).strip());
            boolean own =
                    writer != null && !writer.isBlank() && line.length() < 90 && line.startsWith(Fold.inPlace(writer));
            if (CLOSING.matcher(line).matches() && lines > 0 || own && begin > from) {
                return begin;
            }
            at = begin;
            lines += line.isBlank() ? 0 : 1;
            if (begin == from) {
                break;
            }
        }
        return outside || kind == Kind.FORWARDED ? unmarked(from, to) : to;
    }

    /** No usual closing words: a name, a title and ways to reach somebody at the end are a signature all the same. */
    private int unmarked(int from, int to) {
        var lines = List.of(text.substring(from, to).split("\n", -1));
        var found = Signatures.in(lines, writer);
        if (found.start() == 0 || found.start() >= found.end()) {
            return to;
        }
        int at = from;
        for (var line : lines.subList(0, found.start())) {
            at += line.length() + 1;
        }
        return at;
    }

    private List<Part> withoutHidden() {
        var out = new ArrayList<Part>();
        for (var part : parts) {
            int from = part.span().start();
            var hidden = HIDDEN.matcher(text).region(from, part.span().end());
            while (part.readable() && hidden.find()) {
                out.add(new Part(
                        part.kind(), new Span(from, hidden.start()), part.writer(), part.mail(), part.written(), null));
                out.add(new Part(Kind.HIDDEN, new Span(hidden.start(), hidden.end()), null, null, null, null));
                from = hidden.end();
            }
            out.add(new Part(
                    part.kind(), new Span(from, part.span().end()), part.writer(), part.mail(), part.written(), null));
        }
        return out;
    }
}
