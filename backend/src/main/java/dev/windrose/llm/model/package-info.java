/**
 * Language models behind one seam. {@code StructuredModel} asks for JSON of a given shape, within what the workspace lets out
 * ({@code ModelPolicies}) and its budget of the month; {@code TalkingModel} lets it take turns and ask for tools, in pieces where that is wanted. Every
 * call is kept with its cost ({@code ModelCalls}).
 */
@NamedInterface("model")
@NullMarked
package dev.windrose.llm.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
