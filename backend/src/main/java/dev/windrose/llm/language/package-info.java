/** Language tools of the embedded reasoner: sentences, money, dates, phones, names. Pure functions with character offsets. */
@NamedInterface("language")
@NullMarked
package dev.windrose.llm.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
