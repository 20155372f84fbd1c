/** Questions about the record: read into a typed question by the words of the schema, run under the rights of whoever asks, told with what they rest on. */
@NullMarked
@NamedInterface("ask")
package dev.windrose.agents.ask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
