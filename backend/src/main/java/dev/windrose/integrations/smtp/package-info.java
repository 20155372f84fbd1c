/** Mail that comes by SMTP to an address of a connection. */
@NullMarked
package dev.windrose.integrations.smtp;

import org.jspecify.annotations.NullMarked;
