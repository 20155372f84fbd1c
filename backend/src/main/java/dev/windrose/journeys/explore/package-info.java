/** Questions about journeys as the actor in scope may ask them: over the events of records that the actor may see, with names and statistics. */
@NullMarked
package dev.windrose.journeys.explore;

import org.jspecify.annotations.NullMarked;
