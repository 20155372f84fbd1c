/** The agents over HTTP. */
@NullMarked
package dev.windrose.agents.kit.web;

import org.jspecify.annotations.NullMarked;
