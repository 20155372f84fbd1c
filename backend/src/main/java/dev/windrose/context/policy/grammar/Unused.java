package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A word that was understood but has no place in the rule keeps the clause from becoming one. */
final class Unused {

    private static final Map<Kind, Fact> ANNOUNCED = Map.of(
            Kind.COMPETE, Fact.COMPETITOR,
            Kind.PLANWORD, Fact.PLAN,
            Kind.INDUSTRYWORD, Fact.INDUSTRY,
            Kind.REGIONWORD, Fact.REGION,
            Kind.COUNTRYWORD, Fact.COUNTRY,
            Kind.SEGMENTWORD, Fact.SEGMENT,
            Kind.PRODUCTWORD, Fact.PRODUCT,
            Kind.LEAVE, Fact.STAGE_FROM);
    private static final Set<Fact> MEASURED = Set.of(
            Fact.NET_TERMS_DAYS,
            Fact.REFUND_PERCENT,
            Fact.REFUND_AMOUNT,
            Fact.ANNUAL_REVENUE,
            Fact.LIABILITY_CAP,
            Fact.HOURS_WAITING,
            Fact.QUANTITY,
            Fact.COMPANY_SIZE,
            Fact.LIST_PRICE,
            Fact.FREE_MONTHS,
            Fact.CUSTOMER_MONTHS,
            Fact.NOTICE_DAYS,
            Fact.UPTIME_PERCENT,
            Fact.MARGIN_PERCENT,
            Fact.PRICE_INCREASE_PERCENT,
            Fact.HEALTH_SCORE);

    private static final Set<Fact> TOLD = Set.of(Fact.DAYS_SINCE_PURCHASE, Fact.CONTRACT_MONTHS, Fact.UNIT_PRICE);

    private Unused() {}

    static void check(Draft draft, Outcome outcome) {
        var used = new TreeSet<Fact>();
        Stream.of(draft.main, draft.except, draft.only)
                .flatMap(zone -> zone.stream())
                .map(Condition::facts)
                .forEach(used::addAll);
        ANNOUNCED.forEach((word, fact) -> {
            boolean placed = fact == Fact.COUNTRY || fact == Fact.REGION
                    ? used.contains(Fact.COUNTRY) || used.contains(Fact.REGION) || used.contains(Fact.DATA_LOCATION)
                    : used.contains(fact);
            if (draft.has(word) && !placed) {
                draft.fails("Which %s is meant is not said.".formatted(fact.label()));
            }
        });
        for (var noun : draft.nouns) {
            if ((MEASURED.contains(noun) || noun.own()) && !used.contains(noun)) {
                draft.fails("What is asked of %s is not said.".formatted(noun.label()));
            } else if (TOLD.contains(noun) && !used.contains(noun) && !used.contains(Fact.TRIAL_DAYS)) {
                draft.warnings.add("\"%s\" has no place in the rule.".formatted(noun.label()));
            }
        }
        zones(draft, outcome, used);
    }

    private static void zones(Draft draft, Outcome outcome, Set<Fact> used) {
        if (draft.has(Kind.EXCEPT, Kind.UNLESS)
                && draft.except.isEmpty()
                && draft.exceptRoles.isEmpty()
                && draft.fields.isEmpty()
                && draft.chunks.stream().noneMatch(chunk -> chunk.value().equals("exception"))) {
            draft.fails("What is excepted is not clear.");
        }
        boolean data =
                draft.acts.contains("share_data") || draft.acts.contains("delete") || used.contains(Fact.DATA_LOCATION);
        if (draft.has(Kind.DATA) && !data) {
            draft.fails("What is done with the data is not clear.");
        }
        senses(draft, outcome, used);
    }

    private static void senses(Draft draft, Outcome outcome, Set<Fact> used) {
        boolean gives = outcome instanceof Outcome.Route || outcome instanceof Outcome.PercentOff;
        if (gives && draft.has(Kind.ONLY, Kind.WITHOUT, Kind.UNTIL)) {
            draft.fails("What \"only\" or \"without\" means here is not clear.");
        }
        long denials = draft.chunks.stream()
                .filter(chunk -> chunk.is(Kind.NEG) && chunk.value().equals("-"))
                .count();
        if (denials > 1) {
            draft.fails("It denies twice.");
        }
        boolean companies = draft.has(Kind.SUBJECT, Kind.INDUSTRYWORD, Kind.SELL, Kind.DEALWORD, Kind.ELSE, Kind.DATA)
                || !draft.acts.isEmpty();
        if (used.contains(Fact.INDUSTRY)
                && !companies
                && !(outcome instanceof Outcome.PercentOff)
                && !(outcome instanceof Outcome.Route)) {
            draft.warnings.add("An industry is read as that of the customer.");
        }
        if (draft.has(Kind.COST)
                && !(outcome instanceof Outcome.Floor)
                && !(outcome instanceof Outcome.PercentOff)
                && !used.contains(Fact.UNIT_PRICE)
                && !used.contains(Fact.LIST_PRICE)
                && !draft.has(Kind.FULL, Kind.SELL)) {
            draft.fails("Which price is meant is not said.");
        }
        words(draft, outcome, used);
        stages(draft, outcome, used);
    }

    /** Words that only some outcomes have a place for. */
    private static void words(Draft draft, Outcome outcome, Set<Fact> used) {
        boolean needs =
                outcome instanceof Outcome.Missing || outcome instanceof Outcome.Allow && !draft.fields.isEmpty();
        boolean agreed = outcome instanceof Outcome.Approval && draft.has(Kind.ONLY, Kind.WITHOUT, Kind.UNLESS);
        if (!needs && !agreed && draft.has(Kind.FILL)) {
            draft.warnings.add("A word that says what is there has no place in the rule.");
        }
        if (!needs && draft.has(Kind.UNTIL, Kind.BEFORE)) {
            draft.warnings.add("When it has to happen has no place in the rule.");
        }
        if (draft.has(Kind.STORED) && !used.contains(Fact.DATA_LOCATION)
                || !needs && draft.has(Kind.ENTER, Kind.LEAVE)) {
            draft.warnings.add("A verb has no place in the rule.");
        }
        if (draft.chunks.stream()
                .anyMatch(chunk -> chunk.is(Kind.SUBJECT) && chunk.value().equals("special"))) {
            draft.warnings.add("What is asked for is read as any request.");
        }
    }

    private static void stages(Draft draft, Outcome outcome, Set<Fact> used) {
        boolean stage = used.contains(Fact.STAGE_TO) || used.contains(Fact.STAGE_FROM);
        if (stage && !(outcome instanceof Outcome.Missing) && !(outcome instanceof Outcome.Allow)) {
            draft.warnings.add("A stage is read as the one that the deal is moved to.");
        }
        if (outcome instanceof Outcome.Refuse && draft.has(Kind.STAGEWORD) && !stage) {
            draft.fails("Which stage is meant is not said.");
        }
    }
}
