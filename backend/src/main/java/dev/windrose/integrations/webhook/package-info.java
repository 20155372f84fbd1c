/** Webhooks that follow the Standard Webhooks specification. */
@NullMarked
package dev.windrose.integrations.webhook;

import org.jspecify.annotations.NullMarked;
