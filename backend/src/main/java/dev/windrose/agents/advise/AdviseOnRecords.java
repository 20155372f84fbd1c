package dev.windrose.agents.advise;

import dev.windrose.records.RecordData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Quotes that run out, objections without an answer, trouble during a negotiation, champions who are gone. */
@Component
class AdviseOnRecords implements AdviceRule {

    private static final int QUOTE_DAYS = 14;
    private static final Set<String> LATE = Set.of("proposal", "negotiation");
    private static final Set<String> GRAVE = Set.of("high", "urgent");
    private static final Set<String> TROUBLE = Set.of("bug", "outage", "complaint", "billing", "access");
    private static final Set<String> GONE = Set.of("bounced");

    @Override
    public Stream<Advice> of(Facts facts) {
        return Stream.of(quotes(facts), objections(facts), issues(facts), champions(facts))
                .flatMap(found -> found);
    }

    private static Stream<Advice> quotes(Facts facts) {
        return facts.quotes().stream()
                .flatMap(quote -> facts.company(quote).stream().flatMap(company -> {
                    LocalDate until = Facts.date(quote, "valid_until");
                    if (until == null
                            || until.isBefore(facts.today())
                            || until.isAfter(facts.today().plusDays(QUOTE_DAYS))) {
                        return Stream.<Advice>of();
                    }
                    long left = ChronoUnit.DAYS.between(facts.today(), until);
                    return Stream.of(Draft.of(facts, "quote_runs_out", quote, company)
                            .of(deal(facts, quote.reference("deal_id")))
                            .cause(until)
                            .urgency(left <= 3 ? 3 : 2)
                            .due(until)
                            .says(
                                    "Ask %s about the quote".formatted(company.title()),
                                    left == 0
                                            ? "%s runs out today and is not answered.".formatted(quote.title())
                                            : "%s runs out in %s and is not answered."
                                                    .formatted(quote.title(), Draft.days(left)),
                                    "Ask %s about %s".formatted(company.title(), quote.title())));
                }));
    }

    private static Stream<Advice> objections(Facts facts) {
        return facts.objections().stream()
                .filter(objection -> objection.text("response") == null)
                .flatMap(objection -> facts.company(objection).stream().flatMap(company -> {
                    var deal = Optional.ofNullable(deal(facts, objection.reference("deal_id")))
                            .or(() -> facts.openDeals(company.id()).findFirst())
                            .filter(one -> "open".equals(one.text("deal_state")));
                    return deal.stream().map(one -> Draft.of(facts, "objection_open", objection, company)
                            .of(one)
                            .contact(objection.reference("contact_id"))
                            .urgency(LATE.contains(String.valueOf(one.text("stage"))) ? 2 : 1)
                            .from(objection, objection.text("text"))
                            .from(one, null)
                            .says(
                                    "Answer the objection of %s".formatted(company.title()),
                                    "It has been open for %s and has no answer, while %s goes on."
                                            .formatted(
                                                    Draft.days(ChronoUnit.DAYS.between(
                                                            facts.day(objection.createdAt()), facts.today())),
                                                    one.title()),
                                    "Answer: " + shortened(objection.text("text"))));
                }));
    }

    private static Stream<Advice> issues(Facts facts) {
        return facts.issues().stream()
                .filter(issue -> GRAVE.contains(String.valueOf(issue.text("priority")))
                        || TROUBLE.contains(String.valueOf(issue.text("issue_type"))))
                .flatMap(issue -> facts.company(issue).stream()
                        .flatMap(company -> facts
                                .openDeals(company.id())
                                .filter(deal -> LATE.contains(String.valueOf(deal.text("stage"))))
                                .findFirst()
                                .map(deal -> Draft.of(facts, "trouble_in_negotiation", issue, company)
                                        .of(deal)
                                        .urgency(GRAVE.contains(String.valueOf(issue.text("priority"))) ? 3 : 2)
                                        .from(issue, null)
                                        .from(deal, null)
                                        .says(
                                                "Settle the issue before going on with " + deal.title(),
                                                "\"%s\" is not resolved, and the deal is in the stage %s."
                                                        .formatted(issue.title(), deal.text("stage")),
                                                "Speak with %s about: %s".formatted(company.title(), issue.title())))
                                .stream()));
    }

    private static Stream<Advice> champions(Facts facts) {
        return facts.contacts().stream().flatMap(champion -> facts.company(champion).stream()
                .flatMap(company -> facts.openDeals(company.id()).findFirst().stream()
                        .flatMap(deal -> gone(facts, champion, company)
                                .map(why -> why.of(deal)
                                        .contact(champion.id())
                                        .urgency(2)
                                        .from(deal, null)
                                        .says(
                                                "Find another champion at " + company.title(),
                                                "%s, who spoke for us, seems to be gone.".formatted(champion.title()),
                                                "Find another champion for " + deal.title()))
                                .stream())));
    }

    /** Mails to them come back, or somebody wrote that they have left. */
    private static Optional<Draft> gone(Facts facts, RecordData champion, RecordData company) {
        if (GONE.contains(String.valueOf(champion.text("suppression_reason")))) {
            return Optional.of(
                    Draft.of(facts, "champion_gone", champion, company).from(champion, null));
        }
        String first = champion.title().strip().split("\\s+")[0];
        var left = Pattern.compile(
                "\\b%s\\b[^.!?]{0,40}\\b(has left|left the company|is leaving|no longer (works|with)|resigned|handed in (his|her|their) notice)"
                        .formatted(Pattern.quote(first)),
                Pattern.CASE_INSENSITIVE);
        return facts.interactions(company.id())
                .flatMap(one -> Sentences.of(one.text("body"))
                        .filter(sentence -> left.matcher(sentence).find())
                        .map(sentence -> Draft.of(facts, "champion_gone", champion, company)
                                .cause(one.id())
                                .from(one, sentence)))
                .findFirst();
    }

    static @Nullable RecordData deal(Facts facts, @Nullable UUID id) {
        return facts.deals().stream()
                .filter(deal -> deal.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    static String shortened(@Nullable String text) {
        String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return line.length() <= 120 ? line : line.substring(0, 117) + "…";
    }
}
