/** Keeps columns of the events of each workspace beside the database, and answers questions from them. */
@NullMarked
package dev.windrose.journeys.engine.project;

import org.jspecify.annotations.NullMarked;
