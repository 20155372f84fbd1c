/** Measures the journeys' engine beside PostgreSQL and DuckDB. */
@NullMarked
package dev.windrose.journeys.engine.bench;

import org.jspecify.annotations.NullMarked;
