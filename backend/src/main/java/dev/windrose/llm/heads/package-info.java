/** Small heads on the states of the encoder: what a sentence does, and how it is meant, as calibrated probabilities. */
@NamedInterface("heads")
@NullMarked
package dev.windrose.llm.heads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
