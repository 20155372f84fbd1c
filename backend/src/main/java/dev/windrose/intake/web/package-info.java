/** Intake and the palette over HTTP. */
@NullMarked
package dev.windrose.intake.web;

import org.jspecify.annotations.NullMarked;
