/**
 * Takes events of sites and programs by write keys, finds out who did them, and keeps them word for word. What comes twice is stored once; what
 * cannot be right is refused with its reason.
 */
@NullMarked
package dev.windrose.journeys.track;

import org.jspecify.annotations.NullMarked;
