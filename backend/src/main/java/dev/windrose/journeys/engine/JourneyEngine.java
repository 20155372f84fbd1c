package dev.windrose.journeys.engine;

/** Answers questions about the events of the workspace in scope, as of the moment of asking. */
public interface JourneyEngine {

    JourneyAnswer answer(JourneyQuery query);
}
