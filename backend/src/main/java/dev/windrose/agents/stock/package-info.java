/** The first tools: over records, their history and figures, over what the company knows, and over changes. */
@NullMarked
package dev.windrose.agents.stock;

import org.jspecify.annotations.NullMarked;
