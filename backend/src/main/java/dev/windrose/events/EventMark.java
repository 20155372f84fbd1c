package dev.windrose.events;

/**
 * How far the log of a workspace was visible.
 *
 * @param last the last event
 * @param count how many there were of the latest; one that was drawn before and committed after changes it
 */
public record EventMark(long last, long count) {}
