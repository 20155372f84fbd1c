/** Files that people drop in the chat, taken apart into the messages in them. */
@NullMarked
package dev.windrose.integrations.dropped;

import org.jspecify.annotations.NullMarked;
