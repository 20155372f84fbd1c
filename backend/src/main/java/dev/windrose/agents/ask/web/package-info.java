/** Questions about the record over HTTP. */
@NullMarked
package dev.windrose.agents.ask.web;

import org.jspecify.annotations.NullMarked;
