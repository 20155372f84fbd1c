/** Settings of the language model and its calls over HTTP. */
@NullMarked
package dev.windrose.llm.web;

import org.jspecify.annotations.NullMarked;
