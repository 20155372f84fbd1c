/** Who decides on what agents and rules have put aside: people only, in the order that was asked for. */
@NullMarked
package dev.windrose.agents.approve;

import org.jspecify.annotations.NullMarked;
