/** Mail as a source: boxes read by IMAP, and what a mail says. */
@NullMarked
package dev.windrose.integrations.mail;

import org.jspecify.annotations.NullMarked;
