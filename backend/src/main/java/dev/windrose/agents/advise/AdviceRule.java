package dev.windrose.agents.advise;

import java.util.stream.Stream;

/** Finds one kind of thing that should be done. */
interface AdviceRule {

    Stream<Advice> of(Facts facts);
}
