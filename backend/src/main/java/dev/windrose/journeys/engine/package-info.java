/** Answers questions about journeys: funnels, retention, paths, attribution and series over the events of a workspace. */
@NullMarked
package dev.windrose.journeys.engine;

import org.jspecify.annotations.NullMarked;
