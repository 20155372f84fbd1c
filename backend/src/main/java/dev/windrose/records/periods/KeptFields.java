package dev.windrose.records.periods;

import java.util.Set;

/** Names fields of a record type whose values are kept with the time they were entered and left. Offer a bean. */
public record KeptFields(String type, Set<String> fields) {}
