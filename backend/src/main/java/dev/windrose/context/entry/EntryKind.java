package dev.windrose.context.entry;

import static dev.windrose.context.entry.EntryCategory.BEST_PRACTICE;
import static dev.windrose.context.entry.EntryCategory.BRAND;
import static dev.windrose.context.entry.EntryCategory.MESSAGE_TREE;
import static dev.windrose.context.entry.EntryCategory.POLICY;
import static dev.windrose.context.entry.EntryCategory.TEAM_RULE;
import static dev.windrose.context.entry.EntryCategory.TEAM_SETUP;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an entry is within its category, with the typed fields of its details. */
public enum EntryKind {
    ROLE(TEAM_SETUP, Details.ROLE),
    WORKING_HOURS(TEAM_SETUP, Details.WORKING_HOURS),
    ESCALATION(TEAM_SETUP, Details.ESCALATION),
    ACCESS_NOTE(TEAM_SETUP, Details.ACCESS_NOTE),
    TERRITORY_NOTE(TEAM_SETUP, Details.TERRITORY_NOTE),

    PROBLEM(MESSAGE_TREE, Details.NODE),
    CHANGE(MESSAGE_TREE, Details.NODE),
    HEADLINE(MESSAGE_TREE, Details.NODE),
    VALUE_PROP(MESSAGE_TREE, Details.NODE),
    DEMONSTRABLE_VALUE(MESSAGE_TREE, Details.NODE),
    CRAFTSMANSHIP(MESSAGE_TREE, Details.NODE),
    CUSTOMER_PROOF(MESSAGE_TREE, Details.NODE),
    TECHNICAL_SPEC(MESSAGE_TREE, Details.NODE),

    APPROVAL(POLICY, Details.CLAUSE),
    PROHIBITION(POLICY, Details.CLAUSE),
    PRICE(POLICY, Details.CLAUSE),
    ROUTING(POLICY, Details.CLAUSE),
    STAGE_ENTRY(POLICY, Details.CLAUSE),
    PROCEDURE(POLICY, Details.PROCEDURE),

    TONE(BRAND, Details.TONE),
    WORDING(BRAND, Details.WORDING),
    STYLE(BRAND, Details.STYLE),
    VISUAL(BRAND, Details.VISUAL),
    NARRATIVE(BRAND),

    STRATEGY(EntryCategory.STRATEGY, Details.STRATEGY),
    SEGMENT(EntryCategory.STRATEGY, Details.CRITERIA),
    IDEAL_CUSTOMER_PROFILE(EntryCategory.STRATEGY, Details.CRITERIA),
    GROWTH_PLAN(EntryCategory.STRATEGY, Details.STRATEGY),
    COMPETITION(EntryCategory.STRATEGY, Details.COMPETITION),

    EMAIL(EntryCategory.TEMPLATE, Details.TEMPLATE),
    DOCUMENT(EntryCategory.TEMPLATE, Details.TEMPLATE),
    DECK(EntryCategory.TEMPLATE, Details.TEMPLATE),
    CASE_STUDY(EntryCategory.TEMPLATE, Details.TEMPLATE),
    REPORT(EntryCategory.TEMPLATE, Details.TEMPLATE),
    PRESENTATION(EntryCategory.TEMPLATE, Details.TEMPLATE),

    FAQ(BEST_PRACTICE),
    DEAL_INSIGHT(BEST_PRACTICE, Details.DEAL_INSIGHT),
    SUCCESS_STORY(BEST_PRACTICE, Details.PROOF),
    PRACTICE(BEST_PRACTICE, Details.PRACTICE),
    BATTLE_CARD(BEST_PRACTICE, Details.BATTLE_CARD),
    PLAYBOOK(BEST_PRACTICE, Details.PRACTICE),

    PROTOCOL(TEAM_RULE, Details.PROTOCOL),
    PROJECT_RULE(TEAM_RULE, Details.PROTOCOL),
    SEGMENT_RULE(TEAM_RULE, Details.SEGMENT_RULE);

    private final EntryCategory category;
    private final List<DetailField> fields;

    EntryKind(EntryCategory category, DetailField... fields) {
        this.category = category;
        this.fields = List.of(fields);
    }

    public EntryCategory category() {
        return category;
    }

    public List<DetailField> fields() {
        return fields;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EntryKind> of(String wire) {
        return Stream.of(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
}
