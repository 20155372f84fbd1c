package dev.windrose.context.entry;

import static dev.windrose.context.entry.DetailField.choice;
import static dev.windrose.context.entry.DetailField.list;
import static dev.windrose.context.entry.DetailField.longText;
import static dev.windrose.context.entry.DetailField.number;
import static dev.windrose.context.entry.DetailField.objects;
import static dev.windrose.context.entry.DetailField.of;
import static dev.windrose.context.entry.DetailField.reference;
import static dev.windrose.context.entry.DetailField.text;

import dev.windrose.context.entry.DetailField.Type;

/** Detail fields that kinds are made of. */
final class Details {

    /** A policy; its rules are made from the clause. */
    static final DetailField[] CLAUSE = {
        longText("clause", "The rule in one or more sentences, as it is enforced")
                .needed(),
        choice("enforce", "Whether a change that breaks it is only warned of or has to be approved", "warn", "require"),
        objects(
                "examples",
                "Cases that it is tried with whenever it is saved",
                text("facts", "For example discount_percent = 20; segment = enterprise")
                        .needed(),
                text("expected", "For example approval by sales_lead, refuse, allow")
                        .needed()),
        longText("reading", "What a model read of the clause, taken over by a person"),
        longText(
                "confirmed",
                "The clause and its rules as a person has confirmed them; other rules have to be confirmed anew")
    };

    static final DetailField CITATION =
            choice("citation", "Whether the customer may be named", "granted", "asked", "refused", "not_needed");

    static final DetailField CUSTOMER = reference("customer_id", "company", "The customer who proves it");

    static final DetailField CLAIMS = objects(
            "claims",
            "Numbers and facts that the message states",
            text("measure", "What is measured").needed(),
            number("value", "The figure").needed(),
            text("unit", "For example %, days, EUR"),
            choice("comparator", "How exact the figure is", "exactly", "at_least", "at_most", "about", "up_to"),
            text("subject", "Of whom or what it is said"));

    static final DetailField[] NODE = {CITATION, CUSTOMER, CLAIMS};

    static final DetailField[] ROLE = {
        list("responsibilities", "What this role answers for"),
        list("approves", "What this role decides"),
        text("key", "How policies name the role, for example sales_lead"),
        list("people", "Who holds the role")
    };

    static final DetailField[] WORKING_HOURS = {
        text("time_zone", "For example Europe/Berlin"),
        list("days", "Working days"),
        text("from", "Start of the day, for example 09:00"),
        text("to", "End of the day, for example 17:30")
    };

    static final DetailField[] ESCALATION = {
        text("trigger", "When it is escalated"),
        list("steps", "Who is asked, in this order"),
        number("within_hours", "By when somebody answers")
    };

    static final DetailField[] ACCESS_NOTE = {
        text("system", "What the access is for"), text("granted_by", "Who grants it"), list("roles", "Who gets it")
    };

    static final DetailField[] TERRITORY_NOTE = {
        reference("territory_id", "territory", "The territory"), list("countries", "Which countries belong to it")
    };

    static final DetailField[] TONE = {list("do", "How we sound"), list("dont", "How we do not sound")};

    static final DetailField[] WORDING = {
        list("avoid", "Words that are not used"), text("instead", "What is said in their place")
    };

    static final DetailField[] STYLE = {
        number("reading_level", "School grade that suffices to read it"),
        number("max_words", "Longest text in words"),
        number("max_sentence_words", "Longest sentence in words")
    };

    static final DetailField[] VISUAL = {list("colours", "Colours of the brand"), list("fonts", "Typefaces")};

    static final DetailField[] STRATEGY = {
        list("goals", "What is to be reached"),
        text("horizon", "By when, for example 2027"),
        list("measures", "How it is measured")
    };

    static final DetailField[] CRITERIA = {
        longText("criteria", "Who belongs to it"),
        list("pains", "What troubles them"),
        list("signals", "By what they are known")
    };

    static final DetailField[] COMPETITION = {
        reference("competitor_id", "competitor", "The competitor"), text("position", "Where we stand against it")
    };

    static final DetailField[] TEMPLATE = {
        list("placeholders", "What is filled in"), text("subject", "Subject line"), text("stage", "When it is used")
    };

    static final DetailField[] PROOF = {CUSTOMER, CITATION, list("results", "What was reached"), CLAIMS};

    static final DetailField[] DEAL_INSIGHT = {
        choice("outcome", "How the deals ended", "won", "lost", "open"), list("lessons", "What we learned")
    };

    static final DetailField[] PRACTICE = {
        list("steps", "What is done, in this order"), text("stage", "When it is done")
    };

    static final DetailField[] BATTLE_CARD = {
        reference("competitor_id", "competitor", "The competitor"),
        list("strengths", "What they do well"),
        list("weaknesses", "What they do badly"),
        list("answers", "What we say")
    };

    static final DetailField[] PROTOCOL = {
        list("steps", "What is done, in this order"), list("applies_to", "Whom or what it applies to")
    };

    /** A policy that is mostly carried out by people; rules are made of what its clause says surely. */
    static final DetailField[] PROCEDURE = {
        longText("clause", "The rule in one or more sentences"),
        list("steps", "What is done, in this order"),
        list("applies_to", "Whom or what it applies to")
    };

    static final DetailField[] SEGMENT_RULE = {
        text("segment", "Of which customers"),
        list("steps", "What is done, in this order"),
        of("mandatory", Type.BOOLEAN, "Whether it binds")
    };

    private Details() {}
}
