package dev.windrose.events;

/**
 * How far a subscription is.
 *
 * @param working whether a process holds its lease
 * @param behind events after the cursor, counted up to 10,000
 */
public record SubscriptionStatus(String name, EventPosition cursor, boolean working, int behind) {}
