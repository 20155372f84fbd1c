package dev.windrose.platform;

/** A feature that each workspace turns on or off. A module declares one as a bean. */
public record FeatureFlag(String name, String description, boolean enabledByDefault) {}
