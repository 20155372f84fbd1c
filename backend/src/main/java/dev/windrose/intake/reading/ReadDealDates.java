package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Terms;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** When a deal is to be signed, starts and ends. */
final class ReadDealDates implements Grammar {

    private static final Pattern GIVEN_UP = Pattern.compile(
            "^ (?:is|was|ist|est|es|e) (?:toast|off|dead|gone|out|history|not happening|no longer|hinfallig|vom tisch|mort|foutu|"
                    + "muerta?|descartad[oa])\\b|^ (?:won't|will not|isn't going to) (?:happen|work|hold)");
    /** Every so often: no length of a contract. */
    private static final Pattern RATE = Pattern.compile(
            "\\b(?:mes a mes|mes por mes|mois par mois|monat fur monat|month[- ](?:to|by)[- ]month|(?:(?<=\\d |\\dk |"
                    + "\\d[,.]\\d{3} )an?|per|pro|par|por|al|each|every|"
                    + "jeden|cada|todo|tous les|chaque) (?:month|monat|mois|mes|year|jahr|an|ano|quarter))\\b");

    /** The contract that runs was made longer. */
    private static final Pattern EXTENDED = Pattern.compile(
            "(?<!to be |be |will be |wird |werden |sera )\\b(?:extend(?:s|ed)?|prolong(?:s|ed)?|renew(?:s|ed)|verlangert|prolongee?|"
                    + "renouvelee?|prorrogad[oa]|prorrog(?:o|aron|ou|aram)|"
                    + "renovad[oa]|renov(?:o|aron|ou|aram)|rinnovato|verlengd)\\b(?: [\\p{L}-]+){0,3}? (?:to|until|till|through|bis|"
                    + "jusqu'\\w+|hasta|ate|al|fino|tot)\\b");

    private static final Pattern THAT_DAY = Pattern.compile("\\bsign\\w* (?:on )?(?:that|the same) day\\b");
    private static final Pattern STATUS = Pattern.compile(
            "(?:->|→|=>|=|\\b(?:still|now|to|so|call it|say|make (?:it|that)|expect(?:ing|ed)?|jetzt|nun|neu|sondern(?: am| zum)?|"
                    + "maintenant|desormais|plutot|ahora|sino(?: el)?|agora|e sim|mas sim)|:)\\s*$");
    private static final Pattern INSTEAD = Pattern.compile(
            "\\b(?:instead of|rather than|not|nicht|statt|anstatt|au lieu du|en vez del?|em vez de|was|originally|had|plutot qu[e']|piuttosto (?:che|del)|anziche|invece (?:del|che)|no "
                    + "longer|moved from|pas|nao|no|nao e|ne|niet|non|inte|em lugar d[eo]|en lugar del?|anstelle(?: von)?)(?: (?:on|"
                    + "the|by|in|at|until|end of|am|im|den|dem|de|du|le|la|el|em|en|au|e|op))*\\s?$");
    /** The day that a sale leaves behind: "from 3 May to 9 May". A contract begins from a day. */
    private static final Pattern LEFT =
            Pattern.compile("\\b(?:from|von|vom|de|du|desde|del|do|da)(?: (?:the|den|le|el))?\\s?$");

    /** So much later than what? The record's own day is not said. */
    private static final Pattern LATER = Pattern.compile("\\b(?:later|spater|plus tard|mas tarde|depois|despues)$");

    private static final Pattern OTHER_END = Pattern.compile(
            "\\b(?:trial|pilot\\w*|poc|offers?|quot\\w+|proposals?|angebot\\w*|offerte|devis|oferta|propuesta|proposta|test\\w*|"
                    + "certificat\\w*|probe\\w*|prices?)\\b");
    private static final Pattern TERM_FROM =
            Pattern.compile("^[\\w-]{1,12} (?:months?|years?) from (?!now|today|tomorrow|sign|then|that).*");
    private static final Pattern UNCHANGED = Pattern.compile(
            "\\b(?:still|unchanged|as planned|stays|remains|weiterhin|nach wie vor|bleibt|toujours|reste|sigue|todavia|ainda|continua|"
                    + "mantem)\\b");
    private static final Pattern AWAY = Pattern.compile(
            "\\b(?:(?:plant|factory|office|shop|site|school|store|warehouse|clinic|hotel|werk|buro|praxis|betrieb|usine|bureau|planta|"
                    + "oficina|fabrica|escritorio|loja)\\b[^.;]{0,24}\\b(?:clos\\w+|shut\\w*|geschlossen|ferme\\w*|cerrad\\w*|fechad\\w*)|"
                    + "(?:fiscal|financial) year|geschaftsjahr|exercice|ejercicio|ano fiscal|rival\\w*|competitor\\w*|incumbent|"
                    + "their (?:current|old) "
                    + "(?:contract|vendor|provider|supplier)|current contract with|retir\\w*|on leave|vacation|holiday|out of office|"
                    + "is out(?! of the)|travelling|traveling|maternity|back from|urlaub|conge)\\b");

    private static final List<String> FIELDS =
            List.of("deal_expected_signing_date", "deal_start_date", "deal_end_date", "deal_signing_date");

    @Override
    public void read(Reading reading) {
        for (var statement : reading.aboutDeals()) {
            if (statement.company == null || !statement.firm() || reading.taken.contains(statement)) {
                continue;
            }
            statement.dates.forEach(date -> date(reading, statement, date));
            if (statement.has(THAT_DAY)) {
                lastDate(reading, statement).ifPresent(date -> sign(reading, statement, date));
            }
            term(reading, statement);
        }
    }

    /** No day: some time after it, or told of what has been. */
    private static final Pattern AFTER = Pattern.compile(
            "\\b(?:after|nach|apres|despues de(?:l)?|tras|depois d[aeo]|apos|dopo)(?: (?:the|dem|le|la|el|o|a|easter|"
                    + "den))?(?: holidays?)? ?$");

    private static final Pattern TOLD_OF = Pattern.compile(
            "\\b(?:was|were|had|did|done|held|came|told|said|signed off|spoke|met|called|saw|gave|got|went|sent|visited|asked|wrote|"
                    + "emailed|war|"
                    + "hatte|sagte|a dit|dijo|disse)\\b(?![^.;]*\\b(?:to|will|sign\\w*|clos\\w+|decid\\w+|would|by|for|until|"
                    + "target\\w*|"
                    + "unterschr\\w*|abschl\\w*|wird|wollen|signer\\w*|firma\\w*|assin\\w*|fech\\w*|push\\w*|mov\\w+|slip\\w*|"
                    + "start\\w*|live)\\b)[^.;]*$");

    private static boolean gone(Statement statement, FoundDate date) {
        var clause = statement.clause(date.span());
        return AFTER.matcher(statement.before(date.span(), 24)).find()
                || !date.period()
                        && !date.past().equals(date.date())
                        && TOLD_OF.matcher(statement.between(
                                        clause.start(), date.span().start()))
                                .find();
    }

    private void date(Reading reading, Statement statement, FoundDate date) {
        var role = DateRoles.of(statement, date);
        if (gone(statement, date)) {
            return;
        }
        if (Clauses.denied(statement, date.span())
                        && !statement.before(date.span(), 12).contains("before")
                || AWAY.matcher(statement.clauseText(date.span())).find()) {
            return;
        }
        var lead = statement.before(date.span(), 24);
        boolean leaves = (role == DateRoles.Role.SIGN || statement.has(DateRoles.SHIFT))
                && LEFT.matcher(lead).find();
        if (leaves
                || LATER.matcher(statement.between(
                                date.span().start(), date.span().end()))
                        .find()
                || INSTEAD.matcher(lead).find()
                || spanOfTerm(reading, statement, date)) {
            return;
        }
        switch (role) {
            case SIGN -> sign(reading, statement, date);
            case START -> set(reading, statement, date, "deal_start_date");
            case END -> end(reading, statement, date);
            case NONE -> {
                if (STATUS.matcher(statement.before(date.span(), 10)).find()
                        && !reading.message.fromOutside()
                        && statement.folded.length() < 120) {
                    sign(reading, statement, date);
                } else if (!reading.message.fromOutside()) {
                    corrected(reading, statement, date);
                }
            }
            case OTHER -> {}
        }
    }

    /** "24 months from 1 July" is a begin and an end, not a day two years later. */
    private boolean spanOfTerm(Reading reading, Statement statement, FoundDate date) {
        var words = statement.between(date.span().start(), date.span().end());
        var term = TERM_FROM.matcher(words).matches() ? Terms.in(words) : Optional.<java.time.Period>empty();
        if (term.isEmpty() || !statement.firm()) {
            return false;
        }
        var start = date.date().minus(term.get());
        set(reading, statement, new FoundDate(date.span(), start, start, false), "deal_start_date");
        var end = date.date().minusDays(1);
        set(reading, statement, new FoundDate(date.span(), end, end, false), "deal_end_date");
        return true;
    }

    /** "Not 3 May, 9 May": which date it is says the one that the record has. */
    private void corrected(Reading reading, Statement statement, FoundDate date) {
        var wrong = statement.dates.stream()
                .filter(other -> other != date)
                .filter(other -> GIVEN_UP.matcher(statement.after(other.span(), 20))
                                .find()
                        || INSTEAD.matcher(statement.before(other.span(), 24)).find()
                        || Clauses.denied(statement, other.span()))
                .map(FoundDate::date)
                .toList();
        if (wrong.isEmpty()) {
            beside(reading, statement, date);
            return;
        }
        var field = open(reading, statement).flatMap(deal -> FIELDS.stream()
                .filter(name -> wrong.contains(deal.date(name)))
                .findFirst());
        field.ifPresentOrElse(name -> set(reading, statement, date, name), () -> dayGivenUp(reading, statement, date));
    }

    private static final Pattern DAY_GIVEN_UP = Pattern.compile(
            "^,? (?:\\(?)(?:not|instead of|rather than|and not|statt|anstatt|nicht|und nicht|plutot qu[e']|au lieu d[eu]|et non|pas|en vez d\\w+|"
                    + "y no|no|em vez d\\w+|e nao|nao|invece d\\w+|anziche|non) ?(?:on |am |vom |the |den |dem |le |el |o |il |l'|dia )*"
                    + "(\\d{1,2})(?:st|nd|rd|th|\\.|er)?(?![\\d.,%:/k])");

    /** The day that the record has stands beside it, and no other: this one takes its place. */
    private void beside(Reading reading, Statement statement, FoundDate date) {
        if (date.date().isBefore(reading.message.day())) {
            return;
        }
        dayGivenUp(reading, statement, date);
        if (statement.dates.size() == 2 && written(statement, date)) {
            statement.dates.stream()
                    .filter(other -> other != date
                            && written(statement, other)
                            && DateRoles.of(statement, other) != DateRoles.Role.OTHER)
                    .forEach(other -> replace(reading, statement, date, other.date()::equals));
        }
    }

    /** "The 24th rather than the 17th": the day of the month says which one is given up. */
    private static void dayGivenUp(Reading reading, Statement statement, FoundDate date) {
        var day = DAY_GIVEN_UP.matcher(statement.after(date.span(), 40));
        if (day.find()) {
            int number = Integer.parseInt(day.group(1));
            replace(reading, statement, date, planned -> planned.getDayOfMonth() == number);
        }
    }

    /** In the one open deal of the account that is planned for that day. */
    private static void replace(Reading reading, Statement statement, FoundDate date, Predicate<LocalDate> given) {
        var deals = reading.of(statement.company, "deal").stream()
                .filter(deal -> Deals.open(deal)
                        && deal.date("deal_expected_signing_date") != null
                        && given.test(Objects.requireNonNull(deal.date("deal_expected_signing_date"))))
                .toList();
        if (deals.size() == 1) {
            reading.update(deals.getFirst(), statement.span())
                    .set("deal_expected_signing_date", date.date().toString(), reading.evidence(date.span()), 0.85);
        }
    }

    /** With a number, not as a weekday or as today. */
    private static boolean written(Statement statement, FoundDate date) {
        return statement
                .between(date.span().start(), date.span().end())
                .matches("(?s).*\\d.*|.*\\b(?:end|ende|fin|fim|fine|mid|mitte)\\b.*");
    }

    private void sign(Reading reading, Statement statement, FoundDate date) {
        var deal = Deals.choose(reading, statement, Deals.Purpose.SALE);
        var planned = deal.map(found -> found.date("deal_expected_signing_date"));
        if (date.period()
                && statement.has(UNCHANGED)
                && planned.filter(day -> YearMonth.from(day).equals(YearMonth.from(date.date())))
                        .isPresent()) {
            return;
        }
        boolean isWon = deal.flatMap(found -> reading.drafts.stream()
                        .filter(draft -> found.sameAs(draft.record) && "won".equals(draft.value("stage")))
                        .findFirst())
                .isPresent();
        if (deal.isEmpty() || isWon || !Deals.open(deal.get()) || !date.date().isAfter(reading.message.day())) {
            return;
        }
        set(reading, statement, date, "deal_expected_signing_date");
    }

    /** An end is written where a term or a contract is spoken of, not where somebody means to stop. */
    private void end(Reading reading, Statement statement, FoundDate date) {
        boolean told = !reading.message.fromOutside()
                || statement.dates.stream().anyMatch(other -> DateRoles.of(statement, other) == DateRoles.Role.START);
        boolean cancelling = statement.has(
                Pattern.compile("\\b(?:cancel\\w*|kundig\\w*|notice|terminat\\w*|resili\\w*|disdett\\w*)\\b"));
        cancelling |= OTHER_END.matcher(statement.clauseText(date.span())).find();
        if (!cancelling && told) {
            set(reading, statement, date, "deal_end_date");
        }
    }

    private void set(Reading reading, Statement statement, FoundDate date, String field) {
        var purpose = field.equals("deal_expected_signing_date") ? Deals.Purpose.SALE : Deals.Purpose.CONTRACT;
        var deal = open(reading, statement).or(() -> Deals.choose(reading, statement, purpose));
        if (deal.isPresent()
                && !Deals.open(deal.get())
                && !field.equals("deal_expected_signing_date")
                && deal.get().text(field) != null
                && !(field.equals("deal_end_date") && statement.has(EXTENDED))
                && Deals.renewing(reading, statement)) {
            return;
        }
        deal.ifPresent(found -> reading.update(found, statement.span())
                .set(field, date.date().toString(), reading.evidence(date.span()), date.period() ? 0.8 : 0.9));
    }

    private static Optional<KnownRecord> open(Reading reading, Statement statement) {
        return Deals.choose(reading, statement, Deals.Purpose.SALE);
    }

    /** "24 months from 1 December": the term gives the end. */
    private void term(Reading reading, Statement statement) {
        var term = Terms.in(RATE.matcher(dev.windrose.llm.language.Fold.inPlace(statement.raw))
                        .replaceAll(" "))
                .filter(found -> found.getDays() == 0);
        if (term.isEmpty()) {
            return;
        }
        var draft = open(reading, statement).flatMap(deal -> reading.drafts.stream()
                .filter(found -> deal.sameAs(found.record) && found.has("deal_start_date"))
                .findFirst());
        if (draft.isEmpty() || draft.get().has("deal_end_date")) {
            return;
        }
        var start = LocalDate.parse(String.valueOf(draft.get().value("deal_start_date")));
        draft.get()
                .set(
                        "deal_end_date",
                        start.plus(term.get()).minusDays(1).toString(),
                        reading.evidence(statement.span()),
                        0.8);
    }

    private static Optional<FoundDate> lastDate(Reading reading, Statement statement) {
        return reading.statements.subList(0, reading.statements.indexOf(statement) + 1).stream()
                .flatMap(other -> other.dates.stream())
                .reduce((first, second) -> second);
    }
}
