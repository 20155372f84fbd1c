/** Credit of channels for conversions, worked out of paths. */
@NullMarked
package dev.windrose.journeys.engine.attribution;

import org.jspecify.annotations.NullMarked;
