/** Checks what a text says against what the company knows: each claim with its evidence, and the rules of the brand. */
@NamedInterface("claim")
@NullMarked
package dev.windrose.context.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
