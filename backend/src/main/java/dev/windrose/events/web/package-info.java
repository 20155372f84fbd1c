/** Parked events over HTTP, for those who look after the workspace. */
@NullMarked
package dev.windrose.events.web;

import org.jspecify.annotations.NullMarked;
