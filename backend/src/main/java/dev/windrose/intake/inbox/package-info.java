/** Every message of the workspace with what was understood, written, asked and refused; corrections, answers, undo and replay. */
@NullMarked
package dev.windrose.intake.inbox;

import org.jspecify.annotations.NullMarked;
