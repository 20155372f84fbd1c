/** Tools, runs and approvals over HTTP. */
@NullMarked
package dev.windrose.agents.web;

import org.jspecify.annotations.NullMarked;
