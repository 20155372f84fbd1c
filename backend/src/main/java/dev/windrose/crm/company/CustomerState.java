package dev.windrose.crm.company;

import dev.windrose.records.Choice;

/** Where a company stands with us. */
public enum CustomerState {
    @Choice
    DORMANT,
    @Choice(tone = "blue")
    EXPLORING,
    @Choice(tone = "violet")
    BUYING,
    @Choice(tone = "green")
    USING,
    @Choice(tone = "red")
    CHURNED
}
