package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of what kind a customer's trouble is, from what fails, is missing, wrongly billed, wished for or asked about. */
final class Troubles {

    private static final Lexicon FAILS = Lexicon.of("trouble");
    private static final Lexicon MAYBE = Lexicon.of("trouble maybe");
    private static final Lexicon UNABLE = Lexicon.of("unable");
    private static final Lexicon NOT = Lexicon.of("not");
    private static final Lexicon OPERATE = Lexicon.of("operate");
    private static final Lexicon DEAD = Lexicon.of("dead");
    private static final Lexicon EVERYBODY = Lexicon.of("everybody");
    private static final Lexicon NOBODY = Lexicon.of("nobody");
    private static final Lexicon BILLING = Lexicon.of("billing");
    private static final Lexicon DISCREPANCY = Lexicon.of("discrepancy");
    private static final Lexicon ACCESS = Lexicon.of("access");
    private static final Lexicon WISH = Lexicon.of("wish");
    private static final Lexicon ABILITY = Lexicon.of("ability");
    private static final Lexicon COMMERCIAL = Lexicon.of("commercial");
    private static final Lexicon HOW_TO = Lexicon.of("howto");
    private static final Lexicon ASKS = Lexicon.of("asks");
    private static final Lexicon TRAINING = Lexicon.of("training");
    private static final Lexicon LACKING = Lexicon.of("lacking");
    /** What we have billed and they have not paid is no complaint. */
    private static final Pattern OUR_BILL = Pattern.compile(
            "\\b(?:we|i|ich|wir|nous|je|nosotros|nos|eu) (?:have |'ve |haben |avons |hemos )?(?:sent|invoiced|billed|send|bill|invoice)|"
                    + "(?:un)?paid|overdue|bezahlt|paye\\w*|pagad[oa]|paga\\b|pago\\b|payment");

    private static final int NEAR = 40;

    /**
     * A trouble of the customer.
     *
     * @param sure that there is one; else the heads have to agree
     */
    record Trouble(String type, Span place, boolean sure) {}

    /** At the head of a clause it asks for something to be left alone. */
    private static final Pattern TOLD_NOT_TO = Pattern.compile("(?:don't|do not|dont|never)\\b.*");

    private Troubles() {}

    static Optional<Trouble> in(Statement statement, boolean outside) {
        return billing(statement, outside)
                .or(() -> wish(statement, outside))
                .or(() -> howTo(statement, outside))
                .or(() -> failure(statement))
                .or(() -> access(statement))
                .or(() -> training(statement))
                .or(() -> weakly(statement, outside));
    }

    /** Something does not work, or somebody cannot do what the product is for. */
    private static Optional<Trouble> failure(Statement statement) {
        var unable = unable(statement, UNABLE);
        return statement
                .find(FAILS)
                .filter(place -> !Clauses.denied(statement, place) || unable.isPresent())
                .or(() -> unable)
                .map(place -> new Trouble(failing(statement, unable.isPresent()), place, true));
    }

    private static String failing(Statement statement, boolean unable) {
        boolean dead = statement
                .find(DEAD)
                .filter(place -> !Clauses.denied(statement, place))
                .isPresent();
        if (dead || unable && statement.has(EVERYBODY) || statement.has(NOBODY)) {
            return "outage";
        }
        return statement.has(ACCESS) ? "access" : "bug";
    }

    private static Optional<Trouble> weakly(Statement statement, boolean outside) {
        return statement
                .find(MAYBE)
                .filter(place -> !Clauses.denied(statement, place))
                .or(() -> unable(statement, NOT))
                .map(place -> new Trouble(failing(statement, true), place, outside));
    }

    /** "cannot open the report": what cannot be done stands close behind. */
    private static Optional<Span> unable(Statement statement, Lexicon denial) {
        for (var no : statement.all(denial)) {
            if (TOLD_NOT_TO.matcher(statement.between(no.start(), no.end())).matches()
                    && statement.before(no, 8).matches("(?s)|.*(?:[,.;:!?(-] ?|please |pls |so |and |but )")) {
                continue;
            }
            for (var act : statement.all(OPERATE)) {
                boolean close = act.start() >= no.end() && act.start() - no.end() <= NEAR || no.holds(act);
                if (close && statement.clause(no).holds(act)) {
                    return Optional.of(new Span(no.start(), Math.max(no.end(), act.end())));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Trouble> billing(Statement statement, boolean outside) {
        var bill = statement.find(BILLING);
        var wrong = statement.all(DISCREPANCY).stream()
                .filter(place -> bill.filter(place::overlaps).isEmpty())
                .findFirst();
        boolean sure = outside || !OUR_BILL.matcher(statement.folded).find();
        return bill.filter(_ -> wrong.isPresent()).map(place -> new Trouble("billing", place, sure));
    }

    private static Optional<Trouble> access(Statement statement) {
        return statement
                .find(ACCESS)
                .filter(_ -> statement.has(LACKING) || statement.has(WISH))
                .map(place -> new Trouble("access", place, false));
    }

    private static Optional<Trouble> wish(Statement statement, boolean outside) {
        var wish = statement.find(WISH).filter(place -> !Clauses.denied(statement, place));
        if (wish.isEmpty() || statement.has(COMMERCIAL)) {
            return Optional.empty();
        }
        if (statement.has(ACCESS) && !statement.has(FAILS)) {
            return Optional.of(new Trouble("access", wish.get(), false));
        }
        boolean feature = statement.all(ABILITY).stream().anyMatch(place -> !place.overlaps(wish.get()) || outside);
        return feature
                ? Optional.of(new Trouble("feature_request", wish.get(), true))
                : wish.map(place -> new Trouble("feature_request", place, false));
    }

    private static Optional<Trouble> howTo(Statement statement, boolean outside) {
        return statement
                .find(HOW_TO)
                .filter(_ -> !statement.has(COMMERCIAL))
                .filter(_ -> outside || statement.has(ASKS) && !statement.is(Mode.QUESTION))
                .map(place -> new Trouble("question", place, true));
    }

    private static Optional<Trouble> training(Statement statement) {
        return statement
                .find(TRAINING)
                .filter(_ -> statement.has(LACKING))
                .map(place -> new Trouble("onboarding", place, false));
    }
}
