/**
 * The tools of all modules: read from their annotations, found by what they are for, called under the rights of the actor in scope, narrowed by those of
 * an agent.
 */
@NamedInterface("tool")
@NullMarked
package dev.windrose.agents.tool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
