/**
 * How a public method of a module becomes a tool that people's programs and agents call: {@link dev.windrose.platform.tool.Tool} says what it does and
 * states its effect, tier and scope once. REST, the schema of its arguments and its documentation are made from that.
 */
@NamedInterface("tool")
@NullMarked
package dev.windrose.platform.tool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
