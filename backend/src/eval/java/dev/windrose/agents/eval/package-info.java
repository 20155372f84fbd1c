/** Runs tasks in a whole company through the product, and writes what came of each. */
@NullMarked
package dev.windrose.agents.eval;

import org.jspecify.annotations.NullMarked;
