package dev.windrose.platform;

/** Who acts. A machine (every kind but PERSON) never silently overwrites what a person entered. */
public enum ActorKind {
    PERSON,
    TOKEN,
    AGENT,
    IMPORT,
    SYNC,
    SYSTEM
}
