/** Connections, their health, the ledger, and the door for sources that call us, over HTTP. */
@NullMarked
package dev.windrose.integrations.web;

import org.jspecify.annotations.NullMarked;
