package dev.windrose.agents.advise;

import dev.windrose.records.RecordData;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What open deals lack, and contracts that end. */
@Component
class AdviseOnDeals implements AdviceRule {

    /** A stage of which fewer stays have ended has no usual time. */
    private static final int ENOUGH_STAYS = 5;

    private static final int LONG = 30;
    private static final int SOON_ENDS = 90;
    private static final Set<String> LATE = Set.of("proposal", "negotiation");

    @Override
    public Stream<Advice> of(Facts facts) {
        return Stream.of(
                        facts.openDeals().flatMap(deal -> facts.company(deal).stream()
                                .flatMap(company -> step(facts, deal, company))),
                        facts.openDeals().flatMap(deal -> facts.company(deal).stream()
                                .flatMap(company -> stalled(facts, deal, company))),
                        facts.openDeals().flatMap(deal -> facts.company(deal).stream()
                                .flatMap(company -> unsigned(facts, deal, company))),
                        facts.deals().stream().flatMap(deal -> facts.company(deal).stream()
                                .flatMap(company -> renewal(facts, deal, company))))
                .flatMap(found -> found);
    }

    private static Stream<Advice> step(Facts facts, RecordData deal, RecordData company) {
        if (deal.masked().contains("next_step") || deal.masked().contains("next_step_due")) {
            return Stream.of();
        }
        String step = deal.text("next_step");
        if (step == null || step.isBlank()) {
            return Stream.of(Draft.of(facts, "no_next_step", deal, company)
                    .cause(deal.text("stage"))
                    .urgency(LATE.contains(String.valueOf(deal.text("stage"))) ? 2 : 1)
                    .says(
                            "Agree on a next step for " + deal.title(),
                            "The deal is open and has no next step.",
                            "Agree on a next step for " + deal.title()));
        }
        var due = Facts.date(deal, "next_step_due");
        if (due == null || !due.isBefore(facts.today())) {
            return Stream.of();
        }
        long late = ChronoUnit.DAYS.between(due, facts.today());
        return Stream.of(Draft.of(facts, "next_step_late", deal, company)
                .cause(step + due)
                .urgency(late > 7 ? 3 : 2)
                .due(due)
                .from(deal, step)
                .says(
                        "Do the next step: " + step,
                        "It was due %s ago.".formatted(Draft.days(late)),
                        step + " (" + deal.title() + ")"));
    }

    private static Stream<Advice> stalled(Facts facts, RecordData deal, RecordData company) {
        var entered = facts.entered().get(deal.id());
        var usual = facts.stage(deal);
        if (entered == null || usual.stays() < ENOUGH_STAYS) {
            return Stream.of();
        }
        long stays = ChronoUnit.DAYS.between(facts.day(entered), facts.today());
        if (stays <= usual.usualDays() || stays < 7) {
            return Stream.of();
        }
        return Stream.of(Draft.of(facts, "stalled", deal, company)
                .cause(deal.text("stage") + entered)
                .urgency(stays > 2L * usual.usualDays() ? 2 : 1)
                .says(
                        "Move %s on or close it".formatted(deal.title()),
                        "It has been in the stage %s for %s. Three of four of our deals left it within %s (%d stays)."
                                .formatted(
                                        deal.text("stage"),
                                        Draft.days(stays),
                                        Draft.days(usual.usualDays()),
                                        usual.stays()),
                        "Decide how %s goes on".formatted(deal.title())));
    }

    private static Stream<Advice> unsigned(Facts facts, RecordData deal, RecordData company) {
        var expected = Facts.date(deal, "deal_expected_signing_date");
        if (expected == null || !expected.isBefore(facts.today())) {
            return Stream.of();
        }
        return Stream.of(Draft.of(facts, "signing_passed", deal, company)
                .cause(expected)
                .urgency(2)
                .due(expected)
                .says(
                        "Ask when %s will be signed".formatted(deal.title()),
                        "It was expected to be signed %s ago and is still open."
                                .formatted(Draft.days(ChronoUnit.DAYS.between(expected, facts.today()))),
                        "Ask when %s will be signed".formatted(deal.title())));
    }

    private static Stream<Advice> renewal(Facts facts, RecordData deal, RecordData company) {
        var ends = Facts.date(deal, "deal_end_date");
        if (!"won".equals(deal.text("deal_state"))
                || ends == null
                || ends.isBefore(facts.today())
                || ends.isAfter(facts.today().plusDays(SOON_ENDS))) {
            return Stream.of();
        }
        var product = deal.reference("product_id");
        boolean inHand =
                facts.openDeals(company.id()).anyMatch(open -> Objects.equals(open.reference("product_id"), product));
        boolean renewed = facts.deals().stream()
                .anyMatch(other -> "won".equals(other.text("deal_state"))
                        && company.id().equals(other.reference("company_id"))
                        && Objects.equals(other.reference("product_id"), product)
                        && Facts.date(other, "deal_end_date") instanceof java.time.LocalDate later
                        && later.isAfter(ends));
        if (inHand || renewed) {
            return Stream.of();
        }
        long left = ChronoUnit.DAYS.between(facts.today(), ends);
        return Stream.of(Draft.of(facts, "renewal_near", deal, company)
                .cause(ends)
                .urgency(left <= LONG ? 3 : left <= 2 * LONG ? 2 : 1)
                .due(ends)
                .says(
                        "Talk to %s about renewing".formatted(company.title()),
                        "%s ends in %s and no open deal follows it.".formatted(deal.title(), Draft.days(left)),
                        "Talk to %s about renewing %s".formatted(company.title(), deal.title())));
    }
}
