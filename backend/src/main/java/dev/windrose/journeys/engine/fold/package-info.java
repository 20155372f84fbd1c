/** One pass over the events of each entity. No database, no framework. */
@NullMarked
package dev.windrose.journeys.engine.fold;

import org.jspecify.annotations.NullMarked;
