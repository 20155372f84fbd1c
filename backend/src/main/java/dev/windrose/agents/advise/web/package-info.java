/** Next best actions over HTTP. */
@NullMarked
package dev.windrose.agents.advise.web;

import org.jspecify.annotations.NullMarked;
