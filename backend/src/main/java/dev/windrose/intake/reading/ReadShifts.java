package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Span;
import dev.windrose.llm.language.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes told against what the record holds: so much later, so much longer, so many percent more. What comes out is worked out here. */
final class ReadShifts implements Grammar {

    private static final String LENGTH =
            "((?:another|a further|one further|one more|ein weiteres|einen weiteren|une nouvelle|otro|outro|mais um|"
                    + "un autre) (?:full )?(?:year|month|quarter|jahr|monat|quartal|an|annee|mois|ano|mes|trimestre)|"
                    + "(?:another |further |weitere |extra |a good |about |around |ca |etwa )?(?:\\d{1,2}|an?|one|two|three|four|five|six|"
                    + "a couple of|ein\\w*|zwei|drei|vier|sechs|une?|deux|trois|quatre|una?|dos|tres|cuatro|um|uma|duas|dois|"
                    + "quatro|half an?)"
                    + " (?:more |further |weitere |autres |mas |mais )?(?:days?|weeks?|wks?|months?|mos?|quarters?|years?|yrs?|"
                    + "tage?n?|wochen?|monate?n?|quartale?n?|jahre?n?|jours?|semaines?|mois|trimestres?|ans?|annees?|dias?|"
                    + "semanas?|"
                    + "mes(?:es)?|anos?))";
    private static final String MOVED =
            "slip\\w*|slid\\w*|push\\w*|postpon\\w+|delay\\w*|mov(?:e|es|ed|ing)|bump\\w*|kick\\w*|dragg\\w+|drift\\w*|roll(?:s|ed|"
                    + "ing)?|shift\\w*|late|behind|later|sooner|earlier|pulled|brought|bring|pull|verschieb\\w*|verschob\\w*|"
                    + "geschoben|schieb\\w*|verzoger\\w*|"
                    + "rutsch\\w*|spater|fruher|vorgezogen|vorverlegt|repouss\\w*|decal\\w*|report\\w*|retard\\w*|glisse\\w*|"
                    + "avanc\\w*|aplaz\\w*|retras\\w*|pospon\\w*|posterg\\w*|adelant\\w*|atras\\w*|adi(?:ou|a|ado|aram)|"
                    + "antecip\\w*|empurr\\w*|"
                    + "mas tarde|mais tarde|plus tard|schuift|uitgesteld";
    /** "slipped (by) a month", "a month later than planned", "um zwei Wochen verschoben". */
    private static final Pattern SHIFT = Pattern.compile("\\b(?:" + MOVED
            + ")\\b(?: (?:it|this|that|them|the \\w+|back|out|to the right|right|forward|up|ahead|again|sich|nochmal|"
            + "encore))*(?: (?:by|for|um|de|d'|por|en|con|um weitere)){0,1} ?(?:at least )?"
            + LENGTH + "\\b(?! (?:ago|term|contract|notice))|" + LENGTH + " (?:" + MOVED + ")\\b");

    private static final Pattern SOONER = Pattern.compile(
            "\\b(?:sooner|earlier|forward|up|ahead|pulled|brought|bring|pull|fruher|vorgezogen|vorverlegt|nach vorne|avanc\\w*|"
                    + "plus tot|adelant\\w*|antes|antecip\\w*)\\b");
    private static final Pattern BACK = Pattern.compile("\\b(?:back|out|pushed|later|held up|hold up)\\b");
    private static final Pattern START = Pattern.compile(
            "\\b(?:start|start date|go-?live|kick-?off|launch|roll-?out|implementation|beginn|projektstart|einfuhrung|demarrage|debut|"
                    + "mise en service|inicio|arranque|avvio)\\b");
    private static final Pattern LONGER = Pattern.compile(
            "\\b(?:(?<!was )extend(?:ed|ing|s)?|renews|renewing|verlangern|renueva|renova|renouvelle\\w*|prolong\\w*|renewed|"
                    + "verlanger(?:t|n)|renouvele\\w*|renovo|renovaron|renovado|renovou|"
                    + "renovaram|prorrog(?:o|ado|aron|ou|aram)|verlengd|rinnovato)\\b[^.;!?]{0,30}?(?:(?:by|for|um|de|pour|por|per|"
                    + "met)(?: another| weitere)? )?"
                    + LENGTH + "\\b");

    private static final String WORTH =
            "price|amount|value|deal|total|volume|figure|number|it|they|preis|betrag|volumen|prix|montant|precio|monto|importe|valor|preco";
    private static final Pattern PERCENT = Pattern.compile("\\b(?:" + WORTH
            + ")\\b[^.;!?]{0,24}?\\b(?:went|gone|goes|is|are|was|has gone|rises?|rose|risen|increased|increases|dropped|drops|"
            + "fell|falls|shrank|grew|cut|reduced|raised|lowered|steigt|stieg|gestiegen|sinkt|gesunken|erhoht|"
            + "gesenkt|augmente|baisse|sube|subio|sobe|subiu|baja|bajo|baixou|cai|caiu)\\b(?: (?:up|down|by|um|de|en|another|"
            + "to be))* ?(\\d{1,2}(?:[.,]\\d)?) ?(?:%|percent|prozent|pour cent|por ciento|por cento)(?: (higher|lower|"
            + "more|less|up|down|mehr|weniger|hoher|niedriger|de plus|de moins|mas|menos|mais))?");
    private static final Pattern STEP = Pattern.compile("\\b(?:" + WORTH
            + ")\\b[^.;!?]{0,24}?\\b(?:went up|gone up|goes up|rose|increased|grew|up|went down|gone down|goes down|dropped|"
            + "fell|reduced|down|steigt|gestiegen|sinkt|gesunken|augmente|baisse|subio|subiu|bajo|baixou) (?:by|um|de|"
            + "en) ?$");
    private static final Pattern LESS = Pattern.compile(
            "\\b(?:down|drop\\w*|fell|falls|shr\\w+|cut|reduc\\w+|lower\\w*|less|sink\\w*|gesunken|gesenkt|weniger|niedriger|baisse|"
                    + "moins|baja|bajo|baixou|cai|caiu|menos)\\b");
    private static final Pattern WISH = Pattern.compile(
            "\\b(?:ask(?:s|ed|ing)?|wants?|would|could|might|may|request\\w*|propos\\w*|like|if|approve|approval|need|should|if|"
                    + "can we|mochte\\w*|wunsch\\w*|will|demande\\w*|veut|veulent|pide\\w*|quiere\\w*|pedem|pediu|querem|quer)\\b");

    @Override
    public void read(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (var statement : reading.aboutDeals()) {
            if (statement.company == null || !statement.firm() || reading.taken.contains(statement)) {
                continue;
            }
            shift(reading, statement);
            longer(reading, statement);
            percent(reading, statement);
            step(reading, statement);
        }
    }

    private static void shift(Reading reading, Statement statement) {
        var match = SHIFT.matcher(statement.folded);
        if (!match.find()) {
            return;
        }
        var place = statement.span(match);
        boolean wished = WISH.matcher(statement.before(place, 30)).find() || Clauses.denied(statement, place);
        boolean dated = statement.dates.stream()
                .anyMatch(
                        date -> !date.span().overlaps(place) && DateRoles.of(statement, date) != DateRoles.Role.OTHER);
        var length = length(match);
        if (wished || dated || length.isEmpty()) {
            return;
        }
        var words = match.group();
        boolean sooner = SOONER.matcher(words + statement.after(place, 10)).find()
                && !BACK.matcher(words).find();
        var field = START.matcher(statement.between(statement.clause(place).start(), place.start()))
                        .find()
                ? "deal_start_date"
                : "deal_expected_signing_date";
        Deals.choose(reading, statement, Deals.Purpose.SALE)
                .filter(Deals::open)
                .ifPresent(deal -> moved(
                        reading, statement, deal, field, sooner ? length.get().negated() : length.get(), place));
    }

    private static Optional<Period> length(MatchResult match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                return Terms.in(match.group(group)
                        .replaceFirst(
                                "^(?:another|a further|one further|one more|ein weiteres|einen weiteren|une nouvelle|otro|outro|"
                                        + "mais um|un autre) "
                                        + "(?:full )?(?=year|month|quarter|jahr|monat|quartal|an|mois|mes|trimestre)",
                                "one ")
                        .replaceAll("quartale?n?|trimestres?", "quarter")
                        .replaceAll(
                                "\\b(?:more|further|weitere|autres|mas|mais|another|extra|a good|about|around|ca|etwa) ",
                                ""));
            }
        }
        return Optional.empty();
    }

    private static void moved(
            Reading reading, Statement statement, KnownRecord deal, String field, Period by, Span place) {
        var now = deal.date(field);
        if (now == null
                || by.isZero()
                || reading.drafts.stream().anyMatch(draft -> deal.sameAs(draft.record) && draft.has(field))) {
            return;
        }
        reading.update(deal, statement.span()).set(field, plus(now, by).toString(), reading.evidence(place), 0.8);
    }

    /** The end of a month moves to the end of a month. */
    private static LocalDate plus(LocalDate day, Period by) {
        boolean last = day.equals(YearMonth.from(day).atEndOfMonth()) && by.getDays() == 0;
        var moved = day.plus(by);
        return last ? YearMonth.from(moved).atEndOfMonth() : moved;
    }

    /** A contract that is renewed or extended ends so much later. */
    private static void longer(Reading reading, Statement statement) {
        var match = LONGER.matcher(statement.folded);
        if (!match.find()) {
            return;
        }
        var place = statement.span(match);
        var length = length(match);
        if (length.isEmpty()
                || WISH.matcher(statement.before(place, 30)).find()
                || Clauses.denied(statement, place)
                || Polarity.ahead(statement, place)
                || statement.dates.stream().anyMatch(date -> !date.span().overlaps(place))) {
            return;
        }
        Deals.choose(reading, statement, Deals.Purpose.CONTRACT)
                .filter(deal -> !"lost".equals(deal.text("stage")) && deal.date("deal_end_date") != null)
                .ifPresent(deal -> moved(reading, statement, deal, "deal_end_date", length.get(), place));
    }

    private static void percent(Reading reading, Statement statement) {
        var match = PERCENT.matcher(statement.folded);
        if (!match.find() || !statement.moneys.isEmpty()) {
            return;
        }
        var place = statement.span(match);
        if (WISH.matcher(statement.between(statement.span().start(), place.end()))
                        .find()
                || Clauses.denied(statement, place)) {
            return;
        }
        var percent = new BigDecimal(match.group(1).replace(',', '.'));
        var factor = BigDecimal.ONE.add(percent.movePointLeft(2)
                .multiply(LESS.matcher(match.group()).find() ? BigDecimal.ONE.negate() : BigDecimal.ONE));
        worth(reading, statement, place, factor, BigDecimal.ZERO);
    }

    private static void step(Reading reading, Statement statement) {
        if (statement.moneys.size() != 1 || statement.moneys.getFirst().range()) {
            return;
        }
        var money = statement.moneys.getFirst();
        var match = STEP.matcher(
                statement.between(statement.span().start(), money.span().start()));
        if (!match.find()
                || WISH.matcher(statement.between(
                                statement.span().start(), money.span().start()))
                        .find()
                || Clauses.denied(statement, money.span())) {
            return;
        }
        var by = LESS.matcher(match.group()).find() ? money.amount().negate() : money.amount();
        worth(reading, statement, money.span(), BigDecimal.ONE, by);
    }

    private static void worth(Reading reading, Statement statement, Span place, BigDecimal factor, BigDecimal more) {
        Deals.choose(reading, statement, Deals.Purpose.SALE)
                .filter(Deals::open)
                .filter(deal -> deal.number("deal_amount") != null
                        && reading.drafts.stream()
                                .noneMatch(draft -> deal.sameAs(draft.record) && draft.has("deal_amount")))
                .ifPresent(deal -> {
                    var now = deal.number("deal_amount")
                            .multiply(factor)
                            .add(more)
                            .setScale(2, RoundingMode.HALF_UP);
                    if (now.signum() > 0) {
                        reading.update(deal, statement.span())
                                .set("deal_amount", ReadAmounts.number(now), reading.evidence(place), 0.75);
                    }
                });
    }
}
