package dev.windrose.journeys.engine.attribution;

/** What a channel is given. */
public record Credit(String channel, double conversions, double value) {}
