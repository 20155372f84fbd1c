@NullMarked
package dev.windrose.journeys.track;

import org.jspecify.annotations.NullMarked;
