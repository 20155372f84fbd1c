/**
 * Runs: work of one of four shapes (single, extract, loop, plan), each a graph whose checkpoints are finished steps of the run's job. A step and its effect
 * are one transaction, so a run goes on after any crash without doing anything twice; it waits without a thread; every step is told as an event.
 */
@NamedInterface("run")
@NullMarked
package dev.windrose.agents.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
