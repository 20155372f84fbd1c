/** The agents: read from their files, checked at the start, narrowed by each workspace, and started as runs. */
@NamedInterface("kit")
@NullMarked
package dev.windrose.agents.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
