/** Slack as a source: its Events API and a slash command. */
@NullMarked
package dev.windrose.integrations.slack;

import org.jspecify.annotations.NullMarked;
