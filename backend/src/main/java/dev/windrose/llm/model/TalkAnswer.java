package dev.windrose.llm.model;

/** What came of a turn. */
public sealed interface TalkAnswer {

    record Given(TalkTurn.Answered turn) implements TalkAnswer {}

    record Missing(CallOutcome why) implements TalkAnswer {}
}
