/**
 * Mail that goes out: written into an outbox in the caller's transaction, handed to the workspace's server by a job. Whoever knows the people
 * outside answers {@link dev.windrose.platform.mail.MailConsent}.
 */
@NamedInterface("mail")
@NullMarked
package dev.windrose.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
