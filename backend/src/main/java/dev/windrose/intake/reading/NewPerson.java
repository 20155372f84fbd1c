package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;

/** A full name that no record bears. */
record NewPerson(Span span, String name) {}
