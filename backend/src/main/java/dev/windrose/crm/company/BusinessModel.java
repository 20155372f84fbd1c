package dev.windrose.crm.company;

import dev.windrose.records.Choice;

/** Whom a company sells to. */
public enum BusinessModel {
    @Choice(value = "B2B", label = "B2B", tone = "blue")
    B2B,
    @Choice(value = "B2C", label = "B2C", tone = "teal")
    B2C
}
