package dev.windrose.intake.reading;

import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day from which something holds, as a statement says.
 *
 * @param place of the day in the statement
 * @param date null for a month
 * @param month 0 where a day is said
 * @param year 0 where none is said
 */
record Since(Span place, @Nullable LocalDate date, int month, int year) {

    private static final String BEFORE =
            "(?:from|as of|as from|effective(?: from)?|starting(?: from| on| in)?|beginning(?: on| in)?|since|with effect from|"
                    + "ab(?: dem| anfang)?|seit(?: dem)?|zum|vom|per|a partir d(?:e|u|el)|a compter d(?:e|u)|des|desde(?: el)?|a contar de)";
    private static final Pattern FROM = Pattern.compile("(?:^|[\\s(,])" + BEFORE + "\\s+(?:the |le |el )?$");
    private static final Pattern MONTH =
            Pattern.compile("(?:^|(?<=[\\s(,]))" + BEFORE + "\\s+(?:next )?(january|jan|januar|janner|janvier|"
                    + "enero|janeiro|february|feb|februar|fevrier|febrero|fevereiro|march|marz|mars|marzo|marco|april|avril|abril|may|mai|mayo|maio|"
                    + "june|juni|juin|junio|junho|july|juli|juillet|julio|julho|august|aout|agosto|september|sept|septembre|septiembre|setembro|"
                    + "october|oktober|octobre|octubre|outubro|november|novembre|noviembre|novembro|december|dezember|decembre|diciembre|"
                    + "dezembro)\\b(?! \\d{1,2}\\b)(?: (20\\d\\d))?(?! on\\b)");
    private static final List<String> STARTS = List.of(
            "ja,en",
            "fe",
            "mar",
            "ap,av,ab",
            "may,mai,mayo",
            "june,juni,juin,jun",
            "jul,juil",
            "au,ao,ag",
            "se",
            "oc,ok,ou",
            "no",
            "de,di");

    static @Nullable Since in(Statement statement) {
        var month = MONTH.matcher(statement.folded);
        if (month.find()) {
            return new Since(new Span(month.start(), month.end()), null, number(month.group(1)), year(month));
        }
        return statement.dates.stream()
                .filter(date -> !date.stretch())
                .filter(date -> FROM.matcher(statement.before(date.span(), 24)).find()
                        || statement
                                .between(date.span().start(), date.span().end())
                                .matches(BEFORE + "\\b.*"))
                .findFirst()
                .map(date -> new Since(date.span().shifted(-statement.span().start()), begins(date), 0, 0))
                .orElse(null);
    }

    /** A period is told by its last day. */
    private static LocalDate begins(FoundDate date) {
        return date.period() ? date.date().withDayOfMonth(1) : date.date();
    }

    private static int year(Matcher month) {
        return month.group(2) == null ? 0 : Integer.parseInt(month.group(2));
    }

    private static int number(String name) {
        for (int i = 0; i < STARTS.size(); i++) {
            for (var start : STARTS.get(i).split(",")) {
                if (name.startsWith(start) && !(i == 2 && name.startsWith("may"))) {
                    return i + 1;
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The first day on which it holds, seen from a day: a month without a year is the next one. */
    LocalDate first(LocalDate today) {
        if (date != null) {
            return date;
        }
        var first = LocalDate.of(year == 0 ? today.getYear() : year, month, 1);
        return year == 0 && first.isBefore(today.withDayOfMonth(1)) ? first.plusYears(1) : first;
    }

    String without(String text) {
        var out = new StringBuilder(text);
        for (int i = Math.max(0, place.start()); i < Math.min(out.length(), place.end()); i++) {
            out.setCharAt(i, ' ');
        }
        return out.toString();
    }
}
