package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stages follow where the message says so or reports the step; a verbal yes moves nothing. */
final class ReadStage implements Grammar {

    private static final Pattern TO_COME = Pattern.compile(
            "\\b(?:comes|kommt|arrives|vient|viene|vem|aim\\w*|tr(?:y|ies|ying) to|looking to|have it|get it|have this|get this|"
                    + "promis\\w+|likely|soon|"
                    + "close to|almost|nearly|intend\\w*|not|bevor|avant|antes|kurz vor|fast|quer|querem|vai|vao|va a|"
                    + "van a|prevue?s?|prevista|previsto|geplant|gaat|zal|will|'ll|going to|to be|to get|wants? to|wanted to|plan\\w*|"
                    + "expect\\w*|should|shall|hop(?:e|ing|es)|"
                    + "would|could|can|until|till|before|once|after|when|ready|about to|wird|werden|soll\\w*|muss|needs?|"
                    + "has to|have to|must|gets?|getting|wants?|need|want|"
                    + "for signature|sera|seront|doit|va|vont|sara|moet|ska|tomorrow|assum\\w+|supposed to|waiting|"
                    + "verbal\\w*|asap|as if)\\b");
    /** Before a command only these put it off; "can you" and "please" do not. */
    private static final Pattern LATER = Pattern.compile(
            "\\b(?:will|'ll|going to|wants? to|wanted to|should|would|hop(?:e|ing|es)|expect\\w*|plan\\w*|until|"
                    + "before|once|when|asked (?:us )?to|wird|soll\\w*)\\b");

    private static final Pattern REOPENED =
            Pattern.compile("\\b(?:set|move[ds]?|put|change[ds]?|back|reopen\\w*|not signed|revert|mark)\\b");
    private static final Pattern TO_COME_AFTER = Pattern.compile(
            "^ (?:wird|werden|werde|will|tomorrow|next|morgen|sobald|worden|by (?:the )?(?:end|\\d|mon|tue|wed|"
                    + "thu|fri)|soon|copy (?:to|by)|once)");
    static final Pattern BACK = Pattern.compile(
            "\\b(?:back (?:to )?where it was|put (?:it|the deal|this|that) back|revert|undo|reopen|rueckgangig|"
                    + "ruckgangig|remettre|volver a)\\b");
    private static final Pattern SIGNING = Pattern.compile(
            "\\b(?:verbal\\w*|sign\\w*|unterschr\\w*|unterzeichn\\w*|firm[aeo]\\w*|assin\\w*|teken\\w*)\\b");
    private static final Pattern PRIZE = Pattern.compile(
            "^ (?:the|an?|their|its|his|her|first|second|third|two|three) (?!\\w*deal|tender|contract|order|account|bid|business|"
                    + "project|pitch|job|opp|customer|client|renewal|work|one\\b|lot|mandate)\\p{L}+");
    /** What a head says is less sure than what a word says. */
    private static final double CAUTION = 0.8;

    @Override
    public void read(Reading reading) {
        for (var statement : reading.aboutDeals()) {
            if (statement.company == null
                    || !statement.firm() && !returned(statement)
                    || reading.taken.contains(statement)) {
                continue;
            }
            back(reading, statement);
            explicit(reading, statement);
            won(reading, statement);
            lost(reading, statement);
            reported(reading, statement);
            dayTold(reading, statement);
        }
        reading.statements.stream()
                .filter(statement -> statement.company != null
                        && statement.dates.stream()
                                .noneMatch(date -> date.past().isAfter(reading.message.day()))
                        && !reading.taken.contains(statement)
                        && !spoken(statement))
                .forEach(statement -> meant(reading, statement));
    }

    private static boolean returned(Statement statement) {
        return statement.has(BACK) && !statement.is(Mode.OFF_RECORD);
    }

    private void back(Reading reading, Statement statement) {
        if (!statement.has(BACK) || reading.message.fromOutside()) {
            return;
        }
        Deals.choose(reading, statement, Deals.Purpose.CONTRACT)
                .ifPresent(deal -> former(deal).ifPresent(stage -> reading.update(deal, statement.span())
                        .set("stage", stage, reading.evidence(statement.span()), 0.85)));
    }

    /** The stage before the last change, from the history of the deal. */
    private static Optional<String> former(KnownRecord deal) {
        if (!(deal.fields().get("change_history") instanceof List<?> history)) {
            return Optional.empty();
        }
        return history.stream()
                .filter(entry -> entry instanceof Map<?, ?> change
                        && "stage".equals(change.get("field"))
                        && Objects.equals(change.get("to"), deal.text("stage")))
                .map(entry -> Objects.toString(((Map<?, ?>) entry).get("from")))
                .reduce((first, second) -> second);
    }

    private void explicit(Reading reading, Statement statement) {
        if (reading.message.fromOutside() && !statement.has(Pattern.compile("\\bnegotiation"))) {
            return;
        }
        var match = StageCues.SET.matcher(statement.folded);
        while (match.find()) {
            var place = new Span(
                    match.start(1) + statement.span().start(),
                    match.end(1) + statement.span().start());
            var stage = StageCues.named(match.group(1));
            boolean risky = stage.equals("won") && reading.message.fromOutside();
            if (Clauses.denied(statement, place)
                    || risky
                    || DealGuards.wrong(statement, place)
                    || LATER.matcher(statement.between(
                                    statement.clause(place).start(),
                                    match.start() + statement.span().start()))
                            .find()
                    || quotedInside(statement, place)) {
                continue;
            }
            set(reading, statement, stage, place, 0.9, true);
            if (stage.equals("won")) {
                signed(reading, statement, place);
            } else if (stage.equals("lost")) {
                Deals.choose(reading, statement, Deals.Purpose.SALE)
                        .ifPresent(deal -> reason(reading, statement, place, deal));
            }
        }
    }

    private static boolean quotedInside(Statement statement, Span place) {
        return statement.between(place.start() - 1, place.start()).equals("\"")
                && statement.folded.contains("assistant");
    }

    private void won(Reading reading, Statement statement) {
        var cue = statement
                .find(StageCues.WON)
                .or(() -> reading.message.fromOutside()
                        ? Optional.empty()
                        : statement
                                .find(StageCues.WON_WORD)
                                .filter(place -> !prize(statement, place)
                                        && statement.moneys.stream()
                                                .noneMatch(money -> money.span().overlaps(place))));
        cue.filter(place -> happened(statement, place) && !rival(reading, statement, place))
                .filter(place -> !Clauses.denies(statement.between(place.start(), place.end())))
                .filter(place ->
                        Losses.in(reading, statement).filter(place::overlaps).isEmpty())
                .ifPresent(place -> {
                    if (set(reading, statement, "won", place, 0.9, false) || again(reading, statement, place)) {
                        signed(reading, statement, place);
                    }
                });
    }

    /** Said twice, the second time with its day. */
    private static boolean again(Reading reading, Statement statement, Span place) {
        return statement.dates.stream()
                        .anyMatch(date -> !date.period()
                                && date.span().distanceTo(place) < 20
                                && date.past().isBefore(reading.message.day()))
                && deal(reading, statement)
                        .filter(deal -> reading.drafts.stream()
                                .anyMatch(draft -> deal.sameAs(draft.record)
                                        && "won".equals(draft.value("stage"))
                                        && reading.message.day().toString().equals(draft.value("deal_signing_date"))))
                        .isPresent();
    }

    /** "won the derby", "won a medal": no sale. */
    private static boolean prize(Statement statement, Span place) {
        return PRIZE.matcher(statement.after(place, 30)).find();
    }

    /** "Somebody Else won the tender". */
    private static boolean rival(Reading reading, Statement statement, Span place) {
        if (!statement.between(place.start(), place.end()).matches("won|gewonnen|gagne|ganad[oa]|vinto")) {
            return false;
        }
        var match = Pattern.compile("(\\p{Lu}[\\p{L}]+) (?:just |has |have |already |finally )*$")
                .matcher(reading.text().substring(statement.span().start(), place.start()));
        return match.find()
                && !match.group(1).matches("We|I|Deal|Just|And|Have")
                && statement.companies.stream().noneMatch(mention -> mention.span()
                        .holds(match.start(1) + statement.span().start()));
    }

    private static boolean happened(Statement statement, Span place) {
        var before = statement.between(Math.max(statement.clause(place).start(), place.start() - 45), place.start());
        return !Clauses.denied(statement, place)
                && !TO_COME.matcher(before).find()
                && !TO_COME_AFTER.matcher(statement.after(place, 24)).find();
    }

    /** Signed without a day is signed on the day of the message, in a forwarded mail on the day of that mail. */
    private void signed(Reading reading, Statement statement, Span place) {
        var today = statement.part.written() != null ? statement.part.written() : reading.message.day();
        var day = statement.dates.stream()
                .filter(date -> !date.past().isAfter(today)
                        && !date.period()
                        && DateRoles.of(statement, date) != DateRoles.Role.START
                        && DateRoles.of(statement, date) != DateRoles.Role.END)
                .filter(date -> date.span().distanceTo(place) < 40)
                .sorted(java.util.Comparator.comparingInt(date -> date.span().distanceTo(place)))
                .map(FoundDate::past)
                .filter(past -> past.isAfter(today.minusMonths(6)))
                .filter(_ -> !JUST.matcher(statement.after(place, 30)).find())
                .findFirst()
                .orElse(today);
        deal(reading, statement).ifPresent(deal -> reading.update(deal, statement.span())
                .set("deal_signing_date", day.toString(), reading.evidence(statement.span()), 0.9));
    }

    private static final Pattern JUST = Pattern.compile(
            "^[^,.;]{0,10}\\b(?:just now|(?:an?|half an|\\d+|two|three|a few|some) (?:hours?|minutes?|mins?|moments?) ago|a moment ago|"
                    + "vor (?:einer|ein paar|\\d+|zwei|drei) (?:stunden?|minuten)|eben gerade|gerade eben|il y a (?:une|deux|\\d+) (?:heures?|"
                    + "minutes?)|hace (?:una|dos|\\d+) (?:horas?|minutos?)|ha (?:uma|duas|\\d+) (?:horas?|minutos?)|un'ora fa)\\b");
    private static final Pattern DID = Pattern.compile(
            "\\b(?:(?:did|signed|inked|executed) (?:it|so|that|both)|(?:it|that) (?:was|happened|came)|was (?:done|signed)|happened|"
                    + "electronically|via docusign|"
                    + "(?:das |es )?war(?: am)?|geschah|c'etait|c'est fait|fue|foi|lo hizo|la firmo|o firmo)\\b");

    /** "Signed. She did it on Tuesday": the day is told behind it. */
    private void dayTold(Reading reading, Statement statement) {
        int at = reading.statements.indexOf(statement);
        if (at < 1 || !statement.has(DID) || statement.dates.isEmpty()) {
            return;
        }
        var today = reading.message.day();
        reading.drafts.stream()
                .filter(draft -> draft.record != null
                        && "won".equals(draft.value("stage"))
                        && today.toString().equals(draft.value("deal_signing_date"))
                        && statement.company.id().equals(draft.record.companyId()))
                .findFirst()
                .ifPresent(draft -> statement.dates.stream()
                        .filter(date -> !date.period()
                                && date.past().isBefore(today)
                                && date.past().isAfter(today.minusMonths(1)))
                        .findFirst()
                        .ifPresent(date -> draft.set(
                                "deal_signing_date", date.past().toString(), reading.evidence(date.span()), 0.85)));
    }

    private static Optional<KnownRecord> deal(Reading reading, Statement statement) {
        return Deals.choose(reading, statement, Deals.Purpose.SALE);
    }

    private void lost(Reading reading, Statement statement) {
        Losses.in(reading, statement)
                .filter(place ->
                        happened(statement, place) && !thing(statement, place) && !saidBelow(reading, statement))
                .ifPresent(place -> {
                    if (set(reading, statement, "lost", place, 0.85, false)) {
                        deal(reading, statement).ifPresent(deal -> reason(reading, statement, place, deal));
                    }
                });
    }

    /** The product is named in the next sentence, which says it too. */
    private static boolean saidBelow(Reading reading, Statement statement) {
        int at = reading.statements.indexOf(statement);
        return statement.products.isEmpty()
                && at >= 0
                && reading.of(statement.company, "deal").stream()
                                .filter(Deals::open)
                                .count()
                        > 1
                && reading.statements.subList(at + 1, Math.min(reading.statements.size(), at + 3)).stream()
                        .anyMatch(other -> other.company != null
                                && other.company.sameAs(statement.company)
                                && !other.products.isEmpty()
                                && (Losses.in(reading, other).isPresent() || other.has(StageCues.SET)));
    }

    /** "lost two weeks", "lost the file": not the deal. */
    private static boolean thing(Statement statement, Span place) {
        boolean account = statement.companies.stream()
                .anyMatch(mention -> mention.span().start() >= place.end()
                        && statement
                                .between(place.end(), mention.span().start())
                                .matches(" (?:(?:a|o|an|the|la|le|el|das|die|den|our|with|at|as|us) ){0,2}"));
        return !account
                && (statement
                                .after(place, 24)
                                .matches(
                                        "^ (?:\\d|a |an |some|time|track|contact|access|data|two|three|his |her |their |my |"
                                                + "the (?!deal|opp)).*")
                        || statement.before(place, 14).matches(".*\\b(?:have|has|had|we've|not|or|all is) $")
                                && statement.before(place, 14).contains("all is"));
    }

    private void reason(Reading reading, Statement statement, Span place, KnownRecord deal) {
        LostReasons.of(reading, statement, place).ifPresent(span -> reading.update(deal, statement.span())
                .set("lost_reason", span.of(reading.text()), reading.evidence(span), 0.7));
    }

    private void reported(Reading reading, Statement statement) {
        for (var cue : StageCues.REPORTED) {
            if (reading.message.fromOutside() && !cue.getKey().equals("negotiation")) {
                continue;
            }
            statement
                    .find(cue.getValue())
                    .filter(place -> !Clauses.denies(statement.between(place.start(), place.end())))
                    .filter(place -> happened(statement, place) && !future(statement, place, reading.message.day()))
                    .ifPresent(place -> set(reading, statement, cue.getKey(), place, 0.85, false));
        }
    }

    /** Words of a step that the rules know, and would have taken if it were one. */
    private static boolean spoken(Statement statement) {
        return statement.has(StageCues.WON)
                || statement.has(StageCues.WON_WORD)
                || statement.has(Losses.LOST)
                || statement.has(StageCues.SET)
                || statement.has(SIGNING)
                || StageCues.REPORTED.stream().anyMatch(cue -> statement.has(cue.getValue()));
    }

    /** A step told in words that no rule knows, where the account has a deal that it can be said of. */
    private void meant(Reading reading, Statement statement) {
        boolean told = reading.drafts.stream()
                .anyMatch(draft -> draft.has("stage") && statement.company.sameAs(draft.company));
        boolean open = reading.of(statement.company, "deal").stream().anyMatch(Deals::open);
        if (told || !open || reading.message.fromOutside()) {
            return;
        }
        ByMeaning.fact(reading, statement, "stage", ByMeaning.LIKELY)
                .filter(likely -> !likely.value().equals("lead"))
                .filter(likely -> !likely.value().matches("won|lost") || likely.probability() >= ByMeaning.CERTAIN)
                .filter(likely -> set(
                        reading, statement, likely.value(), statement.span(), likely.probability() * CAUTION, false))
                .filter(likely -> likely.value().equals("won"))
                .ifPresent(_ -> signed(reading, statement, statement.span()));
    }

    private static boolean future(Statement statement, Span place, LocalDate today) {
        return statement.has(Pattern.compile("\\b(?:no[- ]?show|booked|scheduled|rescheduling|cancel\\w*)\\b"))
                || statement.dates.stream()
                        .anyMatch(date -> date.past().isAfter(today)
                                && date.date().isAfter(today)
                                && !date.period()
                                && statement.clause(place).holds(date.span())
                                && DateRoles.of(statement, date) == DateRoles.Role.NONE);
    }

    /** A reported step only moves a deal forward; only an explicit word moves it back or out of won and lost. */
    private boolean set(
            Reading reading, Statement statement, String stage, Span place, double confidence, boolean explicit) {
        var deal = deal(reading, statement);
        if (deal.isEmpty()
                || repeated(reading, deal.get(), stage)
                || !explicit && ByMeaning.cues(reading, statement).unreal() > ByMeaning.CERTAIN) {
            return false;
        }
        @Nullable String now = deal.get().text("stage");
        int from = StageCues.RANK.getOrDefault(now == null ? "lead" : now, 0);
        boolean forward = StageCues.RANK.getOrDefault(stage, 0) > from;
        boolean closed = !Deals.open(deal.get());
        if (!forward && !(explicit && !stage.equals(now)) || closed && !statement.has(REOPENED)) {
            return false;
        }
        reading.update(deal.get(), statement.span()).set("stage", stage, reading.evidence(place), confidence);
        return true;
    }

    /** What is signed stays signed for the rest of the message. */
    private static boolean repeated(Reading reading, KnownRecord deal, String stage) {
        return reading.drafts.stream()
                .filter(draft -> deal.sameAs(draft.record) && draft.has("stage"))
                .anyMatch(draft -> StageCues.RANK.getOrDefault(Objects.toString(draft.value("stage")), 0)
                        >= StageCues.RANK.getOrDefault(stage, 0));
    }
}
