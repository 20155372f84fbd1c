/**
 * Goals: what somebody wants done, read from words into a plan of tool calls. A plan of one safe step, or of effects that were all said, is carried out
 * at once; another is shown first and waits. Whatever no reader knows is no goal.
 */
@NullMarked
package dev.windrose.agents.plan;

import org.jspecify.annotations.NullMarked;
