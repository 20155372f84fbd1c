/** Answers of the journeys' engine over files, to be compared with what is known about them. */
@NullMarked
package dev.windrose.journeys.engine.eval;

import org.jspecify.annotations.NullMarked;
