/** The same questions as SQL for ClickHouse, where one machine is not enough. */
@NullMarked
package dev.windrose.journeys.engine.clickhouse;

import org.jspecify.annotations.NullMarked;
